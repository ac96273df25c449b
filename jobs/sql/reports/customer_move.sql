-- about   Who moved between the segments of a scheme within the week, and why: the number that crossed a limit of the rule.
--         The richest 100 of each scheme by the money of 12 months; a first purchase is no move.
-- grain   scheme, position
-- column  scheme        text           rfm, lifecycle, activity, regularity, vip or cluster
-- column  position      integer        1 is the richest
-- column  party_id      text
-- column  name          text
-- column  manager       text           responsible today
-- column  from_segment  text           at as_of less 7 days
-- column  to_segment    text           at as_of
-- column  amount_12m    decimal(18,2)  revenue less returns of the 12 months up to as_of
-- column  why           text           as in scores.segment
-- column  why_value     double
-- column  why_limit     double
-- check   unique(scheme, position)
-- check   unique(scheme, party_id)
-- check   between(position, 1, 100)
-- check   where(from_segment <> to_segment)

with moved as (
    select
        *,
        row_number() over (partition by scheme order by amount desc, party_id) as position
    from scores.segment
    where is_moved and previous_segment is not null
)

select
    s.scheme,
    s.position,
    s.party_id,
    c.name,
    m.manager,
    s.previous_segment as from_segment,
    s.segment as to_segment,
    s.amount as amount_12m,
    s.why,
    s.why_value,
    s.why_limit
from moved as s
left join curated.party as c on c.party_id = s.party_id
left join scores.responsible as m on m.party_id = s.party_id
where s.position <= 100
