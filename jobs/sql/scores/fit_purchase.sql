-- about   The purchase models of the company: every candidate, how it did from a day a year back (or half of what is known) to
--         as_of, and the weights at which all together came closest to that. Empty below 10 repeat buyers. Beside those of all
--         customers the models of cohorts (scores.purchase_cohort), where such a split forecast that period clearly better.
-- grain   cohort, model, parameter
-- column  cohort          text     all; person, organisation, early, late: of 200 repeat buyers and more; their customers are valued by these
-- column  model           text     nbd, bg_nbd, mbg_nbd, pareto_nbd, for a rhythm of k steps cnbd_k, bg_cnbd_k, mbg_cnbd_k with k in figures
-- column  parameter       text     k, r, alpha (weeks), a, b, s, beta (weeks)
-- column  value           double
-- column  standard_error  double   empty where the data do not identify it
-- column  log_likelihood  double   without the constant term ln x!
-- column  observations    integer  customers
-- column  is_converged    boolean
-- column  is_chosen       boolean  of its cohort the likeliest law with dropout, or without where nobody can be seen to leave; others ask it for gaps
-- column  grade           text     A and B: sound, of many customers and of few; C: with a finding; D: not to be used
-- column  note            text     the findings
-- column  weight          double   share in the forecast of values; 0 of one that takes no part
-- column  holdout_rmse    double   error per customer when fitted at the earlier day; empty without one
-- column  holdout_bias    double   share by which it expected too many purchases then
-- column  factor          double   what totals are scaled by: the share two periods before agree on, beyond a standard error
-- column  law             text     the whole forecast in one line: weight, model and parameters of each part
-- check   unique(cohort, model, parameter)
-- check   in(cohort, all, person, organisation, early, late)
-- check   in(grade, A, B, C, D)
-- check   where(value > 0)
-- check   between(weight, 0, 1)
-- java    FitPurchases

with bought as (
    select
        party_id,
        sold_on,
        purchase_number,
        gap_days
    from scores.party_day
    where purchase_number is not null and not is_anonymous
),

known as (
    select
        min(sold_on) as first_on,
        cast(least(365, floor(days_between(min(sold_on), max(p.as_of)) / 2e0)) as int) as period_days
    from bought
    cross join params as p
),

-- the days at whose end customers are looked at: as_of, a period before and two periods before, if known that far back
cut as (
    select
        n.periods_ago,
        k.period_days,
        p.as_of - n.periods_ago * k.period_days as cut_on
    from known as k
    cross join params as p
    cross join (values (0), (1), (2)) as n (periods_ago)
    where p.as_of - n.periods_ago * k.period_days > k.first_on and (n.periods_ago = 0 or k.period_days > 0)
    or n.periods_ago = 0
),

history as (
    select
        c.periods_ago,
        c.period_days,
        c.cut_on,
        b.party_id,
        count(case when b.sold_on <= c.cut_on then 1 end) - 1 as repeat_purchases,
        min(b.sold_on) as first_on,
        max(case when b.sold_on <= c.cut_on then b.sold_on end) as last_on,
        count(case when b.sold_on > c.cut_on and b.sold_on <= c.cut_on + c.period_days then 1 end) as later_purchases,
        coalesce(sum(case when b.sold_on <= c.cut_on then ln(b.gap_days) end), 0) as log_gap_sum
    from cut as c
    inner join bought as b on b.sold_on <= c.cut_on + c.period_days
    group by c.periods_ago, c.period_days, c.cut_on, b.party_id
    having min(b.sold_on) <= c.cut_on
)

select
    h.periods_ago,
    h.period_days,
    c.kind,
    c.arrival,
    h.repeat_purchases,
    days_between(h.first_on, h.last_on) as span_days,
    days_between(h.first_on, h.cut_on) as age_days,
    h.later_purchases,
    count(*) as customers,
    sum(h.log_gap_sum) as log_gap_sum
from history as h
inner join scores.purchase_cohort as c on c.party_id = h.party_id
group by h.periods_ago, h.period_days, h.cut_on, c.kind, c.arrival, h.repeat_purchases, h.first_on, h.last_on, h.later_purchases
