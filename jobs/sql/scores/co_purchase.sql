-- about   Products that the same customers buy, in the 12 months up to as_of. A buyer is a customer, or one sale of anonymous
--         retail; of a buyer with more than 40 products those with the most lines count, so that pairs do not grow by the square. Only products of 5 buyers and
--         more, pairs of 3 and more; of each product the 20 others with the highest lift above 1.
--         Counts are small: confidence and lift are drawn towards independence by the weight of 3 buyers.
-- grain   product_id, other_product_id
-- column  product_id        text
-- column  other_product_id  text
-- column  position          integer  1 is the highest lift; equal ones by buyers, then by other_product_id
-- column  buyers            integer  bought both
-- column  product_buyers    integer  bought product_id
-- column  other_buyers      integer  bought other_product_id
-- column  support           double   buyers by all buyers of anything
-- column  confidence        double   (buyers + 3 x share of other_buyers) / (product_buyers + 3)
-- column  lift              double   (buyers + 3) / (buyers expected of independent products + 3)
-- check   unique(product_id, other_product_id)
-- check   unique(product_id, position)
-- check   between(position, 1, 20)
-- check   between(confidence, 0, 1)
-- check   where(lift > 1)
-- check   where(product_id <> other_product_id)

with line as (
    select
        case when c.is_anonymous then l.sale_id else l.party_id end as buyer,
        l.product_id
    from curated.sales_line as l
    left join curated.party as c on c.party_id = l.party_id
    cross join params as p
    where l.operation = 'sale'
        and l.product_id is not null
        and l.sold_on > add_months(p.as_of, -12)
        and l.sold_on <= p.as_of
),

bought as (
    select
        buyer,
        product_id,
        count(*) as lines
    from line
    group by buyer, product_id
),

ranked as (
    select
        *,
        row_number() over (partition by buyer order by lines desc, product_id) as position
    from bought
),

product as (
    select
        product_id,
        count(*) as buyers
    from bought
    group by product_id
    having count(*) >= 5
),

common as (
    select
        r.buyer,
        r.product_id,
        p.buyers
    from ranked as r
    inner join product as p on p.product_id = r.product_id
    where r.position <= 40
),

counted as (
    select
        a.product_id,
        b.product_id as other_product_id,
        max(a.buyers) as product_buyers,
        max(b.buyers) as other_buyers,
        count(*) as buyers
    from common as a
    inner join common as b on b.buyer = a.buyer and a.product_id < b.product_id
    group by a.product_id, b.product_id
    having count(*) >= 3
),

pair as (
    select product_id, other_product_id, product_buyers, other_buyers, buyers
    from counted
    union all
    select
        other_product_id as product_id,
        product_id as other_product_id,
        other_buyers as product_buyers,
        product_buyers as other_buyers,
        buyers
    from counted
),

judged as (
    select
        p.*,
        a.all_buyers,
        (p.buyers + 3e0) / (p.product_buyers * cast(p.other_buyers as double) / a.all_buyers + 3) as lift
    from pair as p
    cross join (select cast(count(distinct buyer) as double) as all_buyers from bought) as a
),

best as (
    select
        *,
        row_number() over (partition by product_id order by lift desc, buyers desc, other_product_id) as position
    from judged
    where lift > 1
)

select
    product_id,
    other_product_id,
    position,
    buyers,
    product_buyers,
    other_buyers,
    buyers / all_buyers as support,
    (buyers + 3 * other_buyers / all_buyers) / (product_buyers + 3) as confidence,
    lift
from best
where position <= 20
