-- about   The articles: those of the catalogue, and those that only lines, prices or stock name. A characteristic
--         (good#characteristic) that the catalogue does not list takes the words of its good.
-- grain   product_id
-- column  product_id      text
-- column  sku             text
-- column  name            text     empty: nothing names it
-- column  category_id     text
-- column  unit            text
-- column  is_service      boolean
-- column  is_deleted      boolean
-- column  is_placeholder  boolean  not in the catalogue
-- column  source          text
-- column  load_id         text     load of the winning version; empty for a placeholder
-- check   unique(product_id)

with version as (
    select
        c.*,
        row_number() over (partition by c.id order by c.updated_at desc, l.load_rank desc, c.line desc) as age
    from raw.product as c
    join curated.load as l on l.load_id = c.load_id
),

latest as (
    select v.*
    from version as v
    where v.age = 1
),

mention as (
    select n.source, n.load_id, n.product_id, n.product_name, n.sku, n.unit, n.is_service
    from raw.document_line as n
    union all
    select i.source, i.load_id, i.product_id, i.product_name, null, null, null
    from raw.deal_item as i
    union all
    select r.source, r.load_id, r.product_id, null, null, null, null
    from raw.price as r
    union all
    select s.source, s.load_id, s.product_id, null, null, null, null
    from raw.stock as s
),

mentioned as (
    select
        m.product_id,
        min(m.source) as source,
        max(m.product_name) as name,
        max(m.sku) as sku,
        max(m.unit) as unit,
        count_if(m.is_service) > 0 as is_service
    from mention as m
    join curated.load as l on l.load_id = m.load_id
    where m.product_id is not null
    group by m.product_id
)

select
    coalesce(c.id, m.product_id) as product_id,
    coalesce(c.sku, m.sku, g.sku) as sku,
    coalesce(c.name, m.name, g.name) as name,
    coalesce(c.category_id, g.category_id) as category_id,
    coalesce(c.unit, m.unit, g.unit) as unit,
    coalesce(c.is_service, g.is_service, m.is_service, false) as is_service,
    coalesce(c.is_deleted, g.is_deleted, false) as is_deleted,
    c.id is null as is_placeholder,
    coalesce(c.source, m.source) as source,
    c.load_id
from latest as c
full outer join mentioned as m on m.product_id = c.id
left join latest as g on g.id = split_part(coalesce(c.id, m.product_id), '#', 1) and c.id is null
