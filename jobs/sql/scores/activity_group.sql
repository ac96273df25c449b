-- about   How lately each customer bought, by fixed numbers of days: new (first purchase within active_days), active (bought
--         within sleeping_days), sleeping (within lost_days), lost; in this order, the first that fits.
-- grain   party_id
-- column  party_id          text     the customer; anonymous retail is none
-- column  recency_days      integer  days since the last purchase
-- column  segment           text     new, active, sleeping or lost
-- column  previous_segment  text     the same at as_of less 7 days; empty for a customer who is new since
-- check   unique(party_id)
-- check   not_null(segment)
-- check   in(segment, new, active, sleeping, lost)
-- check   between(recency_days, 0, 36500)

with day as (
    select
        max(case when weeks_ago = 0 then on_date end) as now_on,
        max(case when weeks_ago = 1 then on_date end) as before_on
    from scores.moment
),

-- both days in one pass over the purchases
bought as (
    select
        d.party_id,
        days_between(min(d.sold_on), max(t.now_on)) as age_days,
        days_between(max(d.sold_on), max(t.now_on)) as recency_days,
        days_between(min(d.sold_on), max(t.before_on)) as previous_age_days,
        days_between(max(case when d.sold_on <= t.before_on then d.sold_on end), max(t.before_on)) as previous_recency_days
    from scores.party_day as d
    cross join day as t
    where d.purchase_number is not null and d.sold_on <= t.now_on
    group by d.party_id
)

select
    b.party_id,
    b.recency_days,
    case
        when b.age_days <= p.active_days then 'new'
        when b.recency_days <= p.sleeping_days then 'active'
        when b.recency_days <= p.lost_days then 'sleeping'
        else 'lost'
    end as segment,
    case
        when b.previous_recency_days is null then null
        when b.previous_age_days <= p.active_days then 'new'
        when b.previous_recency_days <= p.sleeping_days then 'active'
        when b.previous_recency_days <= p.lost_days then 'sleeping'
        else 'lost'
    end as previous_segment
from bought as b
cross join params as p
