-- about   What each customer's sales will bring over the next months; contracts come in with scores.customer_value. Rungs
--         own_model (200 and more repeat buyers and a sound fit) and pooled_model (50 and more: the same, in which every
--         customer is drawn far towards all): purchase and spend model, scaled as the periods before agree; by laws of the
--         customer's cohort where scores.fit_purchase has such, the rest then pooled. Rung rule (10 and more): the customer's
--         rate, drawn towards the company's by the weight of one purchase, times what its life cycle leaves of it: 1, cooling
--         0.7, silent 0.3, lost 0.05. Rung counts: unknown.
-- grain   party_id, horizon_months
-- column  party_id            text
-- column  horizon_months      integer        3, 6, 12 or 24
-- column  expected_purchases  double         purchase days; empty at rung counts
-- column  expected_amount     decimal(18,2)  revenue
-- column  expected_margin     decimal(18,2)  margin of it, at the customer's margin share drawn towards the company's; empty if no cost is known
-- column  discounted_margin   decimal(18,2)  the same in today's money
-- column  low                 decimal(18,2)  lower end of the interval of the margin of this one customer (params.interval_coverage): the law of its total given its history; empty of a rule
-- column  high                decimal(18,2)  upper end
-- column  grade               text           of the models used; C of a rule, D of counts
-- column  rung                text           own_model, pooled_model, rule or counts: what the number rests on
-- check   unique(party_id, horizon_months)
-- check   in(horizon_months, 3, 6, 12, 24)
-- check   in(rung, own_model, pooled_model, rule, counts)
-- check   where(expected_purchases >= 0 and expected_amount >= 0)
-- check   where(low <= high)
-- java    ScoreCustomerValue

with company as (
    select
        count(case when repeat_purchases > 0 then 1 end) as repeat_buyers,
        cast(sum(repeat_purchases) as double) / nullif(sum(age_days), 0) as daily_rate
    from scores.purchase_history
),

law as (
    select
        cohort,
        max(law) as law,
        max(factor) as factor,
        max(case when weight > 0 then grade end) as grade
    from scores.fit_purchase
    group by cohort
),

purchase_model as (
    select
        max(case when cohort = 'all' then law end) as law,
        max(case when cohort = 'all' then factor end) as factor,
        max(case when cohort = 'all' then grade end) as grade,
        count(case when cohort <> 'all' then 1 end) as cohorts
    from law
),

spend_model as (
    select
        max(law) as law,
        max(grade) as grade
    from scores.fit_spend
    where is_chosen
),

basis as (
    select
        c.daily_rate,
        case
            when c.repeat_buyers >= 200 and m.grade < 'D' and s.law is not null then 'own_model'
            when c.repeat_buyers >= 50 and m.grade < 'D' and s.law is not null then 'pooled_model'
            when c.repeat_buyers >= 10 and s.law is not null then 'rule'
            else 'counts'
        end as rung,
        m.cohorts,
        m.grade as purchase_grade,
        s.grade as spend_grade,
        m.law,
        m.factor,
        s.law as spend_law
    from company as c
    cross join purchase_model as m
    cross join spend_model as s
),

money as (
    select
        party_id,
        sum(amount) as amount
    from scores.party_day
    where not is_anonymous
    group by party_id
),

-- a cohort without laws of its own stays with the whole, which others of the company have left
customer as (
    select
        h.party_id,
        case when b.rung = 'own_model' and b.cohorts > 0 and o.cohort is null then 'pooled_model' else b.rung end as rung,
        greatest(coalesce(o.grade, b.purchase_grade), b.spend_grade) as model_grade,
        coalesce(o.law, b.law) as law,
        coalesce(o.factor, b.factor) as factor
    from scores.purchase_history as h
    inner join scores.purchase_cohort as c on c.party_id = h.party_id
    cross join basis as b
    left join law as o on o.cohort in (c.kind, c.arrival)
),

horizon as (
    select months
    from (values (3), (6), (12), (24)) as t (months)
)

select
    h.party_id,
    z.months as horizon_months,
    u.rung,
    case u.rung
        when 'own_model' then u.model_grade
        when 'pooled_model' then greatest(u.model_grade, 'C')
        when 'rule' then 'C'
        else 'D'
    end as grade,
    h.repeat_purchases,
    h.span_days,
    h.age_days,
    h.mean_repeat_amount,
    y.amount as historic_amount,
    m.margin_share,
    case when b.daily_rate > 0 then
        z.months * cast(30.4375 as double) * (h.repeat_purchases + 1) / (h.age_days + 1 / b.daily_rate)
        * case l.segment when 'cooling' then 0.7 when 'silent' then 0.3 when 'lost' then 0.05 else 1 end
    end as rule_purchases,
    q.yearly_discount,
    q.interval_coverage,
    u.law,
    u.factor,
    b.spend_law
from scores.purchase_history as h
inner join customer as u on u.party_id = h.party_id
inner join scores.lifecycle as l on l.party_id = h.party_id
inner join money as y on y.party_id = h.party_id
inner join scores.margin_share as m on m.party_id = h.party_id
cross join horizon as z
cross join basis as b
cross join params as q
