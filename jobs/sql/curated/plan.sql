-- about   Monthly plan figures; the later load wins. The key of a manager is the manager_id; of a product group the
--         category_id if one group has that name, of a team its team_id if a manager is in it, else the name as written;
--         of the company the empty text.
-- grain   metric, scope, key, month_on
-- column  metric    text           as in metrics.yaml
-- column  scope     text           company, manager, team or category
-- column  key       text
-- column  name      text           the key as written
-- column  month_on  date           first of the month
-- column  value     decimal(18,2)  in the unit of the metric
-- column  source    text
-- column  load_id   text
-- check   unique(metric, scope, key, month_on)
-- check   in(scope, company, manager, team, category)

with lone_category as (
    select
        lower(trim(c.name)) as name,
        max(c.category_id) as category_id
    from curated.category as c
    group by lower(trim(c.name))
    having count(*) = 1
),

team as (
    select
        lower(m.team_id) as name,
        max(m.team_id) as team_id
    from curated.manager as m
    group by lower(m.team_id)
),

keyed as (
    select
        n.metric,
        n.scope,
        case
            when n.scope = 'company' then ''
            when n.scope = 'manager' then manager_id(n.source, n.key)
            when n.scope = 'category' then coalesce(c.category_id, trim(n.key))
            when n.scope = 'team' then coalesce(t.team_id, trim(n.key))
            else trim(n.key)
        end as key,
        trim(n.key) as name,
        month_of(n.month_on) as month_on,
        n.value,
        n.source,
        n.load_id,
        n.line,
        l.load_rank
    from raw.plan as n
    join curated.load as l on l.load_id = n.load_id
    left join lone_category as c on n.scope = 'category' and c.name = lower(trim(n.key))
    left join team as t on n.scope = 'team' and t.name = lower(trim(n.key))
),

version as (
    select
        k.*,
        row_number() over (
            partition by k.metric, k.scope, k.key, k.month_on order by k.load_rank desc, k.line desc
        ) as age
    from keyed as k
    where k.key is not null
)

select
    v.metric,
    v.scope,
    v.key,
    v.name,
    v.month_on,
    v.value,
    v.source,
    v.load_id
from version as v
where v.age = 1
