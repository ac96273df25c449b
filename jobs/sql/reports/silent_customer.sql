-- about   The customers who have fallen silent and are not yet lost, the richest 200 by the money of the last 12 months:
--         whom to call first.
-- grain   position
-- column  position         integer        1 is the richest
-- column  party_id         text
-- column  name             text
-- column  manager          text           responsible today
-- column  amount_12m       decimal(18,2)  revenue less returns of the 12 months up to as_of
-- column  silent_days      integer        days since the last purchase
-- column  usual_gap_days   double         usual gap of the customer
-- column  last_on          date           last purchase
-- column  first_silent_on  date           first day on which silence was over silent_ratio usual gaps
-- column  reason           text           after_return (goods came back since), one_purchase (never came again), slowing (the last gap was already over 1.5 usual ones), sudden
-- column  segment          text           rfm segment
-- check   unique(position)
-- check   unique(party_id)
-- check   in(reason, after_return, one_purchase, slowing, sudden)
-- check   between(position, 1, 200)

with silent as (
    select
        l.*,
        s.amount as amount_12m
    from scores.lifecycle as l
    inner join scores.segment as s on s.party_id = l.party_id and s.scheme = 'lifecycle'
    where l.segment = 'silent'
),

ranked as (
    select
        *,
        row_number() over (order by amount_12m desc, party_id) as position
    from silent
),

returned_goods as (
    select distinct d.party_id
    from scores.party_day as d
    inner join silent as s on s.party_id = d.party_id and d.sold_on > s.last_on
)

select
    r.position,
    r.party_id,
    c.name,
    m.manager,
    r.amount_12m,
    r.silent_days,
    r.usual_gap_days,
    r.last_on,
    r.silent_on as first_silent_on,
    case
        when g.party_id is not null then 'after_return'
        when r.last_gap_days is null then 'one_purchase'
        when r.last_gap_days > 1.5 * r.usual_gap_days then 'slowing'
        else 'sudden'
    end as reason,
    f.segment
from ranked as r
left join curated.party as c on c.party_id = r.party_id
left join scores.responsible as m on m.party_id = r.party_id
left join returned_goods as g on g.party_id = r.party_id
left join scores.rfm as f on f.party_id = r.party_id
where r.position <= 200
