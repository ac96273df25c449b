-- about   The last 12 cohorts over their first 12 months, all cells: what has not ended by as_of is there and empty.
-- grain   cohort_on, age_months
-- column  cohort_on   date           month of the first purchase
-- column  age_months  integer        0 to 11; 0 is the month itself
-- column  customers   integer        in the cohort
-- column  active      integer        of them bought in the month
-- column  retention   double         active by customers
-- column  amount      decimal(18,2)  revenue less returns of the month
-- column  margin      decimal(18,2)  net sales less cost of the month, where the cost is known
-- column  is_mature   boolean        the month has ended by as_of
-- check   unique(cohort_on, age_months)
-- check   between(age_months, 0, 11)
-- check   not_null(customers, is_mature)
-- check   where(is_mature or active is null and amount is null)

with step as (
    select n
    from (values (0), (1), (2), (3), (4), (5), (6), (7), (8), (9), (10), (11)) as t (n)
),

cell as (
    select
        add_months(month_of(p.as_of), -c.n) as cohort_on,
        a.n as age_months,
        add_months(add_months(month_of(p.as_of), -c.n), a.n + 1) - 1 <= p.as_of as is_mature
    from params as p
    cross join step as c
    cross join step as a
),

size as (
    select distinct
        cohort_on,
        customers
    from scores.cohort
)

select
    c.cohort_on,
    c.age_months,
    coalesce(z.customers, 0) as customers,
    case when c.is_mature then coalesce(s.active, 0) end as active,
    case when c.is_mature then s.retention end as retention,
    case when c.is_mature then coalesce(s.amount, 0) end as amount,
    case when c.is_mature and s.cohort_on is null then 0 when c.is_mature then s.margin end as margin,
    c.is_mature
from cell as c
left join size as z on z.cohort_on = c.cohort_on
left join scores.cohort as s on s.cohort_on = c.cohort_on and s.age_months = c.age_months
