-- about   What was unusual in past sales, by week and by month, at every level: periods far from what their neighbours and
--         season make usual, and lasting changes of the level. Working days and promotions are taken out as in the forecasts,
--         which are made from the sales as they are.
-- grain   step, level, key, period_on, kind
-- column  step       text           week or month
-- column  level      text           as in scores.forecast_fact
-- column  key        text           whose, within the level
-- column  period_on  date           Monday or first of the month; of a level shift the first on the new level
-- column  kind       text           outlier or level_shift
-- column  amount     decimal(18,2)  what the period brought; of a shift, what a usual period brings on the new level
-- column  expected   decimal(18,2)  what was usual for the period; of a shift, what one brought on the old level
-- check   unique(step, level, key, period_on, kind)
-- check   in(kind, outlier, level_shift)
-- check   not_null(amount, expected)
-- java    FindUnusualSales

select
    f.*,
    p.forecast_season,
    p.forecast_levels
from scores.forecast_fact as f
cross join params as p
