-- about   The spend model of the company: Gamma-Gamma over repeat buyers, or the mean drawn towards everybody's where it
--         cannot be fitted. Empty if nobody bought again.
-- grain   model, parameter
-- column  model           text     gamma_gamma or shrunken_mean
-- column  parameter       text     p, q, gamma (money); mean (money), prior_purchases
-- column  value           double
-- column  standard_error  double   empty where the data do not identify it
-- column  log_likelihood  double   empty of a rule
-- column  observations    integer  repeat buyers
-- column  is_converged    boolean
-- column  is_chosen       boolean  the values are computed with it
-- column  grade           text     A and B: sound, of many customers and of few; C: with a finding, or a rule; D: not to be used
-- column  note            text     the findings
-- check   unique(model, parameter)
-- check   in(grade, A, B, C, D)
-- java    FitSpend

select
    repeat_purchases,
    mean_repeat_amount
from scores.purchase_history
where repeat_purchases > 0
