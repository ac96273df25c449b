-- about   The deals of the CRMs in the base currency. No customer named: party_id is empty.
-- grain   deal_id
-- column  deal_id            text
-- column  source             text
-- column  load_id            text           load of the winning version
-- column  party_id           text
-- column  title              text
-- column  pipeline           text
-- column  stage              text
-- column  outcome            text           open, won or lost
-- column  amount             decimal(18,2)  in the base currency, by the rate of the closing or opening day
-- column  original_amount    decimal(18,2)  as booked
-- column  currency           text           as booked; empty: the base currency
-- column  probability        double         of winning, where a source gives it
-- column  created_at         instant
-- column  created_on         date           in the company's zone
-- column  expected_close_on  date
-- column  closed_at          instant
-- column  closed_on          date           in the company's zone
-- column  manager_id         text           the main manager
-- column  channel            text
-- column  campaign           text
-- column  loss_reason        text
-- column  next_step_at       instant
-- column  updated_at         instant
-- column  is_deleted         boolean
-- check   unique(deal_id)
-- check   in(outcome, open, won, lost)

with dated as (
    select
        d.*,
        p.currency as base_currency,
        local_date(d.created_at, p.zone) as created_on,
        local_date(d.closed_at, p.zone) as closed_on
    from curated.latest_deal as d
    cross join params as p
)

select
    d.deal_id,
    d.source,
    d.load_id,
    x.party_id,
    d.title,
    d.pipeline,
    d.stage,
    d.outcome,
    case
        when coalesce(d.currency, d.base_currency) = d.base_currency then d.original_amount
        else cast(d.original_amount * r.rate as decimal(18, 2))
    end as amount,
    d.original_amount,
    d.currency,
    cast(null as double) as probability,
    d.created_at,
    d.created_on,
    d.expected_close_on,
    d.closed_at,
    d.closed_on,
    manager_id(d.source, d.manager) as manager_id,
    d.channel,
    d.campaign,
    d.loss_reason,
    d.next_step_at,
    d.updated_at,
    d.is_deleted
from dated as d
left join curated.party_xref as x
    on x.source = d.source and x.entity = d.card_entity and x.source_id = d.card_id
left join curated.currency_rate as r
    on r.currency = d.currency
    and coalesce(d.closed_on, d.created_on) between r.rate_on and r.until_on
