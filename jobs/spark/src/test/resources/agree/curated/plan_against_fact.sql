-- about   Plan and fact of each month, either may be missing; who was lost has no line after.
-- grain   month_on
-- column  month_on  date
-- column  fact      decimal(18,2)
-- column  plan      decimal(18,2)
-- column  done      double
-- column  lost      integer

with recursive
month as (
    select date '2024-11-01' as month_on
    union all
    select cast(m.month_on + interval '1' month as date)
    from month as m
    where m.month_on < date '2026-12-01'
),
plan as (
    select m.month_on, cast(100000 + 1000 * month(m.month_on) as decimal(18, 2)) as amount
    from month as m
),
fact as (
    select month_of(s.sold_on) as month_on, cast(sum(s.amount) as decimal(18, 2)) as amount
    from raw.sale_line as s
    group by month_of(s.sold_on)
),
lost as (
    select add_months(month_of(max(s.sold_on)), 1) as month_on
    from raw.sale_line as s
    where not exists (
        select 1
        from raw.sale_line as later
        where later.party_id = s.party_id
        and later.sold_on > cast(s.sold_on + interval '90' day as date)
    )
    group by s.party_id
)

select
    coalesce(p.month_on, f.month_on) as month_on,
    f.amount as fact,
    p.amount as plan,
    cast(f.amount as double) / nullif(cast(p.amount as double), 0) as done,
    (select count(*) from lost as l where l.month_on = coalesce(p.month_on, f.month_on)) as lost
from plan as p
full outer join fact as f on p.month_on = f.month_on
