-- about   Days from 2010 to 2035 with the working days of Russia (Labour Code, article 112): a holiday on a weekend moves
--         to the next working day; from 2013 on the government instead moves the weekend days of the New Year holidays.
--         Its transfers are known here up to 2026; in later years only the rule of the law applies. Days off decreed for
--         a single occasion (as in 2020 and 2021) are not among them.
-- grain   day_on
-- column  day_on          date
-- column  week_on         date     Monday
-- column  iso_year        integer  year of the ISO week
-- column  iso_week        integer  1 to 53
-- column  month_on        date     first of the month
-- column  is_working_day  boolean
-- column  holiday         text     new_year, christmas, defender, women, labour, victory, russia, unity; moved: a day off
--                                  by transfer; working: a weekend day worked
-- check   unique(day_on)
-- check   in(holiday, new_year, christmas, defender, women, labour, victory, russia, unity, moved, working)
-- check   where(week_on <= day_on)

with digit as (
    select * from (values (0), (1), (2), (3), (4), (5), (6), (7), (8), (9)) as d (n)
),

series as (
    select date '2010-01-01' + (a.n + 10 * b.n + 100 * c.n + 1000 * d.n) as day_on
    from digit as a
    cross join digit as b
    cross join digit as c
    cross join digit as d
),

named as (
    select
        d.day_on,
        days_between(week_of(d.day_on), d.day_on) >= 5 as is_weekend,
        case
            when month(d.day_on) = 1 and day(d.day_on) = 7 then 'christmas'
            when month(d.day_on) = 1 and day(d.day_on) <= 5 then 'new_year'
            when month(d.day_on) = 1 and day(d.day_on) in (6, 8) and year(d.day_on) >= 2013 then 'new_year'
            when month(d.day_on) = 2 and day(d.day_on) = 23 then 'defender'
            when month(d.day_on) = 3 and day(d.day_on) = 8 then 'women'
            when month(d.day_on) = 5 and day(d.day_on) = 1 then 'labour'
            when month(d.day_on) = 5 and day(d.day_on) = 9 then 'victory'
            when month(d.day_on) = 6 and day(d.day_on) = 12 then 'russia'
            when month(d.day_on) = 11 and day(d.day_on) = 4 then 'unity'
        end as holiday
    from series as d
    where d.day_on <= date '2035-12-31'
),

-- the government's transfers of days off, year by year
decreed as (
    select
        cast(t.from_on as date) as from_on,
        cast(t.to_on as date) as to_on
    from (
        values
        ('2010-02-27', '2010-02-22'), ('2010-11-13', '2010-11-05'),
        ('2011-03-05', '2011-03-07'),
        ('2012-03-11', '2012-03-09'), ('2012-04-28', '2012-04-30'), ('2012-05-05', '2012-05-07'),
        ('2012-05-12', '2012-05-08'), ('2012-06-09', '2012-06-11'), ('2012-12-29', '2012-12-31'),
        ('2013-01-05', '2013-05-02'), ('2013-01-06', '2013-05-03'), ('2013-02-23', '2013-05-10'),
        ('2014-01-04', '2014-05-02'), ('2014-01-05', '2014-06-13'), ('2014-02-23', '2014-11-03'),
        ('2015-01-03', '2015-01-09'), ('2015-01-04', '2015-05-04'),
        ('2016-01-02', '2016-05-03'), ('2016-01-03', '2016-03-07'), ('2016-02-20', '2016-02-22'),
        ('2017-01-01', '2017-02-24'), ('2017-01-07', '2017-05-08'),
        ('2018-01-06', '2018-03-09'), ('2018-01-07', '2018-05-02'), ('2018-04-28', '2018-04-30'),
        ('2018-06-09', '2018-06-11'), ('2018-12-29', '2018-12-31'),
        ('2019-01-05', '2019-05-02'), ('2019-01-06', '2019-05-03'), ('2019-02-23', '2019-05-10'),
        ('2020-01-04', '2020-05-04'), ('2020-01-05', '2020-05-05'),
        ('2021-01-02', '2021-11-05'), ('2021-01-03', '2021-12-31'), ('2021-02-20', '2021-02-22'),
        ('2022-01-01', '2022-05-03'), ('2022-01-02', '2022-05-10'), ('2022-03-05', '2022-03-07'),
        ('2023-01-01', '2023-02-24'), ('2023-01-08', '2023-05-08'),
        ('2024-01-06', '2024-05-10'), ('2024-01-07', '2024-12-31'), ('2024-04-27', '2024-04-29'),
        ('2024-11-02', '2024-04-30'), ('2024-12-28', '2024-12-30'),
        ('2025-01-04', '2025-05-02'), ('2025-01-05', '2025-12-31'), ('2025-02-23', '2025-05-08'),
        ('2025-03-08', '2025-06-13'), ('2025-11-01', '2025-11-03'),
        ('2026-01-03', '2026-01-09'), ('2026-01-04', '2026-12-31')
    ) as t (from_on, to_on)
),

-- holidays on a weekend that no decree moves, in their order within the year
moving as (
    select
        n.day_on as from_on,
        row_number() over (partition by year(n.day_on), month(n.day_on) order by n.day_on) as position
    from named as n
    left join decreed as t on t.from_on = n.day_on
    where
        n.is_weekend
        and n.holiday is not null
        and t.from_on is null
        and (month(n.day_on) > 1 or year(n.day_on) < 2013)
),

-- the working days that they can move to: the nth free one after the first of them
free as (
    select
        m.from_on,
        n.day_on,
        row_number() over (partition by m.from_on order by n.day_on) as position
    from moving as m
    join named as n
        on n.day_on > m.from_on
        and n.day_on <= m.from_on + 14
        and not n.is_weekend
        and n.holiday is null
),

first_of_month as (
    select year(m.from_on) as on_year, month(m.from_on) as on_month, min(m.from_on) as from_on
    from moving as m
    group by year(m.from_on), month(m.from_on)
),

by_law as (
    select
        m.from_on,
        f.day_on as to_on
    from moving as m
    join first_of_month as o on o.on_year = year(m.from_on) and o.on_month = month(m.from_on)
    -- two of January share the free days that follow the first; those of other months each have their own
    join free as f
        on f.from_on = case when month(m.from_on) = 1 then o.from_on else m.from_on end
        and f.position = case when month(m.from_on) = 1 then m.position else 1 end
),

moved_to as (
    select to_on as day_on from decreed
    union
    select to_on from by_law
)

select
    n.day_on,
    week_of(n.day_on) as week_on,
    year(week_of(n.day_on) + 3) as iso_year,
    extract(week from n.day_on) as iso_week,
    month_of(n.day_on) as month_on,
    case
        when n.holiday is not null or t.day_on is not null then false
        when f.from_on is not null then true
        else not n.is_weekend
    end as is_working_day,
    case
        when n.holiday is not null then n.holiday
        when t.day_on is not null then 'moved'
        when f.from_on is not null then 'working'
    end as holiday
from named as n
left join decreed as f on f.from_on = n.day_on
left join moved_to as t on t.day_on = n.day_on
