-- about   Customers' orders in the base currency, with the cancelled and unposted ones marked. An order is no sale until
--         curated.sales_basis says so.
-- grain   order_id
-- column  order_id         text
-- column  source           text
-- column  load_id          text
-- column  number           text
-- column  ordered_on       date           in the company's zone
-- column  due_on           date
-- column  status           text
-- column  is_paid          boolean
-- column  shipped_on       date
-- column  party_id         text
-- column  manager_id       text
-- column  deal_id          text
-- column  amount           decimal(18,2)  as printed, else the sum of its lines
-- column  original_amount  decimal(18,2)
-- column  currency         text
-- column  rate             decimal(18,6)
-- column  is_posted        boolean
-- column  is_deleted       boolean        cancelled or marked for deletion
-- check   unique(order_id)
-- check   not_null(party_id)

with line_sum as (
    select
        d.document_id,
        sum(n.amount) as amount
    from curated.latest_document as d
    join raw.document_line as n on n.document_id = d.document_id and n.load_id = d.line_load_id
    where d.operation = 'order'
    group by d.document_id
),

rated as (
    select
        d.*,
        coalesce(d.amount, s.amount) as original_amount,
        case when coalesce(d.currency, p.currency) = p.currency then 1 else coalesce(d.rate, r.rate) end as used_rate
    from curated.latest_document as d
    cross join params as p
    left join line_sum as s on s.document_id = d.document_id
    left join curated.currency_rate as r
        on r.currency = d.currency and d.dated_on between r.rate_on and r.until_on
    where d.operation = 'order' and d.is_ours
)

select
    d.document_id as order_id,
    d.source,
    d.load_id,
    d.number,
    d.dated_on as ordered_on,
    d.due_on,
    d.status,
    d.is_paid,
    d.shipped_on,
    coalesce(x.party_id, 'p:anonymous') as party_id,
    coalesce(e.manager_id, manager_id(d.source, d.manager)) as manager_id,
    d.deal_id,
    cast(d.original_amount * d.used_rate as decimal(18, 2)) as amount,
    d.original_amount,
    d.currency,
    d.used_rate as rate,
    d.is_posted,
    d.is_deleted
from rated as d
left join curated.party_xref as x
    on x.source = d.source and x.entity = d.card_entity and x.source_id = d.card_id
left join curated.deal as e on e.deal_id = d.deal_id
