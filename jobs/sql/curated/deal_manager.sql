-- about   The managers of a deal and their shares, which sum to 1. Further managers have the share that the source gives;
--         the main one gets the rest, in equal parts with those to whom it gives none. More than 1 in all is scaled down.
--         Millionths that remain go to the largest remainders, the main manager first, then by id.
-- grain   deal_id, manager_id
-- column  deal_id     text
-- column  manager_id  text
-- column  share       decimal(9,6)
-- column  is_main     boolean
-- column  source      text
-- column  load_id     text
-- check   unique(deal_id, manager_id)
-- check   between(share, 0, 1)

with main as (
    select
        d.deal_id,
        manager_id(d.source, d.manager) as manager_id,
        true as is_main,
        cast(null as bigint) as given,
        d.source,
        d.load_id
    from curated.latest_deal as d
    where d.manager is not null
),

further as (
    select
        m.deal_id,
        manager_id(m.source, m.manager) as manager_id,
        false as is_main,
        sum(case when m.share > 0 then cast(m.share * 1000000 as bigint) when m.share <= 0 then 0 end) as given,
        min(m.source) as source,
        min(m.load_id) as load_id
    from raw.deal_manager as m
    join curated.latest_deal as d on d.deal_id = m.deal_id and d.manager_load_id = m.load_id
    where
        manager_id(m.source, m.manager) is not null
        and manager_id(m.source, m.manager) <> coalesce(manager_id(d.source, d.manager), '')
    group by m.deal_id, manager_id(m.source, m.manager)
),

united as (
    select * from main
    union all
    select * from further
),

counted as (
    select
        u.*,
        count_if(u.given is null) over (partition by u.deal_id) as sharing,
        sum(coalesce(u.given, 0)) over (partition by u.deal_id) as all_given
    from united as u
),

-- weights in millionths, times the number of those who share the rest, so that all are whole
weighted as (
    select
        c.*,
        cast(
            case
                when c.given is not null then c.given * greatest(c.sharing, 1)
                else greatest(1000000 - c.all_given, 0)
            end as bigint
        ) as weight
    from counted as c
),

summed as (
    select
        w.*,
        cast(sum(w.weight) over (partition by w.deal_id) as bigint) as weights
    from weighted as w
),

floored as (
    select
        s.*,
        cast(quotient(s.weight * 1000000, s.weights) as bigint) as units
    from summed as s
    where s.weights > 0
),

ranked as (
    select
        f.*,
        1000000 - sum(f.units) over (partition by f.deal_id) as left_over,
        row_number() over (
            partition by f.deal_id
            order by
                f.weight * 1000000 - f.units * f.weights desc,
                case when f.is_main then 0 else 1 end,
                f.manager_id
        ) as position
    from floored as f
)

select
    r.deal_id,
    r.manager_id,
    cast(r.units + case when r.position <= r.left_over then 1 else 0 end as decimal(18, 0)) * 0.000001 as share,
    r.is_main,
    r.source,
    r.load_id
from ranked as r
where r.units + case when r.position <= r.left_over then 1 else 0 end > 0
