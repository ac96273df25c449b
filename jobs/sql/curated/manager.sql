-- about   The managers whom deals, documents, cards and plans name. One name is one person in every source; an id of digits
--         is a person of its source. Teams and dates of joining are not exported: from_on is the first day seen.
-- grain   manager_id, from_on
-- column  manager_id  text
-- column  from_on     date
-- column  to_on       date  empty: still there
-- column  name        text
-- column  team_id     text
-- check   unique(manager_id, from_on)

with named as (
    select d.source, d.manager, local_date(d.created_at, p.zone) as seen_on
    from curated.latest_deal as d
    cross join params as p
    union all
    select m.source, m.manager, local_date(d.created_at, p.zone)
    from curated.latest_deal as d
    join raw.deal_manager as m on m.deal_id = d.deal_id and m.load_id = d.manager_load_id
    cross join params as p
    union all
    select d.source, d.manager, d.dated_on
    from curated.latest_document as d
    union all
    select c.source, c.manager, local_date(c.created_at, p.zone)
    from curated.card as c
    cross join params as p
    union all
    select n.source, n.key, n.month_on
    from raw.plan as n
    join curated.load as l on l.load_id = n.load_id
    where n.scope = 'manager'
),

known as (
    select
        manager_id(n.source, n.manager) as manager_id,
        trim(n.manager) as name,
        n.seen_on
    from named as n
)

select
    k.manager_id,
    coalesce(min(k.seen_on), date '2010-01-01') as from_on,
    cast(null as date) as to_on,
    min(k.name) as name,
    cast(null as string) as team_id
from known as k
where k.manager_id is not null
group by k.manager_id
