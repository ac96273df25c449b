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

with latest as (
    select
        m.weeks_ago,
        m.on_date,
        d.*
    from scores.party_day as d
    inner join scores.moment as m on d.sold_on <= m.on_date and (d.next_on is null or d.next_on > m.on_date)
    where d.purchase_number is not null
),

buying_month as (
    select
        m.weeks_ago,
        d.party_id,
        count(distinct month_of(d.sold_on)) as months
    from scores.party_day as d
    inner join scores.moment as m on d.sold_on <= m.on_date and d.sold_on > add_months(m.on_date, -12)
    where d.purchase_number is not null
    group by m.weeks_ago, d.party_id
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
            when b.months >= 4 then 'permanent'
            else 'occasional'
        end as regularity,
        coalesce(b.months, 0) as buying_months
    from latest as l
    left join buying_month as b on b.weeks_ago = l.weeks_ago and b.party_id = l.party_id
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
