-- about   Every customer in exactly one segment of each scheme, where it was a week ago, and what moved it.
-- grain   scheme, party_id
-- column  scheme            text           rfm, lifecycle, activity, regularity or kind
-- column  party_id          text           the customer; anonymous retail is none
-- column  segment           text           at as_of
-- column  previous_segment  text           at as_of less 7 days; empty for a customer who is new since
-- column  is_moved          boolean        the two differ
-- column  reason            text           of a move: first_purchase, purchase, return (of goods), time; empty without a move
-- column  amount            decimal(18,2)  revenue less returns of the 12 months up to as_of
-- column  previous_amount   decimal(18,2)  the same up to as_of less 7 days
-- check   unique(scheme, party_id)
-- check   not_null(scheme, party_id, segment, is_moved, amount, previous_amount)
-- check   in(scheme, rfm, lifecycle, activity, regularity, kind)
-- check   in(reason, first_purchase, purchase, return, time)
-- check   where(is_moved = (reason is not null))

with placed as (
    select
        'rfm' as scheme,
        party_id,
        segment,
        previous_segment
    from scores.rfm
    union all
    select
        'lifecycle' as scheme,
        party_id,
        segment,
        previous_segment
    from scores.lifecycle
    union all
    select
        'regularity' as scheme,
        party_id,
        regularity as segment,
        previous_regularity as previous_segment
    from scores.lifecycle
    union all
    select
        'activity' as scheme,
        party_id,
        segment,
        previous_segment
    from scores.activity_group
    union all
    select
        'kind' as scheme,
        l.party_id,
        coalesce(c.kind, 'unknown') as segment,
        case when l.previous_segment is not null then coalesce(c.kind, 'unknown') end as previous_segment
    from scores.lifecycle as l
    left join curated.party as c on c.party_id = l.party_id
),

money as (
    select
        d.party_id,
        sum(case when d.sold_on > add_months(p.as_of, -12) then d.amount end) as amount,
        sum(case when d.sold_on > add_months(p.as_of - 7, -12) and d.sold_on <= p.as_of - 7 then d.amount end) as previous_amount,
        count(case when d.sold_on > p.as_of - 7 then d.purchase_number end) as purchases,
        count(case when d.sold_on > p.as_of - 7 and d.purchase_number is null then 1 end) as returns
    from scores.party_day as d
    cross join params as p
    where not d.is_anonymous
    group by d.party_id
)

select
    s.scheme,
    s.party_id,
    s.segment,
    s.previous_segment,
    coalesce(s.previous_segment, 'none') <> s.segment as is_moved,
    case
        when s.previous_segment = s.segment then null
        when s.previous_segment is null then 'first_purchase'
        when m.purchases > 0 then 'purchase'
        when m.returns > 0 then 'return'
        else 'time'
    end as reason,
    coalesce(m.amount, 0) as amount,
    coalesce(m.previous_amount, 0) as previous_amount
from placed as s
left join money as m on m.party_id = s.party_id
