-- about   What each customer has brought and will bring, and the tier it makes: A are the customers who bring the first half of
--         the coming margin, B those up to 80 %, C up to 95 %, D the rest. Where the margin is unknown the tier goes by the
--         coming revenue, at rung counts by the past revenue.
-- grain   party_id
-- column  party_id                text
-- column  historic_amount         decimal(18,2)  revenue less returns so far
-- column  historic_margin         decimal(18,2)  margin so far, where the cost is known; empty if it is for none
-- column  expected_purchases_12m  double         purchase days of the next 12 months; empty at rung counts
-- column  expected_amount_12m     decimal(18,2)  their revenue
-- column  expected_margin_12m     decimal(18,2)  their margin; empty if no cost is known
-- column  clv                     decimal(18,2)  margin of the next 24 months in today's money
-- column  low                     decimal(18,2)  lower end of the interval of expected_margin_12m; empty of a rule
-- column  high                    decimal(18,2)  upper end
-- column  tier                    text           A, B, C or D
-- column  grade                   text           A to D: how sound the number is
-- column  rung                    text           own_model, pooled_model, rule or counts: what it rests on
-- check   unique(party_id)
-- check   not_null(historic_amount, tier, grade, rung)
-- check   in(tier, A, B, C, D)
-- check   where(historic_amount > 0 or coalesce(expected_margin_12m, 0) <= 0)

with past as (
    select
        party_id,
        sum(amount) as historic_amount,
        sum(margin) as historic_margin
    from scores.party_day
    where not is_anonymous
    group by party_id
),

value as (
    select
        p.party_id,
        p.historic_amount,
        p.historic_margin,
        y.expected_purchases,
        y.expected_amount,
        y.expected_margin,
        t.discounted_margin as clv,
        y.low,
        y.high,
        y.grade,
        y.rung,
        greatest(coalesce(y.expected_margin, y.expected_amount, p.historic_amount), 0) as worth
    from past as p
    inner join scores.customer_value_horizon as y on y.party_id = p.party_id and y.horizon_months = 12
    inner join scores.customer_value_horizon as t on t.party_id = p.party_id and t.horizon_months = 24
),

ranked as (
    select
        *,
        sum(worth) over (
            order by worth desc, party_id rows between unbounded preceding and current row
        ) - worth as richer,
        sum(worth) over () as whole
    from value
)

select
    party_id,
    historic_amount,
    historic_margin,
    expected_purchases as expected_purchases_12m,
    expected_amount as expected_amount_12m,
    expected_margin as expected_margin_12m,
    clv,
    low,
    high,
    case
        when worth = 0 then 'D'
        when richer < 0.5 * whole then 'A'
        when richer < 0.8 * whole then 'B'
        when richer < 0.95 * whole then 'C'
        else 'D'
    end as tier,
    grade,
    rung
from ranked
