-- about   The sources' own fields beside the contract's columns; the later load wins.
-- grain   entity, id, field
-- column  entity   text  as in entities.yaml
-- column  id       text
-- column  field    text  name in the source
-- column  value    text
-- column  source   text
-- column  load_id  text
-- check   unique(entity, id, field)

with version as (
    select
        f.*,
        row_number() over (
            partition by f.entity, f.id, f.field order by l.load_rank desc, f.line desc, f.value
        ) as age
    from raw.custom_field as f
    join curated.load as l on l.load_id = f.load_id
)

select
    v.entity,
    v.id,
    v.field,
    v.value,
    v.source,
    v.load_id
from version as v
where v.age = 1
