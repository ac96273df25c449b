-- about   The products offered in deals, those of the winning version, in the base currency.
-- grain   deal_id, line
-- column  deal_id     text
-- column  line        integer
-- column  product_id  text
-- column  quantity    decimal(18,3)
-- column  price       decimal(18,4)
-- column  discount    decimal(18,2)
-- column  amount      decimal(18,2)
-- column  is_bought   boolean        the deal is won
-- column  source      text
-- column  load_id     text
-- check   unique(deal_id, line)

with version as (
    select
        i.*,
        d.currency,
        d.outcome = 'won' as is_bought,
        coalesce(d.closed_at, d.created_at) as priced_at,
        row_number() over (partition by i.deal_id, i.line_no order by i.line desc) as age
    from raw.deal_item as i
    join curated.latest_deal as d on d.deal_id = i.deal_id and d.item_load_id = i.load_id
),

rated as (
    select
        v.*,
        case when coalesce(v.currency, p.currency) = p.currency then 1 else r.rate end as rate
    from version as v
    cross join params as p
    left join curated.currency_rate as r
        on r.currency = v.currency and local_date(v.priced_at, p.zone) between r.rate_on and r.until_on
    where v.age = 1
)

select
    r.deal_id,
    r.line_no as line,
    r.product_id,
    r.quantity,
    cast(r.price * r.rate as decimal(18, 4)) as price,
    cast(r.discount * r.rate as decimal(18, 2)) as discount,
    cast(r.amount * r.rate as decimal(18, 2)) as amount,
    r.is_bought,
    r.source,
    r.load_id
from rated as r
