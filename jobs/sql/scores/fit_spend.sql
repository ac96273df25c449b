-- about   The spend models of the company: Gamma-Gamma over repeat buyers, or the mean drawn towards everybody's where it
--         cannot be fitted, beside the customer's own mean and everybody's. Chosen is the one that came closest to what was spent
--         from a day a year back (or half of what is known) to as_of. Empty if nobody bought again.
-- grain   model, parameter
-- column  model           text     gamma_gamma or shrunken_mean; own_mean, global_mean
-- column  parameter       text     p, q, gamma (money); mean (money), prior_purchases
-- column  value           double
-- column  standard_error  double   empty where the data do not identify it
-- column  log_likelihood  double   empty of a rule
-- column  observations    integer  repeat buyers
-- column  is_converged    boolean
-- column  is_chosen       boolean  the values are computed with it
-- column  grade           text     A and B: sound, of many customers and of few; C: with a finding, or a rule; D: not to be used
-- column  note            text     the findings
-- column  holdout_mae     double   error per customer of the mean amount, made at the earlier day; empty without one
-- column  law             text     the model in one line: its name and parameters
-- check   unique(model, parameter)
-- check   in(grade, A, B, C, D)
-- java    FitSpend

with known as (
    select
        min(h.first_on) as first_on,
        cast(least(365, floor(days_between(min(h.first_on), max(p.as_of)) / 2e0)) as int) as period_days
    from scores.purchase_history as h
    cross join params as p
),

earlier as (
    select
        h.party_id,
        count(case when d.sold_on <= p.as_of - k.period_days then d.purchase_number end) - 1 as repeat_purchases,
        cast(sum(case when d.sold_on > h.first_on and d.sold_on <= p.as_of - k.period_days then d.amount end) as double)
        as repeat_amount,
        count(case when d.sold_on > p.as_of - k.period_days then d.purchase_number end) as later_purchases,
        cast(sum(case when d.sold_on > p.as_of - k.period_days then d.amount end) as double) as later_amount
    from scores.purchase_history as h
    inner join scores.party_day as d on d.party_id = h.party_id
    cross join known as k
    cross join params as p
    where h.first_on <= p.as_of - k.period_days and k.period_days > 0
    group by h.party_id
)

select
    0 as periods_ago,
    repeat_purchases,
    mean_repeat_amount,
    cast(null as double) as later_mean_amount
from scores.purchase_history
where repeat_purchases > 0
union all
select
    1 as periods_ago,
    repeat_purchases,
    repeat_amount / repeat_purchases as mean_repeat_amount,
    case when later_purchases > 0 then later_amount / later_purchases end as later_mean_amount
from earlier
where repeat_purchases > 0
