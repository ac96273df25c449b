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

last as (
    select
        d.party_id,
        d.sold_on,
        d.next_on,
        d.purchase_number,
        d.gap_days,
        d.usual_gap_days,
        d.cooling_on,
        d.silent_on,
        d.lost_on,
        d.is_returned
    from scores.party_day as d
    cross join day as t
    where d.purchase_number is not null and d.sold_on <= t.now_on and (d.next_on is null or d.next_on > t.before_on)
),

-- both days of whoever bought nothing since the earlier one stand in one row: few are left to be looked up
both_day as (
    select
        n.*,
        t.now_on,
        t.before_on,
        case when n.sold_on <= t.before_on then n.purchase_number else b.purchase_number end as previous_purchase_number,
        case when n.sold_on <= t.before_on then n.cooling_on else b.cooling_on end as previous_cooling_on,
        case when n.sold_on <= t.before_on then n.silent_on else b.silent_on end as previous_silent_on,
        case when n.sold_on <= t.before_on then n.lost_on else b.lost_on end as previous_lost_on,
        case when n.sold_on <= t.before_on then n.is_returned else b.is_returned end as was_returned
    from last as n
    cross join day as t
    left join (
        select l.*
        from last as l
        cross join day as d
        where l.sold_on <= d.before_on and l.next_on <= d.now_on
    ) as b on b.party_id = n.party_id
    where n.next_on is null or n.next_on > t.now_on
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
)

select
    l.party_id,
    case
        when l.now_on >= l.lost_on then 'lost'
        when l.now_on >= l.silent_on then 'silent'
        when l.now_on >= l.cooling_on then 'cooling'
        when l.is_returned then 'returned'
        when l.purchase_number = 1 then 'new'
        else 'active'
    end as segment,
    case
        when l.previous_purchase_number is null then null
        when l.before_on >= l.previous_lost_on then 'lost'
        when l.before_on >= l.previous_silent_on then 'silent'
        when l.before_on >= l.previous_cooling_on then 'cooling'
        when l.was_returned then 'returned'
        when l.previous_purchase_number = 1 then 'new'
        else 'active'
    end as previous_segment,
    case
        when l.purchase_number = 1 then 'one_off'
        when m.months >= 4 then 'permanent'
        else 'occasional'
    end as regularity,
    case
        when l.previous_purchase_number is null then null
        when l.previous_purchase_number = 1 then 'one_off'
        when m.previous_months >= 4 then 'permanent'
        else 'occasional'
    end as previous_regularity,
    l.sold_on as last_on,
    days_between(l.sold_on, l.now_on) as silent_days,
    l.usual_gap_days,
    l.gap_days as last_gap_days,
    l.silent_on,
    l.cooling_on,
    l.lost_on,
    coalesce(m.months, 0) as buying_months
from both_day as l
left join buying_month as m on m.party_id = l.party_id
