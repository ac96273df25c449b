-- about   Customers by tier of coming margin: how many, what they brought, what they will. The interval takes customers as
--         independent of each other: their deviations add up by squares.
-- grain   tier
-- column  position             integer
-- column  tier                 text           A (the first half of the coming margin), B (to 80 %), C (to 95 %), D
-- column  customers            integer
-- column  historic_amount      decimal(18,2)  revenue less returns so far
-- column  expected_margin_12m  decimal(18,2)  empty if unknown
-- column  low                  decimal(18,2)  lower end of its 80 % interval; empty of a rule, and with a customer under contract
-- column  high                 decimal(18,2)  upper end
-- column  budget               decimal(18,2)  the tier's part of params.tier_budget: by coming margin, where unknown by coming, else past revenue; empty if there is none
-- column  budget_per_customer  decimal(18,2)  empty of an empty tier
-- check   unique(tier)
-- check   in(tier, A, B, C, D)
-- check   where(low <= expected_margin_12m and expected_margin_12m <= high)

with listed as (
    select position, tier
    from (values (1, 'A'), (2, 'B'), (3, 'C'), (4, 'D')) as t (position, tier)
),

deviation as (
    select
        *,
        cast(greatest(coalesce(expected_margin_12m, expected_amount_12m, historic_amount), 0) as double) as worth,
        cast(expected_margin_12m - low as double) as below,
        cast(high - expected_margin_12m as double) as above
    from scores.customer_value
),

whole as (
    select sum(worth) as worth
    from deviation
),

summed as (
    select
        tier,
        count(*) as customers,
        sum(worth) as worth,
        sum(historic_amount) as historic_amount,
        sum(expected_margin_12m) as expected_margin_12m,
        case when count(below) = count(expected_margin_12m) then sqrt(sum(below * below)) end as below,
        case when count(above) = count(expected_margin_12m) then sqrt(sum(above * above)) end as above
    from deviation
    group by tier
)

select
    l.position,
    l.tier,
    coalesce(s.customers, 0) as customers,
    coalesce(s.historic_amount, 0) as historic_amount,
    s.expected_margin_12m,
    cast(s.expected_margin_12m - cast(s.below as decimal(18, 2)) as decimal(18, 2)) as low,
    cast(s.expected_margin_12m + cast(s.above as decimal(18, 2)) as decimal(18, 2)) as high,
    cast(cast(nullif(p.tier_budget, 0) as double) * coalesce(s.worth, 0) / nullif(w.worth, 0) as decimal(18, 2)) as budget,
    cast(
        cast(nullif(p.tier_budget, 0) as double) * s.worth / nullif(w.worth, 0) / s.customers as decimal(18, 2)
    ) as budget_per_customer
from listed as l
cross join whole as w
cross join params as p
left join summed as s on s.tier = l.tier
