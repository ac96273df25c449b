-- about   Goods whose stock needs somebody: out or short of what will be asked for, or dead; the most money first.
-- grain   position
-- column  position           integer
-- column  product_id         text
-- column  name               text
-- column  category           text           path from the top
-- column  quantity           decimal(18,3)
-- column  cover_days         double
-- column  demand             double         units over the replenishment time
-- column  lost_sales_amount  decimal(18,2)  estimate
-- column  is_short           boolean
-- column  is_dead            boolean
-- column  dead_amount        decimal(18,2)
-- check   unique(position)

with listed as (
    select
        s.*,
        row_number() over (
            order by
                greatest(s.lost_sales_amount, coalesce(s.dead_amount, 0)) desc,
                coalesce(s.cover_days, 36500),
                s.product_id
        ) as position
    from scores.stock_cover as s
    where s.is_short or s.is_dead or s.lost_sales_amount > 0
)

select
    l.position,
    l.product_id,
    c.name,
    g.path as category,
    l.quantity,
    l.cover_days,
    l.demand,
    l.lost_sales_amount,
    l.is_short,
    l.is_dead,
    l.dead_amount
from listed as l
left join curated.product as c on c.product_id = l.product_id
left join curated.category as g on g.category_id = c.category_id
