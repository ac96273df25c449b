-- about   Every customer in exactly one segment of each scheme, where it was a week ago, and what moved it.
-- grain   scheme, party_id
-- column  scheme            text           rfm, lifecycle, activity, regularity, kind, vip, or cluster where params.clusters is set
-- column  party_id          text           the customer; anonymous retail is none
-- column  segment           text           at as_of
-- column  previous_segment  text           at as_of less 7 days; empty for a customer who is new since
-- column  is_moved          boolean        the two differ
-- column  reason            text           of a move: first_purchase, purchase, return (of goods), time; empty without a move
-- column  why               text           of a move: which number crossed which limit of the rule; empty without one
-- column  why_value         double         the number: days, purchase days, months or money
-- column  why_limit         double         the limit, still inside the segment on the other side; empty where the rule has none
-- column  amount            decimal(18,2)  revenue less returns of the 12 months up to as_of
-- column  previous_amount   decimal(18,2)  the same up to as_of less 7 days
-- check   unique(scheme, party_id)
-- check   not_null(scheme, party_id, segment, is_moved, amount, previous_amount)
-- check   in(scheme, rfm, lifecycle, activity, regularity, kind, vip, cluster)
-- check   in(reason, first_purchase, purchase, return, time)
-- check   in(why, first_purchase, silence_over, silence_within, bought_again, back_after, age_over, frequency_over, frequency_under, money_over, money_under, months_over, months_under, marked, nearer_cluster)
-- check   where(is_moved = (reason is not null))
-- check   where(is_moved = (why is not null))

with rfm_limit as (
    select
        s.ranked_among,
        s.score,
        max(case when c.r > s.score then c.recency_days end) as recency_above,
        max(case when c.r >= s.score then c.recency_days end) as recency_from,
        min(case when c.f > s.score then c.frequency end) as frequency_above,
        min(case when c.f >= s.score then c.frequency end) as frequency_from,
        min(case when c.m > s.score then c.monetary end) as monetary_above,
        min(case when c.m >= s.score then c.monetary end) as monetary_from
    from (
        select ranked_among, score
        from (select distinct ranked_among from scores.rfm) as r
        cross join (values (1), (2), (3), (4), (5)) as t (score)
    ) as s
    inner join scores.rfm as c on c.ranked_among = s.ranked_among and c.segment <> 'lost'
    group by s.ranked_among, s.score
),

-- the first of the three scores that changed says why
rfm as (
    select
        'rfm' as scheme,
        r.party_id,
        r.segment,
        r.previous_segment,
        case
            when r.frequency = 0 then 'silence_over'
            when r.monetary <= 0 then 'money_under'
            when r.previous_frequency = 0 then 'back_after'
            when r.previous_monetary <= 0 then 'money_over'
            when r.r < r.previous_r then 'silence_over'
            when r.r > r.previous_r then 'silence_within'
            when r.f > r.previous_f then 'frequency_over'
            when r.f < r.previous_f then 'frequency_under'
            when r.m > r.previous_m then 'money_over'
            when r.m < r.previous_m then 'money_under'
            else 'bought_again'
        end as why,
        case
            when r.frequency = 0 then r.recency_days
            when r.monetary <= 0 then cast(r.monetary as double)
            when r.previous_frequency = 0 then r.previous_recency_days
            when r.previous_monetary <= 0 then cast(r.monetary as double)
            when r.r <> r.previous_r then r.recency_days
            when r.f <> r.previous_f then r.frequency
            when r.m <> r.previous_m then cast(r.monetary as double)
            else r.purchases
        end as why_value,
        case
            when r.frequency = 0 then days_between(add_months(p.as_of, -13), p.as_of) - 1
            when r.monetary <= 0 then 0
            when r.previous_frequency = 0 then days_between(add_months(p.as_of - 7, -13), p.as_of - 7) - 1
            when r.previous_monetary <= 0 then 0
            when r.r < r.previous_r then lower.recency_above
            when r.r > r.previous_r then lower.recency_from
            when r.f > r.previous_f then lower.frequency_from
            when r.f < r.previous_f then lower.frequency_above
            when r.m > r.previous_m then cast(lower.monetary_from as double)
            when r.m < r.previous_m then cast(lower.monetary_above as double)
        end as why_limit
    from scores.rfm as r
    cross join params as p
    left join rfm_limit as lower
        on lower.ranked_among = r.ranked_among
        and lower.score = case
            when r.r <> r.previous_r then r.r
            when r.f <> r.previous_f then r.f
            else r.m
        end
),

lifecycle as (
    select
        'lifecycle' as scheme,
        party_id,
        segment,
        previous_segment,
        case
            when segment in ('cooling', 'silent', 'lost') then 'silence_over'
            when segment = 'returned' then 'back_after'
            else 'bought_again'
        end as why,
        case
            when segment in ('cooling', 'silent', 'lost') then silent_days
            else last_gap_days
        end as why_value,
        case segment
            when 'cooling' then days_between(last_on, cooling_on) - 1
            when 'silent' then days_between(last_on, silent_on) - 1
            when 'lost' then days_between(last_on, lost_on) - 1
        end as why_limit
    from scores.lifecycle
),

regularity as (
    select
        'regularity' as scheme,
        party_id,
        regularity as segment,
        previous_regularity as previous_segment,
        case
            when previous_regularity = 'one_off' then 'bought_again'
            when regularity = 'permanent' then 'months_over'
            else 'months_under'
        end as why,
        case when previous_regularity = 'one_off' then last_gap_days else buying_months end as why_value,
        case when previous_regularity <> 'one_off' then 4 end as why_limit
    from scores.lifecycle
),

activity as (
    select
        'activity' as scheme,
        a.party_id,
        a.segment,
        a.previous_segment,
        case
            when a.segment = 'active' and a.previous_segment = 'new' then 'age_over'
            when a.segment = 'active' then 'back_after'
            else 'silence_over'
        end as why,
        case
            when a.segment = 'active' and a.previous_segment = 'new' then days_between(h.first_on, p.as_of)
            when a.segment = 'active' then l.last_gap_days
            else a.recency_days
        end as why_value,
        case
            when a.segment = 'active' and a.previous_segment = 'new' then p.active_days
            when a.segment = 'sleeping' then p.sleeping_days
            when a.segment = 'lost' then p.lost_days
        end as why_limit
    from scores.activity_group as a
    cross join params as p
    left join scores.lifecycle as l on l.party_id = a.party_id
    left join scores.purchase_history as h on h.party_id = a.party_id
),

kind as (
    select
        'kind' as scheme,
        l.party_id,
        coalesce(c.kind, 'unknown') as segment,
        case when l.previous_segment is not null then coalesce(c.kind, 'unknown') end as previous_segment,
        'first_purchase' as why,
        null as why_value,
        null as why_limit
    from scores.lifecycle as l
    left join curated.party as c on c.party_id = l.party_id
),

vip as (
    select
        'vip' as scheme,
        party_id,
        segment,
        previous_segment,
        case
            when is_marked then 'marked'
            when segment = 'vip' then 'money_over'
            else 'money_under'
        end as why,
        case when not is_marked then cast(amount as double) end as why_value,
        case when not is_marked then cast(least_amount as double) end as why_limit
    from scores.vip
),

cluster as (
    select
        'cluster' as scheme,
        party_id,
        segment,
        previous_segment,
        'nearer_cluster' as why,
        null as why_value,
        null as why_limit
    from scores.cluster
),

placed as (
    select * from rfm
    union all
    select * from lifecycle
    union all
    select * from regularity
    union all
    select * from activity
    union all
    select * from kind
    union all
    select * from vip
    union all
    select * from cluster
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
    case
        when s.previous_segment = s.segment then null
        when s.previous_segment is null then 'first_purchase'
        else s.why
    end as why,
    case when s.previous_segment <> s.segment then s.why_value end as why_value,
    case when s.previous_segment <> s.segment then s.why_limit end as why_limit,
    coalesce(m.amount, 0) as amount,
    coalesce(m.previous_amount, 0) as previous_amount
from placed as s
left join money as m on m.party_id = s.party_id
