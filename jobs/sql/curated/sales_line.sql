-- about   The lines of curated.sale in the base currency, returns negative. Gross is what the customer pays: the amount
--         where tax is included or none, amount and tax where it comes on top. Net is empty where the tax is unknown.
--         Cost is what was booked, else the purchase price valid on sold_on (curated.price, taken as without tax; of the
--         product, else of the good without its characteristic), else empty. Without a rate base amounts are empty.
-- grain   sale_id, line
-- column  sale_id          text
-- column  line             integer
-- column  source           text
-- column  load_id          text           load that the line comes from
-- column  sold_on          date
-- column  operation        text           sale or return
-- column  party_id         text
-- column  product_id       text           empty where the sale is a deal
-- column  manager_id       text
-- column  quantity         decimal(18,3)
-- column  list_price       decimal(18,4)  of one unit before the discount
-- column  price            decimal(18,4)  of one unit after the discount, on the line's own vat_basis
-- column  discount         decimal(18,2)
-- column  net_amount       decimal(18,2)  without tax
-- column  tax_amount       decimal(18,2)
-- column  gross_amount     decimal(18,2)  with tax
-- column  vat_basis        text           included, on_top, none or unknown
-- column  cost_amount      decimal(18,2)  of the whole line, without tax
-- column  cost_basis       text           booked or price; empty: no cost is known
-- column  warehouse        text
-- column  is_service       boolean
-- column  original_amount  decimal(18,2)  gross in the currency of the document
-- column  currency         text           as booked; empty: the base currency
-- check   unique(sale_id, line)
-- check   not_null(party_id)
-- check   in(vat_basis, included, on_top, none, unknown)

with document_line as (
    select
        n.*,
        d.vat_basis as document_vat_basis,
        d.warehouse,
        row_number() over (partition by n.document_id, n.line_no order by n.line desc) as age
    from curated.latest_document as d
    join raw.document_line as n on n.document_id = d.document_id and n.load_id = d.line_load_id
),

booked as (
    select
        n.document_id as sale_id,
        n.line_no as line,
        n.load_id,
        n.product_id,
        n.quantity,
        n.price as list_price,
        n.discount,
        n.amount,
        n.tax_rate,
        n.tax_amount,
        coalesce(n.vat_basis, n.document_vat_basis, 'unknown') as vat_basis,
        n.cost_amount,
        n.warehouse,
        coalesce(n.is_service, false) as is_service
    from document_line as n
    where n.age = 1
    union all
    select
        d.deal_id, 1, d.load_id, null, 1, d.original_amount, null, d.original_amount, null, null, 'unknown', null, null, false
    from curated.latest_deal as d
),

taxed as (
    select
        b.*,
        case
            when b.vat_basis = 'none' then 0
            when b.tax_amount is not null then b.tax_amount
            when b.vat_basis = 'on_top' then cast(b.amount * b.tax_rate * 0.01 as decimal(18, 2))
            when b.vat_basis = 'included'
                then cast(ratio4(cast(b.amount * b.tax_rate as decimal(18, 6)), 100 + b.tax_rate) as decimal(18, 2))
        end as tax
    from booked as b
),

signed as (
    select
        s.sale_id,
        t.line,
        s.source,
        t.load_id,
        s.sold_on,
        s.operation,
        s.party_id,
        t.product_id,
        s.manager_id,
        -- a return is negative whatever sign its file gives
        case when s.operation = 'return' then -abs(t.quantity) else t.quantity end as quantity,
        case when s.operation = 'return' then -abs(t.amount) else t.amount end as amount,
        case when s.operation = 'return' then -abs(t.tax) else t.tax end as tax,
        case when s.operation = 'return' then -abs(t.discount) else t.discount end as discount,
        case when s.operation = 'return' then -abs(t.cost_amount) else t.cost_amount end as booked_cost,
        t.list_price,
        t.vat_basis,
        t.warehouse,
        t.is_service,
        s.currency,
        s.rate
    from curated.sale as s
    join taxed as t on t.sale_id = s.sale_id
),

priced as (
    select
        n.*,
        case when n.vat_basis = 'on_top' then n.amount + coalesce(n.tax, 0) else n.amount end as gross,
        case
            when n.vat_basis = 'on_top' then n.amount
            when n.vat_basis in ('included', 'none') then n.amount - n.tax
        end as net,
        coalesce(c.price, g.price) as cost_price
    from signed as n
    left join curated.price as c
        on c.product_id = n.product_id and c.is_cost and n.sold_on between c.from_on and c.until_on
    left join curated.price as g
        on g.product_id = split_part(n.product_id, '#', 1)
        and g.is_cost
        and n.sold_on between g.from_on and g.until_on
)

select
    n.sale_id,
    n.line,
    n.source,
    n.load_id,
    n.sold_on,
    n.operation,
    n.party_id,
    n.product_id,
    n.manager_id,
    n.quantity,
    cast(n.list_price * n.rate as decimal(18, 4)) as list_price,
    ratio4(cast(n.amount * n.rate as decimal(18, 2)), n.quantity) as price,
    cast(n.discount * n.rate as decimal(18, 2)) as discount,
    -- the tax is what remains, so that net and tax always add up to gross
    cast(n.net * n.rate as decimal(18, 2)) as net_amount,
    cast(n.gross * n.rate as decimal(18, 2)) - cast(n.net * n.rate as decimal(18, 2)) as tax_amount,
    cast(n.gross * n.rate as decimal(18, 2)) as gross_amount,
    n.vat_basis,
    coalesce(
        cast(n.booked_cost * n.rate as decimal(18, 2)),
        cast(n.cost_price * n.quantity as decimal(18, 2))
    ) as cost_amount,
    case when n.booked_cost is not null then 'booked' when n.cost_price is not null then 'price' end as cost_basis,
    n.warehouse,
    n.is_service,
    n.gross as original_amount,
    n.currency
from priced as n
