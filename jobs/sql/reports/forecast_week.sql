-- about   Revenue of the company by week: what was sold in the last 26 whole weeks, what is expected in the next, beside the
--         same week a year before and the plan.
-- grain   period_on
-- column  period_on       date           Monday
-- column  is_forecast     boolean        the week had not ended by as_of
-- column  actual          decimal(18,2)  of a past week
-- column  mid             decimal(18,2)  of a week to come
-- column  low_50          decimal(18,2)  bounds of the central 50, 80 and 95 %
-- column  high_50         decimal(18,2)
-- column  low_80          decimal(18,2)
-- column  high_80         decimal(18,2)
-- column  low_95          decimal(18,2)
-- column  high_95         decimal(18,2)
-- column  naive           decimal(18,2)  what the seasonal naive forecast says
-- column  plan            decimal(18,2)  of the week's working days; empty unless the months of the week have one
-- column  chance_of_plan  double         that the week brings its plan or more
-- column  method          text           what forecasts
-- column  promotion       text           names of the promotions in the week, of all goods or of a group; empty where there is none
-- check   unique(period_on)
-- check   where(is_forecast = (actual is null))
-- check   between(chance_of_plan, 0, 1)

with recent as (
    select
        f.*,
        row_number() over (partition by f.is_future order by f.period_on desc) as age
    from scores.forecast_fact as f
    where f.step = 'week' and f.level = 'company'
),

promoted as (
    select
        r.period_on,
        comma_list(array_agg(q.name)) as promotion
    from recent as r
    inner join curated.promotion as q on q.from_on <= r.period_on + 6 and q.to_on >= r.period_on
    group by r.period_on
)

select
    r.period_on,
    r.is_future as is_forecast,
    r.amount as actual,
    f.mid,
    f.low_50,
    f.high_50,
    f.low_80,
    f.high_80,
    f.low_95,
    f.high_95,
    f.naive,
    r.plan,
    chance_of(r.plan, f.low_95, f.low_80, f.low_50, f.mid, f.high_50, f.high_80, f.high_95) as chance_of_plan,
    f.method,
    q.promotion
from recent as r
left join promoted as q on q.period_on = r.period_on
left join scores.forecast as f
    on f.metric = 'revenue' and f.step = 'week' and f.level = 'company' and f.period_on = r.period_on
where r.is_future or r.age <= 26
