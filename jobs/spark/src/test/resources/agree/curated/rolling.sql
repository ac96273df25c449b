-- about   Sales of 28 days up to each day, and the gap to the day before.
-- grain   sold_on
-- column  sold_on   date
-- column  amount    decimal(18,2)
-- column  gap_days  integer
-- column  week_on   date
-- column  weekday   integer

with
by_day as (
    select s.sold_on, cast(sum(s.amount) as decimal(18, 2)) as amount
    from raw.sale_line as s
    group by s.sold_on
)

select
    d.sold_on,
    sum(d.amount) over (
        order by d.sold_on range between interval '27' day preceding and current row
    ) as amount,
    days_between(lag(d.sold_on) over (order by d.sold_on), d.sold_on) as gap_days,
    week_of(d.sold_on) as week_on,
    days_between(week_of(d.sold_on), d.sold_on) + 1 as weekday
from by_day as d
