-- about   Every fitted model with its parameters, and how far it can be trusted.
-- grain   model, cohort, parameter
-- column  model           text
-- column  cohort          text     all: one fit over all customers; person, organisation, early, late: over these, where they are better forecast apart
-- column  parameter       text
-- column  value           double
-- column  standard_error  double   empty where the data do not identify it
-- column  log_likelihood  double
-- column  observations    integer  customers the fit rests on
-- column  is_converged    boolean
-- column  is_chosen       boolean  of purchases the law that other scores ask; of amounts and renewals the one values are computed with
-- column  grade           text     A and B: sound, of many customers and of few; C: with a finding, or a rule; D: not to be used
-- column  note            text     the findings
-- column  weight          double   share in the forecast of values; the purchase models are blended; empty of renewals
-- column  holdout_error   double   in the last period: root of the mean squared error of purchases, mean absolute error of amounts
-- column  holdout_bias    double   share by which a purchase model expected too many then
-- column  factor          double   what totals of purchases are scaled by
-- check   unique(model, cohort, parameter)
-- check   not_null(value, grade)

select
    model,
    cohort,
    parameter,
    value,
    standard_error,
    log_likelihood,
    observations,
    is_converged,
    is_chosen,
    grade,
    note,
    weight,
    holdout_rmse as holdout_error,
    holdout_bias,
    factor
from scores.fit_purchase
union all
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
    note,
    case when is_chosen then 1e0 else 0e0 end as weight,
    holdout_mae as holdout_error,
    cast(null as double) as holdout_bias,
    cast(null as double) as factor
from scores.fit_spend
union all
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
    note,
    cast(null as double) as weight,
    cast(null as double) as holdout_error,
    cast(null as double) as holdout_bias,
    cast(null as double) as factor
from scores.fit_renewal
