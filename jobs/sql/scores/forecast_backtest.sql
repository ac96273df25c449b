-- about   What the forecasts of eight earlier days would have said, beside what came: each made now from what had been sold by
--         then (weeks: every fourth week; months: every month). Goods are left out, for they follow their groups.
-- grain   metric, step, level, key, origin_on, period_on
-- column  metric         text           revenue
-- column  step           text           week or month
-- column  level          text           as in scores.forecast_fact
-- column  key            text           whose, within the level
-- column  origin_on      date           the last day that the forecast knew
-- column  period_on      date           Monday or first of the month
-- column  horizon        integer        periods from the origin
-- column  method         text
-- column  mid            decimal(18,2)
-- column  low_80         decimal(18,2)
-- column  high_80        decimal(18,2)
-- column  low_95         decimal(18,2)
-- column  high_95        decimal(18,2)
-- column  naive          decimal(18,2)  the same period a season before
-- column  human_plan     decimal(18,2)  empty where none is set
-- column  actual         decimal(18,2)
-- column  error          decimal(18,2)  mid less actual
-- column  is_covered_80  boolean        actual lies within low_80 and high_80
-- column  is_covered_95  boolean
-- column  total          decimal(18,2)  expected sum from the first period up to this one
-- column  total_low_80   decimal(18,2)  bounds of that sum
-- column  total_high_80  decimal(18,2)
-- check   unique(metric, step, level, key, origin_on, period_on)
-- check   where(origin_on < period_on)
-- java    RecordForecasts

select
    f.*,
    p.forecast_season,
    p.forecast_levels
from scores.forecast_fact as f
cross join params as p
where f.level <> 'product'
