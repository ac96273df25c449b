-- about   What changed in deals: the source's own history where it has one, else the difference of successive loads, dated
--         by the deal's own change date, else by its file. A deal is created on its opening day and closed on its
--         closing day; an update that does not name a value has not changed it.
-- grain   deal_id, changed_at, kind
-- column  deal_id     text
-- column  changed_at  instant
-- column  kind        text     created, stage, owner, amount, closed or reopened
-- column  from_value  text
-- column  to_value    text
-- column  manager_id  text     who changed it, else the deal's manager then
-- column  basis       text     history or loads
-- column  source      text
-- column  load_id     text
-- check   unique(deal_id, changed_at, kind)
-- check   in(kind, created, stage, owner, amount, closed, reopened)

with history as (
    select
        e.*,
        row_number() over (
            partition by e.deal_id, e.changed_at, e.kind order by l.load_rank desc, e.line desc
        ) as age
    from raw.deal_event as e
    join curated.load as l on l.load_id = e.load_id
),

with_history as (
    select distinct h.source
    from history as h
),

version as (
    select
        d.source,
        d.load_id,
        d.id as deal_id,
        d.stage,
        coalesce(d.outcome, case when l.is_partial then null else 'open' end) as outcome,
        cast(d.amount as string) as amount,
        manager_id(d.source, d.manager) as manager_id,
        d.created_at,
        d.closed_at,
        coalesce(d.updated_at, l.seen_at) as changed_at,
        row_number() over (
            partition by d.id order by d.updated_at, l.load_rank, d.line
        ) as version
    from raw.deal as d
    join curated.load as l on l.load_id = d.load_id
    anti join with_history as w on w.source = d.source
),

-- what an update does not name it has from the version before
named as (
    select
        v.*,
        count(v.stage) over known as stage_run,
        count(v.outcome) over known as outcome_run,
        count(v.amount) over known as amount_run,
        count(v.manager_id) over known as manager_run
    from version as v
    window known as (partition by v.deal_id order by v.version rows between unbounded preceding and current row)
),

filled as (
    select
        n.source,
        n.load_id,
        n.deal_id,
        n.version,
        n.created_at,
        n.closed_at,
        n.changed_at,
        max(n.stage) over (partition by n.deal_id, n.stage_run) as stage,
        max(n.outcome) over (partition by n.deal_id, n.outcome_run) as outcome,
        max(n.amount) over (partition by n.deal_id, n.amount_run) as amount,
        max(n.manager_id) over (partition by n.deal_id, n.manager_run) as manager_id
    from named as n
),

compared as (
    select
        f.*,
        lag(f.stage) over past as old_stage,
        lag(f.outcome) over past as old_outcome,
        lag(f.amount) over past as old_amount,
        lag(f.manager_id) over past as old_manager_id
    from filled as f
    window past as (partition by f.deal_id order by f.version)
),

difference as (
    select c.*, 'created' as kind, c.created_at as happened_at, cast(null as string) as from_value, c.stage as to_value
    from compared as c
    where c.version = 1 and c.created_at is not null
    union all
    select c.*, 'stage', c.changed_at, c.old_stage, c.stage
    from compared as c
    where c.version > 1 and c.stage <> c.old_stage
    union all
    select c.*, 'owner', c.changed_at, c.old_manager_id, c.manager_id
    from compared as c
    where c.version > 1 and c.manager_id is not null and c.manager_id <> coalesce(c.old_manager_id, '')
    union all
    select c.*, 'amount', c.changed_at, c.old_amount, c.amount
    from compared as c
    where c.version > 1 and c.amount is not null and c.amount <> coalesce(c.old_amount, '')
    union all
    select c.*, 'closed', coalesce(c.closed_at, c.changed_at), coalesce(c.old_outcome, 'open'), c.outcome
    from compared as c
    where c.outcome in ('won', 'lost') and c.outcome <> coalesce(c.old_outcome, 'open')
    union all
    select c.*, 'reopened', c.changed_at, c.old_outcome, c.outcome
    from compared as c
    where c.outcome = 'open' and c.old_outcome in ('won', 'lost')
),

latest_difference as (
    select
        d.*,
        row_number() over (partition by d.deal_id, d.happened_at, d.kind order by d.version desc) as age
    from difference as d
)

select
    h.deal_id,
    h.changed_at,
    h.kind,
    h.from_value,
    h.to_value,
    manager_id(h.source, h.manager) as manager_id,
    'history' as basis,
    h.source,
    h.load_id
from history as h
where h.age = 1
union all
select d.deal_id, d.happened_at, d.kind, d.from_value, d.to_value, d.manager_id, 'loads', d.source, d.load_id
from latest_difference as d
where d.age = 1
