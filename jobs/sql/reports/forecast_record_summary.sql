-- about   How good the weekly forecasts of each level were over their last origins, beside the seasonal naive forecast and the
--         plan. WAPE and bias are of sums: of the errors by that of the facts.
-- grain   level
-- column  level        text     company, category, manager, team, city, customer_group or part
-- column  origins      integer
-- column  points       integer  forecasts beside a fact
-- column  wape         double   sum of absolute errors by the sum of facts
-- column  naive_wape   double
-- column  plan_wape    double   of the points that have a plan; empty where none has
-- column  mase         double   mean absolute error in units of the naive one
-- column  naive_mase   double   1, unless the naive forecast never erred
-- column  bias         double   sum of errors (forecast less fact) by the sum of facts
-- column  naive_bias   double
-- column  plan_bias    double
-- column  coverage_80  double   share of facts inside the 80 % band
-- column  coverage_95  double
-- column  used         text     what the company's next forecast, or most of the level's, are made by: model or naive
-- column  keys         integer  series of the level
-- column  naive_keys   integer  how many of them the seasonal naive method forecasts
-- check   unique(level)
-- check   in(used, model, naive)

with record as (
    select
        r.level,
        count(distinct r.origin_on) as origins,
        count(*) as points,
        cast(sum(r.actual) as double) as actual,
        cast(sum(abs(r.error)) as double) as missed,
        cast(sum(abs(r.naive - r.actual)) as double) as naive_missed,
        cast(sum(r.error) as double) as error,
        cast(sum(r.naive - r.actual) as double) as naive_error,
        cast(sum(case when r.human_plan is not null then r.actual end) as double) as planned_actual,
        cast(sum(abs(r.human_plan - r.actual)) as double) as plan_missed,
        cast(sum(r.human_plan - r.actual) as double) as plan_error,
        cast(count_if(r.is_covered_80) as double) / count(*) as coverage_80,
        cast(count_if(r.is_covered_95) as double) / count(*) as coverage_95
    from scores.forecast_record as r
    where r.is_regular and r.metric = 'revenue' and r.step = 'week'
    group by r.level
),

used as (
    select
        f.level,
        count(*) as keys,
        count_if(f.method in ('seasonal_naive', 'naive')) as naive_keys
    from scores.forecast as f
    where f.metric = 'revenue' and f.step = 'week' and f.horizon = 1
    group by f.level
)

select
    r.level,
    r.origins,
    r.points,
    r.missed / nullif(r.actual, 0) as wape,
    r.naive_missed / nullif(r.actual, 0) as naive_wape,
    r.plan_missed / nullif(r.planned_actual, 0) as plan_wape,
    r.missed / nullif(r.naive_missed, 0) as mase,
    r.naive_missed / nullif(r.naive_missed, 0) as naive_mase,
    r.error / nullif(r.actual, 0) as bias,
    r.naive_error / nullif(r.actual, 0) as naive_bias,
    r.plan_error / nullif(r.planned_actual, 0) as plan_bias,
    r.coverage_80,
    r.coverage_95,
    case when 2 * coalesce(u.naive_keys, 0) > coalesce(u.keys, 0) then 'naive' else 'model' end as used,
    coalesce(u.keys, 0) as keys,
    coalesce(u.naive_keys, 0) as naive_keys
from record as r
left join used as u on u.level = r.level
