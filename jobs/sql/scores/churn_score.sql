-- about   The probability that each customer stays silent over its horizon, at as_of and, by the same model, a week before;
--         and the money of a horizon if the customer stays: the own rate of purchases (of the purchase model; by a rule
--         drawn towards the company's by the weight of one purchase) x money of a purchase x margin share.
-- grain   party_id, weeks_ago
-- column  party_id         text
-- column  weeks_ago        integer        0 or 1; 1 only of who had bought by then
-- column  horizon_days     integer
-- column  silent_days      integer        at that day
-- column  probability      double         of no purchase; empty without a score or where it was refused
-- column  expected_amount  decimal(18,2)  revenue of the horizon of who stays; empty at rung counts
-- column  expected_margin  decimal(18,2)  margin of it; empty if no cost is known
-- column  reason_1         text           why, in words of messages reason_churn.*, the strongest first; empty where nothing more raises the risk
-- column  reason_1_value   double         in its own unit: days, purchases, groups, money, a share
-- column  reason_1_base    double         what it is compared with
-- column  reason_2         text
-- column  reason_2_value   double
-- column  reason_2_base    double
-- column  reason_3         text
-- column  reason_3_value   double
-- column  reason_3_base    double
-- column  scorer           text
-- column  grade            text
-- column  rung             text           own_model, pooled_model, rule or counts
-- check   unique(party_id, weeks_ago)
-- check   between(probability, 0, 1)
-- check   where(silent_days >= 0)
-- check   where(expected_amount >= 0)
-- java    ScoreChurn

with score as (
    select
        horizon_days,
        max(scorer) as scorer,
        max(rung) as rung,
        max(grade) as grade,
        comma_list(array_agg(name || '=' || cast(value as string))) as parameters
    from scores.fit_churn
    where kind = 'parameter'
    group by horizon_days
),

company as (
    select
        count(case when repeat_purchases > 0 then 1 end) as repeat_buyers,
        cast(sum(repeat_purchases) as double) / nullif(sum(age_days), 0) as daily_rate
    from scores.purchase_history
),

purchase_rate as (
    select
        max(case when parameter = 'r' then value end) as r,
        max(case when parameter = 'alpha' then value end) as alpha,
        max(case when parameter = 'k' then value end) as k
    from scores.fit_purchase
    where is_chosen and cohort = 'all' and grade < 'D'
),

spend as (
    select max(law) as spend_law
    from scores.fit_spend
    where is_chosen
)

select
    h.party_id,
    m.weeks_ago,
    days_between(date '1970-01-01', m.on_date) as cut_day,
    h.horizon_days,
    h.usual_gap_days,
    h.days,
    f.scorer,
    f.rung,
    f.grade,
    f.parameters,
    case when c.repeat_buyers >= 200 then r.r end as r,
    r.alpha,
    coalesce(r.k, 1) as k,
    case when c.repeat_buyers >= 10 then c.daily_rate end as daily_rate,
    s.spend_law,
    a.margin_share
from scores.churn_history as h
inner join scores.moment as m on h.first_on <= m.on_date
inner join scores.margin_share as a on a.party_id = h.party_id
left join score as f on f.horizon_days = h.horizon_days
cross join company as c
cross join purchase_rate as r
cross join spend as s
