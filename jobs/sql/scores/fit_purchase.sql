-- about   The purchase model of the company: MBG/NBD, MBG/CNBD-k for a regular rhythm, or the model without dropout where
--         nobody can be seen to leave; the data choose. Beside it MBG/NBD if another was chosen. Empty below 10 repeat buyers.
-- grain   model, parameter
-- column  model           text     mbg_nbd, mbg_cnbd_k, nbd or cnbd_k
-- column  parameter       text     k, r, alpha (weeks), a, b
-- column  value           double
-- column  standard_error  double   empty where the data do not identify it
-- column  log_likelihood  double   without the constant term ln x!
-- column  observations    integer  customers
-- column  is_converged    boolean
-- column  is_chosen       boolean  the values are computed with it
-- column  grade           text     A and B: sound, of many customers and of few; C: with a finding; D: not to be used
-- column  note            text     the findings
-- check   unique(model, parameter)
-- check   in(grade, A, B, C, D)
-- check   where(value > 0)
-- java    FitPurchases

select
    repeat_purchases,
    span_days,
    age_days,
    count(*) as customers,
    sum(log_gap_sum) as log_gap_sum
from scores.purchase_history
group by repeat_purchases, span_days, age_days
