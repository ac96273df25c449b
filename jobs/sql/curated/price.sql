-- about   Price lists: the price of a product from a day until the day before its next price. Cost is taken from
--         params.cost_price_type; if that is empty from the price list whose name looks like a purchase price.
-- grain   product_id, price_type, from_on
-- column  product_id      text
-- column  price_type      text           price list by name
-- column  from_on         date           first day
-- column  until_on        date           last day
-- column  price           decimal(18,4)  in the base currency, by the rate of the first day; empty without a rate
-- column  original_price  decimal(18,4)  as booked
-- column  currency        text           as booked; empty: the base currency
-- column  is_cost         boolean        the price list that cost is taken from
-- column  source          text
-- column  load_id         text
-- check   unique(product_id, price_type, from_on)
-- check   where(until_on >= from_on)

with version as (
    select
        r.*,
        row_number() over (
            partition by r.product_id, r.price_type, r.from_on order by l.load_rank desc, r.line desc
        ) as age
    from raw.price as r
    join curated.load as l on l.load_id = r.load_id
),

latest as (
    select
        v.*,
        coalesce(
            cast(
                lead(v.from_on) over (partition by v.product_id, v.price_type order by v.from_on)
                - interval '1' day as date
            ),
            date '9999-12-31'
        ) as until_on
    from version as v
    where v.age = 1
),

cost as (
    select
        coalesce(
            max(nullif(trim(p.cost_price_type), '')),
            min(
                case
                    when lower(v.price_type) like '%закуп%'
                        or lower(v.price_type) like '%себестоимост%'
                        or lower(v.price_type) like '%purchase%'
                        or lower(v.price_type) like '%compra%'
                        or lower(v.price_type) like '%cost%'
                        then v.price_type
                end
            )
        ) as price_type
    from latest as v
    cross join params as p
)

select
    v.product_id,
    v.price_type,
    v.from_on,
    v.until_on,
    case
        when coalesce(v.currency, p.currency) = p.currency then v.price
        else cast(v.price * r.rate as decimal(18, 4))
    end as price,
    v.price as original_price,
    v.currency,
    coalesce(lower(v.price_type) = lower(c.price_type), false) as is_cost,
    v.source,
    v.load_id
from latest as v
cross join params as p
cross join cost as c
left join curated.currency_rate as r
    on r.currency = v.currency and v.from_on between r.rate_on and r.until_on
