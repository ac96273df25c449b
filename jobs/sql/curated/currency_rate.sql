-- about   Rates of foreign currencies; a rate holds until the day before the next one. A document's own rate comes first.
-- grain   currency, rate_on
-- column  currency  text           ISO 4217 code
-- column  rate_on   date           first day
-- column  until_on  date           last day
-- column  rate      decimal(18,6)  units of the base currency for one
-- column  source    text
-- column  load_id   text
-- check   unique(currency, rate_on)
-- check   where(rate > 0)

with version as (
    select
        r.*,
        row_number() over (
            partition by r.currency, r.rate_on order by l.load_rank desc, r.line desc
        ) as age
    from raw.currency_rate as r
    join curated.load as l on l.load_id = r.load_id
    cross join params as p
    where r.currency <> p.currency and r.rate > 0
)

select
    v.currency,
    v.rate_on,
    coalesce(
        cast(lead(v.rate_on) over (partition by v.currency order by v.rate_on) - interval '1' day as date),
        date '9999-12-31'
    ) as until_on,
    v.rate,
    v.source,
    v.load_id
from version as v
where v.age = 1
