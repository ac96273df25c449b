-- about   How long the stock of each good lasts, what was probably not sold because it was out, and what lies dead. Counts come
--         with the offers; between two counts a good that was counted out is taken to be out until it is sold again.
-- grain   product_id
-- column  product_id         text
-- column  counted_on         date           of the newest count
-- column  quantity           decimal(18,3)  in all warehouses on that day, less what is reserved
-- column  demand             double         units over the replenishment time; empty: never sold
-- column  demand_high_80     double
-- column  cover_days         double         days that the stock lasts; empty without demand
-- column  is_short           boolean        it does not last until an order made now arrives
-- column  last_sold_on       date
-- column  out_days           integer        days without stock in the last 13 weeks
-- column  lost_quantity      double         estimate: what those days would have sold
-- column  lost_sales_amount  decimal(18,2)  estimate: the same at the average price of the last year
-- column  is_dead            boolean        in stock, and not sold for lost_days or more
-- column  dead_amount        decimal(18,2)  its stock at purchase prices; empty if none is known
-- check   unique(product_id)
-- check   where(cover_days >= 0)
-- check   between(out_days, 0, 91)
-- check   where(lost_sales_amount >= 0)

with counted as (
    select
        k.product_id,
        k.counted_on,
        sum(k.quantity) as on_hand,
        sum(k.quantity - coalesce(k.reserved, 0)) as quantity
    from curated.stock as k
    cross join params as p
    where k.counted_on <= p.as_of
    group by k.product_id, k.counted_on
),

numbered as (
    select
        c.*,
        lead(c.counted_on) over (partition by c.product_id order by c.counted_on) as next_on,
        row_number() over (partition by c.product_id order by c.counted_on desc) as age
    from counted as c
),

sold as (
    select
        l.product_id,
        l.sold_on,
        sum(l.quantity) as quantity,
        sum(case when p.revenue_basis = 'net' then l.net_amount else l.gross_amount end) as amount
    from curated.sales_line as l
    cross join params as p
    where l.operation = 'sale' and l.sold_on <= p.as_of and l.product_id is not null
    group by l.product_id, l.sold_on
),

last_sale as (
    select
        s.product_id,
        max(s.sold_on) as last_sold_on,
        sum(case when s.sold_on > p.as_of - 364 then cast(s.amount as double) end)
        / nullif(sum(case when s.sold_on > p.as_of - 364 then cast(s.quantity as double) end), 0) as price
    from sold as s
    cross join params as p
    group by s.product_id
),

-- from a count of nothing to the next count or sale, whichever comes first
spell as (
    select
        n.product_id,
        n.counted_on,
        greatest(n.counted_on, max(p.as_of) - 90) as from_on,
        least(
            coalesce(n.next_on, max(p.as_of) + 1),
            coalesce(min(s.sold_on), max(p.as_of) + 1),
            max(p.as_of) + 1
        ) as until_on
    from numbered as n
    cross join params as p
    left join sold as s on s.product_id = n.product_id and s.sold_on > n.counted_on
    where n.on_hand <= 0
    group by n.product_id, n.counted_on, n.next_on
),

out_of_stock as (
    select
        e.product_id,
        sum(greatest(0, days_between(e.from_on, e.until_on))) as out_days
    from spell as e
    group by e.product_id
),

cost as (
    select
        r.product_id,
        max(r.price) as price
    from curated.price as r
    cross join params as p
    where r.is_cost and p.as_of between r.from_on and r.until_on
    group by r.product_id
)

select
    n.product_id,
    n.counted_on,
    n.quantity,
    d.demand,
    d.demand_high_80,
    case when d.daily_demand > 0 then greatest(0, cast(n.quantity as double)) / d.daily_demand end as cover_days,
    coalesce(cast(n.quantity as double) < d.demand, false) as is_short,
    l.last_sold_on,
    coalesce(o.out_days, 0) as out_days,
    coalesce(o.out_days, 0) * coalesce(d.daily_demand, 0) as lost_quantity,
    cast(coalesce(o.out_days, 0) * coalesce(d.daily_demand, 0) * coalesce(l.price, 0) as decimal(18, 2))
        as lost_sales_amount,
    n.quantity > 0 and coalesce(l.last_sold_on < p.as_of - cast(p.lost_days as int), true) as is_dead,
    case
        when n.quantity > 0 and coalesce(l.last_sold_on < p.as_of - cast(p.lost_days as int), true)
            then cast(n.quantity * c.price as decimal(18, 2))
    end as dead_amount
from numbered as n
cross join params as p
left join scores.demand as d on d.product_id = n.product_id
left join last_sale as l on l.product_id = n.product_id
left join out_of_stock as o on o.product_id = n.product_id
left join cost as c on c.product_id = n.product_id
where n.age = 1
