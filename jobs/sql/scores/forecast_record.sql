-- about   Every past forecast beside what came: what the run of a day published, where there was one, else what it would have
--         said (scores.forecast_backtest). Of several runs that forecast from the same period on, the last. Goods are left out,
--         for they follow their groups.
-- grain   metric, step, level, key, origin_on, period_on
-- column  metric         text           revenue
-- column  step           text           week or month
-- column  level          text           as in scores.forecast_fact
-- column  key            text           whose, within the level
-- column  origin_on      date           the last day that the forecast knew
-- column  period_on      date           Monday or first of the month
-- column  horizon        integer        periods from the origin
-- column  is_published   boolean        a run published it; else made now from what had been sold by then
-- column  is_regular     boolean        of one of the eight origins that reports count, so that no day counts twice as much
-- column  method         text
-- column  mid            decimal(18,2)
-- column  low_80         decimal(18,2)
-- column  high_80        decimal(18,2)
-- column  low_95         decimal(18,2)
-- column  high_95        decimal(18,2)
-- column  naive          decimal(18,2)  the same period a season before
-- column  human_plan     decimal(18,2)  empty where none is set
-- column  actual         decimal(18,2)  as it is known now
-- column  error          decimal(18,2)  mid less actual
-- column  is_covered_80  boolean        actual lies within low_80 and high_80
-- column  is_covered_95  boolean
-- column  total          decimal(18,2)  expected sum from the first period up to this one
-- column  total_low_80   decimal(18,2)  bounds of that sum
-- column  total_high_80  decimal(18,2)
-- check   unique(metric, step, level, key, origin_on, period_on)
-- check   not_null(is_published, is_regular, actual)
-- check   where(origin_on < period_on)

with dated as (
    select
        h.*,
        min(h.period_on) over (partition by h.as_of, h.known_on, h.step) - 1 as origin_on
    from history.forecast as h
),

published as (
    select
        *,
        row_number() over (
            partition by metric, step, level, key, period_on, origin_on order by as_of desc, known_on desc
        ) as position
    from dated
    where level <> 'product'
),

ended as (
    select
        step,
        max(period_on) as last_on
    from scores.forecast_fact
    where not is_future
    group by step
),

regular as (
    select distinct
        step,
        origin_on
    from scores.forecast_backtest
),

-- a past period without a fact is a zero
beside as (
    select
        p.*,
        coalesce(f.amount, 0) as actual
    from published as p
    inner join ended as e on e.step = p.step and p.period_on <= e.last_on
    left join scores.forecast_fact as f
        on f.step = p.step and f.level = p.level and f.key = p.key and f.period_on = p.period_on
    where p.position = 1
)

select
    b.metric,
    b.step,
    b.level,
    b.key,
    b.origin_on,
    b.period_on,
    b.horizon,
    true as is_published,
    r.origin_on is not null as is_regular,
    b.method,
    b.mid,
    b.low_80,
    b.high_80,
    b.low_95,
    b.high_95,
    b.naive,
    b.human_plan,
    b.actual,
    b.mid - b.actual as error,
    b.actual between b.low_80 and b.high_80 as is_covered_80,
    b.actual between b.low_95 and b.high_95 as is_covered_95,
    b.total,
    b.total_low_80,
    b.total_high_80
from beside as b
left join regular as r on r.step = b.step and r.origin_on = b.origin_on
union all
select
    t.metric,
    t.step,
    t.level,
    t.key,
    t.origin_on,
    t.period_on,
    t.horizon,
    false as is_published,
    true as is_regular,
    t.method,
    t.mid,
    t.low_80,
    t.high_80,
    t.low_95,
    t.high_95,
    t.naive,
    t.human_plan,
    t.actual,
    t.error,
    t.is_covered_80,
    t.is_covered_95,
    t.total,
    t.total_low_80,
    t.total_high_80
from scores.forecast_backtest as t
left join beside as b
    on b.metric = t.metric
    and b.step = t.step
    and b.level = t.level
    and b.key = t.key
    and b.origin_on = t.origin_on
    and b.period_on = t.period_on
where b.period_on is null
