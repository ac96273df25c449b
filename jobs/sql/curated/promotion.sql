-- about   Promotions that take place, past and to come, of all goods or of a product group; the later load wins.
-- grain   name, category_id, from_on
-- column  name         text
-- column  category_id  text  the group, if one alone has that name or path; else as written; the empty text for all goods
-- column  category     text  the group as written
-- column  from_on      date  first day
-- column  to_on        date  last day
-- column  source       text
-- column  load_id      text
-- check   unique(name, category_id, from_on)
-- check   where(from_on <= to_on)

with lone_category as (
    select
        c.name,
        max(c.category_id) as category_id
    from (
        select lower(trim(name)) as name, category_id from curated.category
        union
        select lower(trim(path)), category_id from curated.category
    ) as c
    group by c.name
    having count(*) = 1
),

version as (
    select
        trim(n.name) as name,
        coalesce(c.category_id, trim(n.category), '') as category_id,
        trim(n.category) as category,
        n.from_on,
        n.to_on,
        coalesce(n.is_cancelled, false) as is_cancelled,
        n.source,
        n.load_id,
        row_number() over (
            partition by trim(n.name), coalesce(c.category_id, trim(n.category), ''), n.from_on
            order by l.load_rank desc, n.line desc
        ) as age
    from raw.promotion as n
    inner join curated.load as l on l.load_id = n.load_id
    left join lone_category as c on c.name = lower(trim(n.category))
)

select
    v.name,
    v.category_id,
    v.category,
    v.from_on,
    v.to_on,
    v.source,
    v.load_id
from version as v
where v.age = 1 and not v.is_cancelled
