-- about   How many customers of each first month bought again in later months.
-- grain   cohort_on, month_on
-- column  cohort_on  date
-- column  month_on   date
-- column  customers  integer
-- column  retention  double

with
active as (
    select s.party_id, month_of(s.sold_on) as month_on
    from raw.sale_line as s
    where s.party_id is not null
    group by s.party_id, month_of(s.sold_on)
),
aged as (
    select a.party_id, a.month_on, min(a.month_on) over (partition by a.party_id) as cohort_on
    from active as a
),
counted as (
    select a.cohort_on, a.month_on, count(*) as customers
    from aged as a
    group by a.cohort_on, a.month_on
)

select
    c.cohort_on,
    c.month_on,
    c.customers,
    cast(c.customers as double) / first_value(c.customers) over (partition by c.cohort_on order by c.month_on) as retention
from counted as c
