-- about   How well each scorer of silence did on the horizon that ended at as_of, from what was known at its start: of the
--         horizon that most customers are judged over. scores.fit_churn has the others.
-- grain   scorer
-- column  scorer          text     logistic, p0 (purchase model), silence_rule (silent for k days), silent_days, share (the same for everybody)
-- column  horizon_days    integer
-- column  customers       integer  known at the start of the horizon
-- column  base_rate       double   share that bought nothing in it
-- column  auc             double   probability that who stayed silent had the higher score
-- column  pr_auc          double   average precision; of a score without knowledge the base rate
-- column  lift_10         double   silent among the tenth with the highest scores, in base rates
-- column  brier           double   mean squared difference of probability and outcome
-- column  ece             double   mean difference of predicted and observed share over ten bins
-- column  log_loss        double
-- column  plausible_bins  integer  of the ten: the prediction lies inside the 95 % interval of the observed share
-- column  is_chosen       boolean
-- column  note            text     what the scorer rested on; of silence_rule its days
-- check   unique(scorer)
-- check   between(auc, 0, 1)
-- check   between(base_rate, 0, 1)

with main as (
    select horizon_days
    from (
        select
            horizon_days,
            row_number() over (order by count(*) desc, horizon_days) as place
        from scores.churn_history
        group by horizon_days
    ) as t
    where place = 1
),

chosen as (
    select max(f.scorer) as scorer
    from scores.fit_churn as f
    inner join main as m on m.horizon_days = f.horizon_days
    where f.kind = 'parameter'
)

select
    f.scorer,
    f.horizon_days,
    max(case when f.name = 'customers' then f.value end) as customers,
    max(case when f.name = 'base_rate' then f.value end) as base_rate,
    max(case when f.name = 'auc' then f.value end) as auc,
    max(case when f.name = 'pr_auc' then f.value end) as pr_auc,
    max(case when f.name = 'lift_10' then f.value end) as lift_10,
    max(case when f.name = 'brier' then f.value end) as brier,
    max(case when f.name = 'ece' then f.value end) as ece,
    max(case when f.name = 'log_loss' then f.value end) as log_loss,
    max(case when f.name = 'plausible_bins' then f.value end) as plausible_bins,
    coalesce(max(c.scorer) = f.scorer, false) as is_chosen,
    case when f.scorer = 'silence_rule' then digits_of(max(f.note)) else max(f.note) end as note
from scores.fit_churn as f
inner join main as m on m.horizon_days = f.horizon_days
cross join chosen as c
where f.kind = 'measure' and f.bin = 0
group by f.horizon_days, f.scorer
