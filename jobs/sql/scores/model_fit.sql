-- about   Every fitted model with its parameters, and how far it can be trusted.
-- grain   model, cohort, parameter
-- column  model           text
-- column  cohort          text     all: one fit over all customers
-- column  parameter       text
-- column  value           double
-- column  standard_error  double   empty where the data do not identify it
-- column  log_likelihood  double
-- column  observations    integer  customers the fit rests on
-- column  is_converged    boolean
-- column  is_chosen       boolean  the values are computed with it
-- column  grade           text     A and B: sound, of many customers and of few; C: with a finding, or a rule; D: not to be used
-- column  note            text     the findings
-- check   unique(model, cohort, parameter)
-- check   not_null(value, grade)

select
    model,
    'all' as cohort,
    parameter,
    value,
    standard_error,
    log_likelihood,
    observations,
    is_converged,
    is_chosen,
    grade,
    note
from (
    select * from scores.fit_purchase
    union all
    select * from scores.fit_spend
) as t
