-- about   Counts of products in warehouses; of two counts of one day the later load wins. Below zero happens.
-- grain   product_id, warehouse, counted_on
-- column  product_id  text
-- column  warehouse   text
-- column  counted_on  date
-- column  quantity    decimal(18,3)
-- column  reserved    decimal(18,3)
-- column  source      text
-- column  load_id     text
-- check   unique(product_id, warehouse, counted_on)

with version as (
    select
        s.*,
        row_number() over (
            partition by s.product_id, s.warehouse, s.counted_on order by l.load_rank desc, s.line desc
        ) as age
    from raw.stock as s
    join curated.load as l on l.load_id = s.load_id
)

select
    v.product_id,
    v.warehouse,
    v.counted_on,
    v.quantity,
    v.reserved,
    v.source,
    v.load_id
from version as v
where v.age = 1
