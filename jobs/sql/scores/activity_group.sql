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

select
    r.party_id,
    r.recency_days,
    case
        when days_between(r.first_on, p.as_of) <= p.active_days then 'new'
        when r.recency_days <= p.sleeping_days then 'active'
        when r.recency_days <= p.lost_days then 'sleeping'
        else 'lost'
    end as segment,
    case
        when r.previous_recency_days is null then null
        when days_between(r.first_on, p.as_of - 7) <= p.active_days then 'new'
        when r.previous_recency_days <= p.sleeping_days then 'active'
        when r.previous_recency_days <= p.lost_days then 'sleeping'
        else 'lost'
    end as previous_segment
from scores.rfm as r
cross join params as p
