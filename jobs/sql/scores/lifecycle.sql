-- about   Where each customer stands in its own rhythm: silence since the last purchase over the usual gap known then.
--         lost, silent and cooling by lost_ratio, silent_ratio and cooling_ratio; below: returned (bought again after
--         silence), new (one purchase so far), active. Beside it the regularity over the last 12 months.
-- grain   party_id
-- column  party_id             text     the customer; anonymous retail is none
-- column  segment              text     new, active, cooling, silent, lost or returned
-- column  previous_segment     text     the same at as_of less 7 days; empty for a customer who is new since
-- column  regularity           text     permanent (bought in 4 or more of the last 12 months), occasional, one_off (one purchase day ever)
-- column  previous_regularity  text     the same at as_of less 7 days
-- column  last_on              date     last purchase
-- column  silent_days          integer  days since
-- column  usual_gap_days       double   (n x own median gap + 3 x company's median gap) / (n + 3), n own gaps
-- column  last_gap_days        integer  the gap before the last purchase; empty after one purchase
-- column  silent_on            date     first day on which silence is over silent_ratio usual gaps, past or to come
-- column  cooling_on           date     the same for cooling_ratio
-- column  lost_on              date     the same for lost_ratio
-- column  buying_months        integer  calendar months with a purchase within the last 12 months
-- check   unique(party_id)
-- check   not_null(segment, regularity)
-- check   in(segment, new, active, cooling, silent, lost, returned)
-- check   in(regularity, permanent, occasional, one_off)
-- check   where((segment in ('silent', 'lost')) = (silent_days >= days_between(last_on, silent_on)))

with day as (
    select
        max(case when weeks_ago = 0 then on_date end) as now_on,
        max(case when weeks_ago = 1 then on_date end) as before_on,
        max(case when weeks_ago = 0 then add_months(on_date, -12) end) as now_after,
        max(case when weeks_ago = 1 then add_months(on_date, -12) end) as before_after
    from scores.moment
),

latest as (
    select
        0 as weeks_ago,
        t.now_on as on_date,
        d.party_id,
        d.sold_on,
        d.purchase_number,
        d.gap_days,
        d.usual_gap_days,
        d.cooling_on,
        d.silent_on,
        d.lost_on,
        d.is_returned
    from scores.party_day as d
    cross join day as t
    where d.purchase_number is not null and d.sold_on <= t.now_on and (d.next_on is null or d.next_on > t.now_on)
    union all
    select
        1 as weeks_ago,
        t.before_on as on_date,
        d.party_id,
        d.sold_on,
        d.purchase_number,
        d.gap_days,
        d.usual_gap_days,
        d.cooling_on,
        d.silent_on,
        d.lost_on,
        d.is_returned
    from scores.party_day as d
    cross join day as t
    where d.purchase_number is not null and d.sold_on <= t.before_on and (d.next_on is null or d.next_on > t.before_on)
),

-- the purchases that are the last ones of their months: no counting of different months
buying_month as (
    select
        d.party_id,
        count(case
            when d.sold_on > t.now_after
                and (d.next_on is null or d.next_on > t.now_on or d.next_on > last_day(d.sold_on))
            then 1
        end) as months,
        count(case
            when d.sold_on > t.before_after and d.sold_on <= t.before_on
                and (d.next_on is null or d.next_on > t.before_on or d.next_on > last_day(d.sold_on))
            then 1
        end) as previous_months
    from scores.party_day as d
    cross join day as t
    where d.purchase_number is not null and d.sold_on <= t.now_on and d.sold_on > t.before_after
    group by d.party_id
),

named as (
    select
        l.*,
        case
            when l.on_date >= l.lost_on then 'lost'
            when l.on_date >= l.silent_on then 'silent'
            when l.on_date >= l.cooling_on then 'cooling'
            when l.is_returned then 'returned'
            when l.purchase_number = 1 then 'new'
            else 'active'
        end as segment,
        case
            when l.purchase_number = 1 then 'one_off'
            when case l.weeks_ago when 0 then b.months else b.previous_months end >= 4 then 'permanent'
            else 'occasional'
        end as regularity,
        coalesce(b.months, 0) as buying_months
    from latest as l
    left join buying_month as b on b.party_id = l.party_id
)

select
    n.party_id,
    n.segment,
    before.segment as previous_segment,
    n.regularity,
    before.regularity as previous_regularity,
    n.sold_on as last_on,
    days_between(n.sold_on, n.on_date) as silent_days,
    n.usual_gap_days,
    n.gap_days as last_gap_days,
    n.silent_on,
    n.cooling_on,
    n.lost_on,
    n.buying_months
from named as n
left join named as before on before.party_id = n.party_id and before.weeks_ago = 1
where n.weeks_ago = 0
