-- about   Predicted and observed share of the silent by tenth of the customers, of each scorer of
--         scores.churn_evaluation.
-- grain   scorer, bin
-- column  scorer        text
-- column  bin           integer  the lowest probabilities are 1
-- column  horizon_days  integer
-- column  customers     double   a fraction where a tie is divided
-- column  predicted     double   mean probability
-- column  observed      double   share that stayed silent
-- column  low           double   lower end of the 95 % interval of the observed share
-- column  high          double   upper end
-- column  is_inside     boolean  predicted lies between them
-- check   unique(scorer, bin)
-- check   where(low <= observed and observed <= high)

select
    f.scorer,
    f.bin,
    f.horizon_days,
    max(case when f.name = 'customers' then f.value end) as customers,
    max(case when f.name = 'predicted' then f.value end) as predicted,
    max(case when f.name = 'observed' then f.value end) as observed,
    max(case when f.name = 'low' then f.value end) as low,
    max(case when f.name = 'high' then f.value end) as high,
    max(case when f.name = 'predicted' then f.value end) >= max(case when f.name = 'low' then f.value end)
    and max(case when f.name = 'predicted' then f.value end) <= max(case when f.name = 'high' then f.value end) as is_inside
from scores.fit_churn as f
inner join (select distinct horizon_days from scores.churn_evaluation) as e on e.horizon_days = f.horizon_days
where f.kind = 'measure' and f.bin > 0
group by f.scorer, f.bin, f.horizon_days
