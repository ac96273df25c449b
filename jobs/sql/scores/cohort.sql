-- about   Customers by the month of their first purchase: how many bought again and what they brought, month by month after
--         it, up to the month of as_of.
-- grain   cohort_on, age_months
-- column  cohort_on   date           month of the first purchase
-- column  age_months  integer        whole months after it; 0 is the month itself
-- column  customers   integer        in the cohort
-- column  active      integer        of them bought in the month
-- column  retention   double         active by customers
-- column  amount      decimal(18,2)  revenue less returns of the month
-- column  margin      decimal(18,2)  net sales less cost of the month, where the cost is known; empty if it is for none
-- column  is_mature   boolean        the month has ended by as_of
-- check   unique(cohort_on, age_months)
-- check   where(customers > 0)
-- check   where(active <= customers)
-- check   between(retention, 0, 1)
-- check   where(age_months > 0 or active = customers)

with first_month as (
    select
        party_id,
        month_of(sold_on) as cohort_on
    from scores.party_day
    where purchase_number = 1
),

cohort as (
    select
        cohort_on,
        count(*) as customers
    from first_month
    group by cohort_on
),

month as (
    select distinct c.month_on
    from curated.calendar as c
    cross join params as p
    cross join (select min(cohort_on) as first_on from cohort) as f
    where c.month_on between f.first_on and p.as_of
),

-- what a cohort returned before its first purchase counts in the first month
traded as (
    select
        f.cohort_on,
        greatest(month_of(d.sold_on), f.cohort_on) as month_on,
        count(distinct case when d.purchase_number is not null then d.party_id end) as active,
        sum(d.amount) as amount,
        sum(d.margin) as margin
    from scores.party_day as d
    inner join first_month as f on f.party_id = d.party_id
    group by f.cohort_on, greatest(month_of(d.sold_on), f.cohort_on)
)

select
    c.cohort_on,
    12 * (year(m.month_on) - year(c.cohort_on)) + month(m.month_on) - month(c.cohort_on) as age_months,
    c.customers,
    coalesce(t.active, 0) as active,
    cast(coalesce(t.active, 0) as double) / c.customers as retention,
    coalesce(t.amount, 0) as amount,
    case when t.cohort_on is null then 0 else t.margin end as margin,
    add_months(m.month_on, 1) - 1 <= p.as_of as is_mature
from cohort as c
inner join month as m on m.month_on >= c.cohort_on
left join traded as t on t.cohort_on = c.cohort_on and t.month_on = m.month_on
cross join params as p
