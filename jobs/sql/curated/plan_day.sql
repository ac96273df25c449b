-- about   The plan by working day: a month over its working days in cents, those that remain spread evenly over it, so
--         that days sum to their month exactly. Months outside curated.calendar have no days.
-- grain   metric, scope, key, day_on
-- column  metric  text
-- column  scope   text
-- column  key     text
-- column  day_on  date
-- column  value   decimal(18,2)
-- check   unique(metric, scope, key, day_on)

with working as (
    select
        c.day_on,
        c.month_on,
        row_number() over (partition by c.month_on order by c.day_on) as position,
        count(*) over (partition by c.month_on) as days
    from curated.calendar as c
    where c.is_working_day
),

cents as (
    select
        n.metric,
        n.scope,
        n.key,
        w.day_on,
        w.position,
        w.days,
        cast(n.value * 100 as decimal(18, 0)) as month_cents
    from curated.plan as n
    join working as w on w.month_on = n.month_on
)

select
    c.metric,
    c.scope,
    c.key,
    c.day_on,
    -- what is planned up to the day, less what is planned up to the day before, each in whole cents
    cast(
        quotient(c.month_cents * c.position, c.days) - quotient(c.month_cents * (c.position - 1), c.days)
        as decimal(18, 0)
    ) * 0.01 as value
from cents as c
