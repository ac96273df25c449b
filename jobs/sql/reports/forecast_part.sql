-- about   What the company will sell in the weeks ahead, in three parts: customers who have bought before, the open deals of
--         those who have not, and new customers beyond these deals; and whether that is more than a year before.
-- grain   part
-- column  part         text           repeat, pipeline, new, total
-- column  amount       decimal(18,2)  expected over all forecast weeks
-- column  low_80       decimal(18,2)  bounds of the central 80 %
-- column  high_80      decimal(18,2)
-- column  previous     decimal(18,2)  what as many weeks before brought; of new customers with or without a deal
-- column  last_year    decimal(18,2)  what the same weeks a year before brought; empty if they are not all known
-- column  growth       double         of the total against last_year
-- column  growth_low   double         bounds of the central 80 %
-- column  growth_high  double
-- column  direction    text           growth, decline, or unclear: the bounds do not agree
-- column  deals        integer        open deals of the part
-- check   unique(part)
-- check   in(part, repeat, pipeline, new, total)
-- check   in(direction, growth, decline, unclear)
-- check   where(low_80 <= amount and amount <= high_80)

with horizon as (
    select
        max(f.horizon) as weeks,
        min(f.period_on) as from_on
    from scores.forecast as f
    where f.metric = 'revenue' and f.step = 'week' and f.level = 'company'
),

ahead as (
    select
        case when f.level = 'company' then 'total' else f.key end as part,
        cast(f.total as double) as amount,
        cast(f.total_low_80 as double) as low_80,
        cast(f.total_high_80 as double) as high_80
    from scores.forecast as f
    inner join horizon as h on h.weeks = f.horizon
    where f.metric = 'revenue' and f.step = 'week' and f.level in ('company', 'part')
),

past as (
    select
        case when f.level = 'company' then 'total' else f.key end as part,
        sum(case when f.period_on >= h.from_on - cast(7 * h.weeks as int) then f.amount end) as previous,
        case
            when min(min(f.period_on)) over () <= max(h.from_on) - 364
                then sum(case
                    when
                        f.period_on >= h.from_on - 364
                        and f.period_on < h.from_on - 364 + cast(7 * h.weeks as int) then f.amount
                end)
        end as last_year
    from scores.forecast_fact as f
    cross join horizon as h
    where f.step = 'week' and f.level in ('company', 'part') and not f.is_future
    group by case when f.level = 'company' then 'total' else f.key end
),

deal as (
    select
        coalesce(sum(cast(s.amount as double) * s.horizon_probability), 0) as amount,
        sqrt(coalesce(sum(
            cast(s.amount as double) * cast(s.amount as double) * s.horizon_probability * (1 - s.horizon_probability)
        ), 0)) as deviation,
        count(*) as deals
    from scores.deal_score as s
    where not s.is_customer
),

customer_deal as (
    select count(*) as deals
    from scores.deal_score as s
    where s.is_customer
),

part as (
    select
        a.part,
        a.amount,
        a.low_80,
        a.high_80
    from ahead as a
    where a.part = 'repeat'
    union all
    select
        'pipeline',
        d.amount,
        greatest(0, d.amount - 1.281552e0 * d.deviation),
        d.amount + 1.281552e0 * d.deviation
    from deal as d
    union all
    -- what new customers usually bring, less what their deals already promise
    select
        'new',
        greatest(0, a.amount - d.amount),
        greatest(0, a.low_80 - d.amount),
        greatest(0, a.high_80 - d.amount)
    from ahead as a
    cross join deal as d
    where a.part = 'new'
),

summed as (
    select sum(cast(round(cast(n.amount as decimal(18, 2)), 2) as decimal(18, 2))) as amount
    from part as n
),

listed as (
    select
        n.part,
        cast(n.amount as decimal(18, 2)) as amount,
        cast(n.low_80 as decimal(18, 2)) as low_80,
        cast(n.high_80 as decimal(18, 2)) as high_80
    from part as n
    union all
    -- the band of the company's own forecast, moved to the sum of the parts
    select
        'total',
        cast(s.amount as decimal(18, 2)),
        cast(greatest(0, cast(s.amount as double) - (a.amount - a.low_80)) as decimal(18, 2)),
        cast(cast(s.amount as double) + (a.high_80 - a.amount) as decimal(18, 2))
    from ahead as a
    cross join summed as s
    where a.part = 'total' and s.amount is not null
)

select
    t.part,
    t.amount,
    least(t.low_80, t.amount) as low_80,
    greatest(t.high_80, t.amount) as high_80,
    p.previous,
    p.last_year,
    case when t.part = 'total' then cast(t.amount as double) / nullif(cast(p.last_year as double), 0) - 1 end as growth,
    case
        when t.part = 'total' then cast(t.low_80 as double) / nullif(cast(p.last_year as double), 0) - 1
    end as growth_low,
    case
        when t.part = 'total' then cast(t.high_80 as double) / nullif(cast(p.last_year as double), 0) - 1
    end as growth_high,
    case
        when t.part <> 'total' or coalesce(p.last_year, 0) = 0 then null
        when t.low_80 > p.last_year then 'growth'
        when t.high_80 < p.last_year then 'decline'
        else 'unclear'
    end as direction,
    case t.part when 'pipeline' then d.deals when 'repeat' then c.deals end as deals
from listed as t
cross join deal as d
cross join customer_deal as c
left join past as p on p.part = t.part
