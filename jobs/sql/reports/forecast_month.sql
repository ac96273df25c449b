-- about   Revenue of the company in the running month and the two after it, against the plan. Of the running month what was
--         sold stands, and the rest is expected in proportion to its working days.
-- grain   month_on
-- column  month_on        date           first of the month
-- column  actual          decimal(18,2)  sold up to as_of
-- column  mid             decimal(18,2)  the month as a whole: actual and what is expected of the rest
-- column  low_80          decimal(18,2)  bounds of the central 80 and 95 %
-- column  high_80         decimal(18,2)
-- column  low_95          decimal(18,2)
-- column  high_95         decimal(18,2)
-- column  plan            decimal(18,2)  empty where none is set
-- column  chance_of_plan  double         that the month brings its plan or more
-- column  naive           decimal(18,2)  the same month of the year before
-- check   unique(month_on)
-- check   between(chance_of_plan, 0, 1)

with sold as (
    select
        month_of(d.sold_on) as month_on,
        sum(d.amount) as amount
    from scores.party_day as d
    group by month_of(d.sold_on)
),

rest as (
    select
        c.month_on,
        cast(count_if(c.is_working_day and c.day_on > p.as_of) as double)
        / nullif(count_if(c.is_working_day), 0) as share
    from curated.calendar as c
    cross join params as p
    group by c.month_on
),

month as (
    select
        f.period_on as month_on,
        cast(coalesce(s.amount, 0) as double) as actual,
        cast(coalesce(s.amount, 0) as double) + coalesce(r.share, 1) * cast(f.mid as double) as mid,
        sqrt(coalesce(r.share, 1)) as width,
        f.mid as whole,
        f.low_50,
        f.high_50,
        f.low_80,
        f.high_80,
        f.low_95,
        f.high_95,
        f.human_plan as plan,
        f.naive
    from scores.forecast as f
    left join sold as s on s.month_on = f.period_on
    left join rest as r on r.month_on = f.period_on
    where f.metric = 'revenue' and f.step = 'month' and f.level = 'company' and f.horizon <= 3
),

-- the uncertainty of a part of a month shrinks with the root of the part
bounded as (
    select
        m.*,
        greatest(m.actual, m.mid - m.width * cast(m.whole - m.low_50 as double)) as below_50,
        m.mid + m.width * cast(m.high_50 - m.whole as double) as above_50,
        greatest(m.actual, m.mid - m.width * cast(m.whole - m.low_80 as double)) as below_80,
        m.mid + m.width * cast(m.high_80 - m.whole as double) as above_80,
        greatest(m.actual, m.mid - m.width * cast(m.whole - m.low_95 as double)) as below_95,
        m.mid + m.width * cast(m.high_95 - m.whole as double) as above_95
    from month as m
)

select
    b.month_on,
    cast(b.actual as decimal(18, 2)) as actual,
    cast(b.mid as decimal(18, 2)) as mid,
    cast(b.below_80 as decimal(18, 2)) as low_80,
    cast(b.above_80 as decimal(18, 2)) as high_80,
    cast(b.below_95 as decimal(18, 2)) as low_95,
    cast(b.above_95 as decimal(18, 2)) as high_95,
    b.plan,
    chance_of(b.plan, b.below_95, b.below_80, b.below_50, b.mid, b.above_50, b.above_80, b.above_95) as chance_of_plan,
    b.naive
from bounded as b
