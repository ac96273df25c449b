-- about   How much of each good will be asked for while an order of it is on its way, from whole weeks of sales less returns.
-- grain   product_id
-- column  product_id      text
-- column  weeks           integer        from the first sale on
-- column  daily_demand    double         units a day over the replenishment time
-- column  demand          double         units over params.replenishment_days
-- column  demand_high_80  double         not exceeded with nine chances in ten
-- column  method          text           what forecasts
-- check   unique(product_id)
-- check   where(0 <= demand and demand <= demand_high_80)
-- java    ForecastDemand

select
    l.product_id,
    week_of(l.sold_on) as week_on,
    cast(sum(l.quantity) as double) as quantity,
    max(week_of(p.as_of + 1) - 7) as last_week_on,
    max(p.replenishment_days) as replenishment_days
from curated.sales_line as l
cross join params as p
where l.sold_on < week_of(p.as_of + 1) and l.product_id is not null and not l.is_service
group by l.product_id, week_of(l.sold_on)
