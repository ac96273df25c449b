-- about   What to offer each customer that bought within 12 months: products due again, and products that go with what it has.
--         due_again: bought on 2 days or more, and silent on it for four fifths of its mean gap or longer, but under three; score is
--         the share of the customer's purchase days since the first with it that held it. bought_together: not bought in
--         12 months; score is the highest confidence from a product it has. Nothing deleted, nothing out of stock: where a
--         product was ever counted, its newest counts less what is reserved must be above 0.
-- grain   party_id, position
-- column  party_id            text
-- column  position            integer        1 is the highest score; equal ones by product_id; 5 at most
-- column  product_id          text
-- column  reason              text           due_again or bought_together
-- column  score               double         0 to 1
-- column  because_product_id  text           of bought_together: the product it goes with
-- column  silent_days         integer        of due_again: days since it was bought
-- column  usual_gap_days      double         of due_again: mean gap
-- column  stock               decimal(18,3)  free stock of all warehouses; empty where it was never counted
-- check   unique(party_id, position)
-- check   unique(party_id, product_id)
-- check   between(position, 1, 5)
-- check   between(score, 0, 1)
-- check   in(reason, due_again, bought_together)
-- check   where((reason = 'due_again') = (usual_gap_days is not null))
-- check   where((reason = 'bought_together') = (because_product_id is not null))
-- check   where(stock > 0)

with counted as (
    select
        s.product_id,
        s.quantity - coalesce(s.reserved, 0) as free,
        rank() over (partition by s.product_id, s.warehouse order by s.counted_on desc) as age
    from curated.stock as s
    cross join params as p
    where s.counted_on <= p.as_of
),

stock as (
    select
        product_id,
        sum(free) as free
    from counted
    where age = 1
    group by product_id
),

day as (
    select distinct
        l.party_id,
        l.product_id,
        l.sold_on
    from curated.sales_line as l
    inner join scores.purchase_history as h on h.party_id = l.party_id
    cross join params as p
    where l.operation = 'sale'
        and l.product_id is not null
        and l.sold_on > add_months(p.as_of, -12)
        and l.sold_on <= p.as_of
),

own as (
    select
        party_id,
        product_id,
        count(*) as days,
        min(sold_on) as first_on,
        max(sold_on) as last_on
    from day
    group by party_id, product_id
),

repeated as (
    select
        o.party_id,
        o.product_id,
        o.days,
        days_between(o.last_on, p.as_of) as silent_days,
        days_between(o.first_on, o.last_on) / (o.days - 1e0) as usual_gap_days,
        count(d.sold_on) as purchase_days
    from own as o
    cross join params as p
    inner join scores.party_day as d
        on d.party_id = o.party_id
        and d.purchase_number is not null
        and d.sold_on >= o.first_on
    where o.days >= 2
    group by o.party_id, o.product_id, o.days, o.first_on, o.last_on, p.as_of
),

due as (
    select
        party_id,
        product_id,
        'due_again' as reason,
        cast(days as double) / purchase_days as score,
        null as because_product_id,
        silent_days,
        usual_gap_days
    from repeated
    where silent_days >= 0.8e0 * usual_gap_days and silent_days < 3 * usual_gap_days
),

together as (
    select
        o.party_id,
        c.other_product_id as product_id,
        c.confidence,
        row_number() over (
            partition by o.party_id, c.other_product_id order by c.confidence desc, c.product_id
        ) as position,
        c.product_id as because_product_id
    from own as o
    inner join scores.co_purchase as c on c.product_id = o.product_id
    left join own as has on has.party_id = o.party_id and has.product_id = c.other_product_id
    where has.product_id is null
),

offer as (
    select party_id, product_id, reason, score, because_product_id, silent_days, usual_gap_days
    from due
    union all
    select
        party_id,
        product_id,
        'bought_together' as reason,
        confidence as score,
        because_product_id,
        null as silent_days,
        null as usual_gap_days
    from together
    where position = 1
),

ranked as (
    select
        o.*,
        s.free as stock,
        row_number() over (partition by o.party_id order by o.score desc, o.product_id) as position
    from offer as o
    left join stock as s on s.product_id = o.product_id
    left join curated.product as p on p.product_id = o.product_id
    where coalesce(s.free, 1) > 0 and not coalesce(p.is_deleted, false)
)

select
    party_id,
    position,
    product_id,
    reason,
    score,
    because_product_id,
    silent_days,
    usual_gap_days,
    stock
from ranked
where position <= 5
