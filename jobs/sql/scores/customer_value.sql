-- about   What each customer has brought and will bring, and the tier it makes: A are the customers who bring the first half of
--         the coming margin, B those up to 80 %, C up to 95 %, D the rest. Where the margin is unknown the tier goes by the
--         coming revenue, at rung counts by the past revenue. Who is under contract brings its renewals (scores.contract_value)
--         and, of the sales expected, the share that lay above the contracts' money in the year before: up to that,
--         sales are taken to be the contracts' payments, so that nothing counts twice.
-- grain   party_id
-- column  party_id                text
-- column  historic_amount         decimal(18,2)  revenue less returns so far; without any sale the money of the contracts begun so far
-- column  historic_margin         decimal(18,2)  margin so far, where the cost is known; empty if it is for none
-- column  expected_purchases_12m  double         purchase days of the next 12 months; empty at rung counts and without a sale
-- column  expected_amount_12m     decimal(18,2)  revenue of these and of contracts
-- column  expected_margin_12m     decimal(18,2)  their margin; empty if no cost is known
-- column  contract_amount_12m     decimal(18,2)  the contracts' part of expected_amount_12m; empty without
-- column  clv                     decimal(18,2)  margin of the next 24 months in today's money
-- column  low                     decimal(18,2)  lower end of the interval of expected_margin_12m; empty of a rule and under contract
-- column  high                    decimal(18,2)  upper end
-- column  tier                    text           A, B, C or D
-- column  grade                   text           A to D: how sound the number is
-- column  rung                    text           own_model, pooled_model, rule or counts: what it rests on, at the weakest
-- check   unique(party_id)
-- check   not_null(historic_amount, tier, grade, rung)
-- check   in(tier, A, B, C, D)
-- check   where(historic_amount > 0 or contract_amount_12m is not null or coalesce(expected_margin_12m, 0) <= 0)
-- check   where(contract_amount_12m <= expected_amount_12m)

with sold as (
    select
        d.party_id,
        sum(d.amount) as amount,
        sum(d.margin) as margin,
        cast(sum(case when d.sold_on > p.as_of - 365 then d.amount end) as double) as amount_12m
    from scores.party_day as d
    cross join params as p
    where not d.is_anonymous
    group by d.party_id
),

-- paid at the beginning or day by day: whichever makes more of the year before's sales payments of contracts
contracted as (
    select
        t.party_id,
        sum(c.amount) as amount,
        cast(
            greatest(
                sum(case when t.from_on > p.as_of - 365 then c.amount else 0 end),
                sum(
                    cast(
                        cast(c.amount as double)
                        * greatest(days_between(greatest(t.from_on, p.as_of - 364), least(t.to_on, p.as_of)) + 1, 0)
                        / (days_between(t.from_on, t.to_on) + 1)
                    as decimal(18, 2))
                )
            )
        as double) as amount_12m
    from scores.contract_term as t
    inner join curated.contract as c on c.contract_id = t.contract_id
    cross join params as p
    where t.weeks_ago = 0 and t.from_on <= p.as_of and t.to_on is not null
    group by t.party_id
),

renewing as (
    select
        party_id,
        expected_amount_12m as amount,
        expected_margin_12m as margin,
        discounted_margin_24m as clv,
        grade,
        rung
    from scores.contract_value
    where weeks_ago = 0
),

past as (
    select
        coalesce(s.party_id, r.party_id) as party_id,
        coalesce(s.amount, k.amount, 0) as historic_amount,
        s.margin as historic_margin,
        case when s.amount_12m > k.amount_12m then 1 - k.amount_12m / s.amount_12m else 0e0 end as share_beside,
        r.amount as contract_amount,
        r.margin as contract_margin,
        r.clv as contract_clv,
        r.grade as contract_grade,
        r.rung as contract_rung
    from sold as s
    full join renewing as r on r.party_id = s.party_id
    left join contracted as k on k.party_id = coalesce(s.party_id, r.party_id)
),

expected as (
    select
        p.*,
        y.expected_purchases,
        y.expected_amount,
        y.expected_margin,
        t.discounted_margin,
        y.low,
        y.high,
        y.grade,
        y.rung,
        case
            when p.contract_amount is null then 'sales'
            when p.share_beside = 0 or y.expected_amount is null then 'contract'
            else 'both'
        end as basis
    from past as p
    left join scores.customer_value_horizon as y on y.party_id = p.party_id and y.horizon_months = 12
    left join scores.customer_value_horizon as t on t.party_id = p.party_id and t.horizon_months = 24
),

value as (
    select
        party_id,
        historic_amount,
        historic_margin,
        expected_purchases,
        case basis
            when 'sales' then expected_amount
            when 'contract' then contract_amount
            else contract_amount + cast(share_beside * cast(expected_amount as double) as decimal(18, 2))
        end as expected_amount,
        case basis
            when 'sales' then expected_margin
            when 'contract' then contract_margin
            else contract_margin + cast(share_beside * cast(expected_margin as double) as decimal(18, 2))
        end as expected_margin,
        case basis
            when 'sales' then discounted_margin
            when 'contract' then contract_clv
            else contract_clv + cast(share_beside * cast(discounted_margin as double) as decimal(18, 2))
        end as clv,
        contract_amount,
        case when basis = 'sales' then low end as low,
        case when basis = 'sales' then high end as high,
        case basis
            when 'sales' then coalesce(grade, contract_grade)
            when 'contract' then contract_grade
            else greatest(grade, contract_grade)
        end as grade,
        case
            when basis = 'sales' then coalesce(rung, contract_rung)
            when basis = 'contract' then contract_rung
            when 'rule' in (rung, contract_rung) then 'rule'
            when 'pooled_model' in (rung, contract_rung) then 'pooled_model'
            else 'own_model'
        end as rung
    from expected
),

ranked as (
    select
        *,
        sum(worth) over (
            order by worth desc, party_id rows between unbounded preceding and current row
        ) - worth as richer,
        sum(worth) over () as whole
    from (
        select
            *,
            greatest(coalesce(expected_margin, expected_amount, historic_amount), 0) as worth
        from value
    ) as t
)

select
    party_id,
    historic_amount,
    historic_margin,
    expected_purchases as expected_purchases_12m,
    expected_amount as expected_amount_12m,
    expected_margin as expected_margin_12m,
    contract_amount as contract_amount_12m,
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
