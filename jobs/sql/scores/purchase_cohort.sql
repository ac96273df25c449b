-- about   The cohorts whose customers may be forecast by laws of their own: persons and organisations; who came early and who
--         came late. scores.fit_purchase says whether either split is of use.
-- grain   party_id
-- column  party_id  text
-- column  kind      text  person or organisation; empty of who is on no card
-- column  arrival   text  early: the first purchase lies before the median one of all who came up to the day where hold-outs of scores.fit_purchase begin; late: all others
-- check   unique(party_id)
-- check   not_null(arrival)
-- check   in(kind, person, organisation)
-- check   in(arrival, early, late)

with known as (
    select
        min(h.first_on) as first_on,
        cast(least(365, floor(days_between(min(h.first_on), max(p.as_of)) / 2e0)) as int) as period_days
    from scores.purchase_history as h
    cross join params as p
),

day as (
    select
        h.first_on,
        count(*) as customers
    from scores.purchase_history as h
    cross join known as k
    cross join params as p
    where h.first_on <= p.as_of - k.period_days
    group by h.first_on
),

counted as (
    select
        first_on,
        sum(customers) over (order by first_on rows between unbounded preceding and current row) as so_far,
        sum(customers) over () as whole
    from day
),

median as (
    select min(first_on) as first_on
    from counted
    where 2 * so_far > whole
)

select
    h.party_id,
    c.kind,
    case when h.first_on < m.first_on then 'early' else 'late' end as arrival
from scores.purchase_history as h
left join curated.party as c on c.party_id = h.party_id
cross join median as m
