-- about   When each customer will order again, should it come again, and for how much. The law of the customer's gaps is that
--         of the company's purchase model drawn towards the customer's own gaps (rungs own_model, pooled_model), or an
--         exponential one around the usual gap of the life cycle (rule); given the silence so far, so never in the past.
--         Whether it comes at all is what scores.churn says.
-- grain   party_id
-- column  party_id         text
-- column  expected_on      date           as likely before as after; empty where note says why
-- column  low_on           date           before it with one chance in ten
-- column  high_on          date           after it with one chance in ten, ten years from as_of at most
-- column  usual_gap_days   double         usual gap of the customer
-- column  silent_days      integer        days since the last purchase
-- column  expected_amount  decimal(18,2)  revenue of the next purchase day: the spend model; 0 where returns used up all; empty without a model
-- column  rung             text           own_model, pooled_model, rule or counts: what the dates rest on
-- column  grade            text           of the model; C of a rule, D of counts
-- column  note             text           why there is no date: few_repeat_buyers (rung counts), lost (silent for longer than the lost limit), far (ten years off and more)
-- check   unique(party_id)
-- check   not_null(usual_gap_days, silent_days, rung, grade)
-- check   in(rung, own_model, pooled_model, rule, counts)
-- check   in(note, few_repeat_buyers, lost, far)
-- check   where((expected_on is null) = (note is not null))
-- check   where(as_of < low_on and low_on <= expected_on and expected_on <= high_on)
-- java    ScoreNextOrder

with company as (
    select count(case when repeat_purchases > 0 then 1 end) as repeat_buyers
    from scores.purchase_history
),

purchase_model as (
    select
        max(grade) as grade,
        coalesce(max(case when parameter = 'k' then value end), 1) as k,
        max(case when parameter = 'r' then value end) as r,
        max(case when parameter = 'alpha' then value end) as alpha
    from scores.fit_purchase
    where is_chosen and cohort = 'all'
),

spend_model as (
    select max(law) as spend_law
    from scores.fit_spend
    where is_chosen
),

basis as (
    select
        case
            when c.repeat_buyers >= 200 and m.grade < 'D' then 'own_model'
            when c.repeat_buyers >= 50 and m.grade < 'D' then 'pooled_model'
            when c.repeat_buyers >= 10 then 'rule'
            else 'counts'
        end as rung,
        m.grade as model_grade,
        m.k,
        m.r,
        m.alpha
    from company as c
    cross join purchase_model as m
),

money as (
    select
        party_id,
        sum(amount) as amount
    from scores.party_day
    where not is_anonymous
    group by party_id
)

select
    h.party_id,
    l.last_on,
    l.silent_days,
    l.segment,
    l.usual_gap_days,
    b.rung,
    case b.rung
        when 'own_model' then b.model_grade
        when 'pooled_model' then greatest(b.model_grade, 'C')
        when 'rule' then 'C'
        else 'D'
    end as grade,
    case when b.rung = 'rule' then 1e0 else b.k end as stages,
    case when b.rung = 'rule' then h.repeat_purchases + 4e0 else b.r + b.k * h.repeat_purchases end as shape,
    case when b.rung = 'rule' then (h.repeat_purchases + 3) * l.usual_gap_days else 7 * b.alpha + h.span_days end as rate_days,
    h.repeat_purchases,
    h.mean_repeat_amount,
    y.amount as historic_amount,
    s.spend_law
from scores.purchase_history as h
inner join scores.lifecycle as l on l.party_id = h.party_id
inner join money as y on y.party_id = h.party_id
cross join basis as b
cross join spend_model as s
