-- about   What was sold and returned, from the one place that curated.sales_basis names: shipments and returns; orders on
--         their shipping date; or won deals on their closing date (else the last change, else the opening). What is not
--         posted, cancelled or bought by us is no sale. A sale without any customer belongs to p:anonymous.
-- grain   sale_id
-- column  sale_id     text
-- column  source      text
-- column  load_id     text           load of the winning version
-- column  number      text           as printed
-- column  sold_on     date           in the company's zone
-- column  operation   text           sale or return
-- column  party_id    text
-- column  manager_id  text           the deal's if linked, else the document's, else the party's
-- column  deal_id     text           by explicit reference only: the document's or its order's
-- column  order_id    text
-- column  currency    text           as booked; empty: the base currency
-- column  rate        decimal(18,6)  units of the base currency for one: the document's, else the day's; empty: unknown
-- check   unique(sale_id)
-- check   not_null(sold_on)
-- check   not_null(party_id)
-- check   in(operation, sale, return)

with document_sale as (
    select
        d.document_id as sale_id,
        d.source,
        d.load_id,
        d.number,
        case when b.basis = 'orders' then d.shipped_on else d.dated_on end as sold_on,
        case when d.operation = 'return' then 'return' else 'sale' end as operation,
        d.card_entity,
        d.card_id,
        d.manager,
        d.deal_id,
        case when d.operation = 'order' then d.document_id else d.order_id end as order_id,
        d.currency,
        d.rate
    from curated.latest_document as d
    cross join curated.sales_basis as b
    where
        d.is_ours
        and d.is_posted
        and not d.is_deleted
        and (
            (b.basis = 'shipments' and d.operation in ('sale', 'return'))
            or (b.basis = 'orders' and d.operation = 'order' and d.shipped_on is not null)
        )
),

deal_sale as (
    select
        d.deal_id as sale_id,
        d.source,
        d.load_id,
        cast(null as string) as number,
        local_date(coalesce(d.closed_at, d.updated_at, d.created_at), p.zone) as sold_on,
        'sale' as operation,
        d.card_entity,
        d.card_id,
        d.manager,
        d.deal_id,
        cast(null as string) as order_id,
        d.currency,
        cast(null as decimal(18, 6)) as rate
    from curated.latest_deal as d
    cross join curated.sales_basis as b
    cross join params as p
    where b.basis = 'deals' and d.outcome = 'won' and not d.is_deleted
),

united as (
    select * from document_sale
    union all
    select * from deal_sale
),

linked as (
    select
        u.*,
        coalesce(x.party_id, 'p:anonymous') as party_id,
        coalesce(u.deal_id, o.deal_id) as linked_deal_id
    from united as u
    left join curated.party_xref as x
        on x.source = u.source and x.entity = u.card_entity and x.source_id = u.card_id
    left join curated.latest_document as o
        on o.document_id = u.order_id and o.document_id <> u.sale_id
)

select
    s.sale_id,
    s.source,
    s.load_id,
    s.number,
    s.sold_on,
    s.operation,
    s.party_id,
    coalesce(d.manager_id, manager_id(s.source, s.manager), y.manager_id) as manager_id,
    s.linked_deal_id as deal_id,
    s.order_id,
    s.currency,
    case
        when coalesce(s.currency, p.currency) = p.currency then 1
        else coalesce(s.rate, r.rate)
    end as rate
from linked as s
cross join params as p
left join curated.deal as d on d.deal_id = s.linked_deal_id
left join curated.party as y on y.party_id = s.party_id
left join curated.currency_rate as r
    on r.currency = s.currency and s.sold_on between r.rate_on and r.until_on
