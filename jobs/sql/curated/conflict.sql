-- about   Two loads that tell one record differently though neither is later by a date: same key, same change date (else
--         the same date of the file, or none). The later load is kept. Partial updates are no conflict. A document's
--         lines count as its content; of cards, which several exports tell, only another name (but for case, signs and legal
--         form) or INN counts.
-- grain   entity, id, other_load_id
-- column  entity         text
-- column  id             text  the key; of several columns joined by a slash
-- column  source         text
-- column  kept_load_id   text
-- column  other_load_id  text
-- check   unique(entity, id, other_load_id)

with document_sum as (
    select
        n.document_id,
        n.load_id,
        count(*) as lines,
        sum(n.amount) as amount,
        sum(n.quantity) as quantity,
        min(coalesce(n.product_id, n.product_name)) as first_product,
        max(coalesce(n.product_id, n.product_name)) as last_product
    from raw.document_line as n
    group by n.document_id, n.load_id
),

record as (
    select
        'deal' as entity, '' as part, d.id, d.source, d.load_id, d.line, d.updated_at,
        concat_ws('|', coalesce(d.title, ''), coalesce(d.pipeline, ''), coalesce(d.stage, ''), coalesce(d.outcome, ''),
            coalesce(cast(d.amount as string), ''), coalesce(d.currency, ''), coalesce(cast(d.closed_at as string), ''),
            coalesce(d.manager, ''), coalesce(d.contact_id, ''), coalesce(d.company_id, ''),
            coalesce(cast(d.is_deleted as string), '')) as content
    from raw.deal as d
    union all
    select 'contact', 'name', c.id, c.source, c.load_id, c.line, c.updated_at, normal_name(c.name)
    from raw.contact as c
    where normal_name(c.name) is not null
    union all
    select 'contact', 'inn', c.id, c.source, c.load_id, c.line, c.updated_at, c.inn
    from raw.contact as c
    where c.inn is not null
    union all
    select 'company', 'name', c.id, c.source, c.load_id, c.line, c.updated_at, normal_name(c.name)
    from raw.company as c
    where normal_name(c.name) is not null
    union all
    select 'company', 'inn', c.id, c.source, c.load_id, c.line, c.updated_at, c.inn
    from raw.company as c
    where c.inn is not null
    union all
    select
        'document', '', d.id, d.source, d.load_id, d.line, d.updated_at,
        concat_ws('|', coalesce(cast(d.dated_at as string), ''), coalesce(d.operation, ''), coalesce(d.party_id, ''),
            coalesce(d.party_name, ''), coalesce(d.currency, ''), coalesce(cast(d.amount as string), ''),
            coalesce(d.status, ''), coalesce(cast(d.is_deleted as string), ''), coalesce(cast(s.lines as string), ''),
            coalesce(cast(s.amount as string), ''), coalesce(cast(s.quantity as string), ''),
            coalesce(s.first_product, ''), coalesce(s.last_product, ''))
    from raw.document as d
    left join document_sum as s on s.document_id = d.id and s.load_id = d.load_id
    union all
    select
        'payment', '', y.id, y.source, y.load_id, y.line, null,
        concat_ws('|', cast(y.paid_on as string), y.direction, cast(y.amount as string), coalesce(y.inn, ''))
    from raw.payment as y
    union all
    select
        'product', '', c.id, c.source, c.load_id, c.line, c.updated_at,
        concat_ws('|', coalesce(c.sku, ''), coalesce(c.name, ''), coalesce(c.category_id, ''), coalesce(c.unit, ''),
            coalesce(cast(c.is_deleted as string), ''))
    from raw.product as c
    union all
    select
        'price', '', concat_ws('/', r.product_id, r.price_type, cast(r.from_on as string)), r.source, r.load_id, r.line, null,
        concat_ws('|', cast(r.price as string), coalesce(r.currency, ''))
    from raw.price as r
    union all
    select
        'stock', '', concat_ws('/', s.product_id, s.warehouse, cast(s.counted_on as string)), s.source, s.load_id, s.line, null,
        concat_ws('|', cast(s.quantity as string), coalesce(cast(s.reserved as string), ''))
    from raw.stock as s
    union all
    select
        'plan', '', concat_ws('/', n.metric, n.scope, coalesce(n.key, ''), cast(n.month_on as string)), n.source, n.load_id,
        n.line, null, cast(n.value as string)
    from raw.plan as n
),

-- most records come once
several as (
    select r.entity, r.part, r.id
    from record as r
    group by r.entity, r.part, r.id
    having count(*) > 1
),

told as (
    select
        r.*,
        l.load_rank,
        coalesce(r.updated_at, l.extracted_at) as dated_at,
        row_number() over (
            partition by r.entity, r.part, r.id order by r.updated_at desc, l.load_rank desc, r.line desc
        ) as age,
        row_number() over (
            partition by r.entity, r.part, r.id, r.load_id order by r.updated_at desc, r.line desc
        ) as load_age
    from record as r
    join several as s on s.entity = r.entity and s.part = r.part and s.id = r.id
    join curated.load as l on l.load_id = r.load_id
    where not l.is_partial
)

select distinct
    k.entity,
    k.id,
    k.source,
    k.load_id as kept_load_id,
    o.load_id as other_load_id
from told as k
join told as o
    on o.entity = k.entity
    and o.part = k.part
    and o.id = k.id
    and o.load_id <> k.load_id
    and o.load_age = 1
    and o.dated_at is not distinct from k.dated_at
    and o.content <> k.content
where k.age = 1
