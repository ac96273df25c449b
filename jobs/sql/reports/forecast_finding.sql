-- about   What was unusual in the company's sales of the last 52 weeks or twelve months: the largest three. A month is told only
--         where no week of it, nor of the months beside it, says the same.
-- grain   position
-- column  position   integer        1 is the largest by its share of what was usual
-- column  step       text           week or month
-- column  period_on  date           Monday or first of the month; of a level shift the first on the new level
-- column  kind       text           outlier or level_shift
-- column  amount     decimal(18,2)  what the period brought; of a shift, what a usual period brings on the new level
-- column  expected   decimal(18,2)  what was usual for the period; of a shift, what one brought on the old level
-- column  change     double         amount by what was expected, less 1
-- check   unique(position)
-- check   in(kind, outlier, level_shift)
-- check   not_null(change)

with recent as (
    select
        f.step,
        f.period_on,
        f.kind,
        f.amount,
        f.expected,
        cast(f.amount as double) / cast(f.expected as double) - 1e0 as change
    from scores.forecast_finding as f
    cross join params as p
    where
        f.level = 'company'
        and f.expected > 0
        and f.period_on > case when f.step = 'week' then p.as_of - 370 else add_months(month_of(p.as_of), -12) end
),

told as (
    select r.*
    from recent as r
    left join (
        select distinct
            month_of(w.period_on) as month_on,
            w.kind,
            sign(w.change) as direction
        from recent as w
        where w.step = 'week'
    ) as w
        on
            r.step = 'month' and w.kind = r.kind and w.direction = sign(r.change)
            and w.month_on between add_months(r.period_on, -1) and add_months(r.period_on, 1)
    where w.month_on is null
),

ranked as (
    select
        row_number() over (order by abs(t.change) desc, t.period_on desc, t.step, t.kind) as position,
        t.*
    from (select distinct * from told) as t
)

select
    position,
    step,
    period_on,
    kind,
    amount,
    expected,
    change
from ranked
where position <= 3
