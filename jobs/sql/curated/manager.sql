-- about   The managers whom deals, documents, cards and plans name. One name is one person in every source; an id of digits
--         is a person of its source. Dates of joining are not exported: from_on is the first day seen. Teams come from
--         lists of teams (connector team), the later load first; a list adds no manager.
-- grain   manager_id, from_on
-- column  manager_id  text
-- column  from_on     date
-- column  to_on       date  empty: still there
-- column  name        text
-- column  team_id     text  name of the team; spellings apart in case alone are one; empty: in none
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
),

membership as (
    select
        manager_id(t.source, t.manager) as manager_id,
        nullif(trim(t.team), '') as team,
        row_number() over (
            partition by manager_id(t.source, t.manager) order by l.load_rank desc, t.line desc
        ) as age
    from raw.team_member as t
    join curated.load as l on l.load_id = t.load_id
),

member as (
    select
        g.manager_id,
        min(g.team) over (partition by lower(g.team)) as team_id
    from membership as g
    where g.age = 1 and g.team is not null
)

select
    k.manager_id,
    coalesce(min(k.seen_on), date '2010-01-01') as from_on,
    cast(null as date) as to_on,
    min(k.name) as name,
    max(g.team_id) as team_id
from known as k
left join member as g on g.manager_id = k.manager_id
where k.manager_id is not null
group by k.manager_id
