-- about   The record of the company's forecasts: what eight earlier ones said of the four weeks after them, beside what came,
--         the seasonal naive forecast and the plan.
-- grain   origin_on
-- column  origin_on      date           the last day that the forecast knew
-- column  actual         decimal(18,2)  of the four weeks after
-- column  mid            decimal(18,2)
-- column  low_80         decimal(18,2)  bounds of the central 80 %
-- column  high_80        decimal(18,2)
-- column  naive          decimal(18,2)
-- column  plan           decimal(18,2)  empty unless all four weeks have one
-- column  error          decimal(18,2)  mid less actual
-- column  is_covered_80  boolean
-- column  best           text           whose error was smallest: model, naive or plan
-- check   unique(origin_on)
-- check   in(best, model, naive, plan)

with four as (
    select
        r.origin_on,
        sum(r.actual) as actual,
        max(case when r.horizon = 4 then r.total end) as mid,
        max(case when r.horizon = 4 then r.total_low_80 end) as low_80,
        max(case when r.horizon = 4 then r.total_high_80 end) as high_80,
        sum(r.naive) as naive,
        case when count(r.human_plan) = 4 then sum(r.human_plan) end as plan
    from scores.forecast_record as r
    where r.is_regular and r.metric = 'revenue' and r.step = 'week' and r.level = 'company' and r.horizon <= 4
    group by r.origin_on
    having count(*) = 4
)

select
    f.origin_on,
    f.actual,
    f.mid,
    f.low_80,
    f.high_80,
    f.naive,
    f.plan,
    f.mid - f.actual as error,
    f.actual between f.low_80 and f.high_80 as is_covered_80,
    case
        when
            abs(f.mid - f.actual) <= abs(f.naive - f.actual)
            and abs(f.mid - f.actual) <= coalesce(abs(f.plan - f.actual), abs(f.mid - f.actual)) then 'model'
        when abs(f.naive - f.actual) <= coalesce(abs(f.plan - f.actual), abs(f.naive - f.actual)) then 'naive'
        else 'plan'
    end as best
from four as f
