-- about   What counts as a sale, never two at once (a shipped order and its shipment are one sale). auto: shipments if
--         any are known, else orders with a shipping date, else won deals.
-- grain   one row
-- column  basis      text     shipments, orders, deals or none
-- column  is_chosen  boolean  the configuration says so; false: found by what is there
-- check   not_null(basis)
-- check   in(basis, shipments, orders, deals, none)

with documents as (
    select
        count_if(d.operation in ('sale', 'return')) as shipments,
        count_if(d.operation = 'order' and d.shipped_on is not null) as orders
    from curated.latest_document as d
    where d.is_ours and d.is_posted and not d.is_deleted
),

deals as (
    select count(*) as deals
    from curated.latest_deal as d
    where d.outcome = 'won' and not d.is_deleted
)

select
    case
        when p.sales_from <> 'auto' then p.sales_from
        when d.shipments > 0 then 'shipments'
        when d.orders > 0 then 'orders'
        when w.deals > 0 then 'deals'
        else 'none'
    end as basis,
    coalesce(p.sales_from <> 'auto', false) as is_chosen
from params as p
cross join documents as d
cross join deals as w
