-- about   Product groups with their path from the top. A group whose parent is unknown, or that is its own ancestor, is a
--         top group.
-- grain   category_id
-- column  category_id  text
-- column  name         text
-- column  parent_id    text     as exported
-- column  path         text     names from the top, joined by a slash
-- column  level        integer  1 for a top group
-- column  top_id       text     the top group above it
-- column  source       text
-- column  load_id      text
-- check   unique(category_id)
-- check   where(level >= 1)

with recursive version as (
    select
        c.*,
        row_number() over (partition by c.id order by l.load_rank desc, c.line desc) as age
    from raw.category as c
    join curated.load as l on l.load_id = c.load_id
),

latest as (
    select
        v.id,
        v.name,
        v.parent_id,
        v.source,
        v.load_id
    from version as v
    where v.age = 1
),

tree as (
    select
        t.id,
        cast(t.name as string) as path,
        cast(1 as bigint) as level,
        t.id as top_id
    from latest as t
    left join latest as above on above.id = t.parent_id
    where above.id is null
    union all
    select
        c.id,
        t.path || ' / ' || c.name,
        t.level + 1,
        t.top_id
    from latest as c
    join tree as t on t.id = c.parent_id
)

select
    c.id as category_id,
    c.name,
    c.parent_id,
    coalesce(t.path, c.name) as path,
    coalesce(t.level, 1) as level,
    coalesce(t.top_id, c.id) as top_id,
    c.source,
    c.load_id
from latest as c
left join tree as t on t.id = c.id
