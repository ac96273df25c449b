-- about   The lines of curated.sales_order, those of the winning version, in the base currency.
-- grain   order_id, line
-- column  order_id    text
-- column  line        integer
-- column  product_id  text
-- column  quantity    decimal(18,3)
-- column  price       decimal(18,4)  of one unit before the discount
-- column  discount    decimal(18,2)
-- column  amount      decimal(18,2)  after the discount, on the document's own vat_basis
-- column  is_service  boolean
-- column  source      text
-- column  load_id     text
-- check   unique(order_id, line)

with version as (
    select
        n.*,
        o.rate,
        row_number() over (partition by n.document_id, n.line_no order by n.line desc) as age
    from curated.sales_order as o
    join curated.latest_document as d on d.document_id = o.order_id
    join raw.document_line as n on n.document_id = d.document_id and n.load_id = d.line_load_id
)

select
    v.document_id as order_id,
    v.line_no as line,
    v.product_id,
    v.quantity,
    cast(v.price * v.rate as decimal(18, 4)) as price,
    cast(v.discount * v.rate as decimal(18, 2)) as discount,
    cast(v.amount * v.rate as decimal(18, 2)) as amount,
    coalesce(v.is_service, false) as is_service,
    v.source,
    v.load_id
from version as v
where v.age = 1
