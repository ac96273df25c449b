-- about   Medians, spread and trend of the amounts of each product.
-- grain   product
-- column  product      text
-- column  customers    integer
-- column  middle       double
-- column  upper        double
-- column  deviation    double
-- column  slope        double
-- column  best_line    text
-- column  cold         decimal(18,2)
-- column  warm         decimal(18,2)

select
    s.product,
    count(distinct s.party_id) as customers,
    median(cast(s.amount as double)) as middle,
    percentile_cont(0.9) within group (order by cast(s.amount as double)) as upper,
    stddev_samp(cast(s.amount as double)) as deviation,
    regr_slope(cast(s.amount as double), cast(s.line as double)) as slope,
    max_by(s.line_id, concat(lpad(cast(s.line as string), 9, '0'), s.line_id)) as best_line,
    sum(s.amount) filter (where month(s.sold_on) in (11, 12, 1, 2, 3)) as cold,
    sum(case when month(s.sold_on) between 5 and 9 then s.amount else 0 end) as warm
from raw.sale_line as s
group by s.product
