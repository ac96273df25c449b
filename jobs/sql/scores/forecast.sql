-- about   What the company will sell: by week and by month, at every level, with intervals. Categories are reconciled with
--         the company, goods share what their group gets, managers, cities, customer groups and parts what the company
--         gets, so that every level adds up exactly. Where the seasonal naive forecast was better it is the method.
-- grain   metric, step, level, key, period_on
-- column  metric      text           revenue
-- column  step        text           week or month
-- column  level       text           as in scores.forecast_fact
-- column  key         text           whose, within the level
-- column  period_on   date           Monday or first of the month
-- column  horizon     integer        1 for the first period that had not ended by as_of
-- column  method      text           what forecasts the series
-- column  mid         decimal(18,2)
-- column  low_50      decimal(18,2)  bounds of the central 50, 80 and 95 %
-- column  high_50     decimal(18,2)
-- column  low_80      decimal(18,2)
-- column  high_80     decimal(18,2)
-- column  low_95      decimal(18,2)
-- column  high_95     decimal(18,2)
-- column  naive       decimal(18,2)  the same period a season before
-- column  human_plan  decimal(18,2)  empty where none is set
-- column  total          decimal(18,2)  expected sum from the first period up to this one
-- column  total_low_80   decimal(18,2)  bounds of that sum: periods go wrong together, so bounds do not add up
-- column  total_high_80  decimal(18,2)
-- column  total_low_95   decimal(18,2)
-- column  total_high_95  decimal(18,2)
-- check   unique(metric, step, level, key, period_on)
-- check   not_null(mid, low_50, high_50, low_80, high_80, low_95, high_95, naive, method)
-- check   where(0 <= low_95 and low_95 <= low_80 and low_80 <= low_50 and low_50 <= mid)
-- check   where(mid <= high_50 and high_50 <= high_80 and high_80 <= high_95)
-- java    ForecastSales

select
    f.*,
    p.forecast_season,
    p.forecast_levels
from scores.forecast_fact as f
cross join params as p
