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

with bought as (
    select
        m.weeks_ago,
        d.party_id,
        days_between(min(d.sold_on), max(m.on_date)) as age_days,
        days_between(max(d.sold_on), max(m.on_date)) as recency_days
    from scores.party_day as d
    inner join scores.moment as m on d.sold_on <= m.on_date
    where d.purchase_number is not null
    group by m.weeks_ago, d.party_id
),

named as (
    select
        b.*,
        case
            when b.age_days <= p.active_days then 'new'
            when b.recency_days <= p.sleeping_days then 'active'
            when b.recency_days <= p.lost_days then 'sleeping'
            else 'lost'
        end as segment
    from bought as b
    cross join params as p
)

select
    party_id,
    max(case when weeks_ago = 0 then recency_days end) as recency_days,
    max(case when weeks_ago = 0 then segment end) as segment,
    max(case when weeks_ago = 1 then segment end) as previous_segment
from named
group by party_id
