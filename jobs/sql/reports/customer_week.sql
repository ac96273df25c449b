-- about   How many customers the company has, week by week since the first sale (160 weeks at most): a customer enters with
--         the first purchase, leaves on the day silence exceeds silent_ratio usual gaps, and returns with the next purchase.
-- grain   week_on
-- column  week_on              date     Monday
-- column  opening_customers    integer  customers at the start of the week
-- column  new_customers        integer  first purchases
-- column  returned_customers   integer  purchases after silence
-- column  silent_customers     integer  customers who fell silent; one may return in the same week
-- column  closing_customers    integer  customers at the end of the week, or on as_of
-- column  active_customers     integer  customers who bought in the week
-- check   unique(week_on)
-- check   not_null(opening_customers, new_customers, returned_customers, silent_customers, closing_customers)
-- check   where(opening_customers + new_customers + returned_customers - silent_customers = closing_customers)
-- check   where(opening_customers >= 0 and closing_customers >= 0)
-- check   where(active_customers >= new_customers)

with purchase as (
    select
        week_of(sold_on) as week_on,
        party_id,
        purchase_number,
        is_returned
    from scores.party_day
    where purchase_number is not null
),

bought as (
    select
        week_on,
        count(case when purchase_number = 1 then 1 end) as new_customers,
        count(case when is_returned then 1 end) as returned_customers,
        count(distinct party_id) as active_customers
    from purchase
    group by week_on
),

fell_silent as (
    select
        week_of(d.silent_on) as week_on,
        count(*) as silent_customers
    from scores.party_day as d
    cross join params as p
    where d.silent_on <= p.as_of and (d.next_on is null or d.silent_on < d.next_on)
    group by week_of(d.silent_on)
),

week as (
    select distinct c.week_on
    from curated.calendar as c
    cross join params as p
    cross join (select min(week_on) as first_on from purchase) as f
    where c.week_on >= f.first_on and c.week_on <= p.as_of
),

flow as (
    select
        w.week_on,
        coalesce(b.new_customers, 0) as new_customers,
        coalesce(b.returned_customers, 0) as returned_customers,
        coalesce(s.silent_customers, 0) as silent_customers,
        coalesce(b.active_customers, 0) as active_customers
    from week as w
    left join bought as b on b.week_on = w.week_on
    left join fell_silent as s on s.week_on = w.week_on
),

stock as (
    select
        *,
        sum(new_customers + returned_customers - silent_customers) over (order by week_on) as closing_customers
    from flow
)

select
    s.week_on,
    s.closing_customers - s.new_customers - s.returned_customers + s.silent_customers as opening_customers,
    s.new_customers,
    s.returned_customers,
    s.silent_customers,
    s.closing_customers,
    s.active_customers
from stock as s
cross join params as p
where s.week_on > p.as_of - 1120
