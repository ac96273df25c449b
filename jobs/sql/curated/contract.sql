-- about   Contracts and subscriptions in the base currency, by the rate of the first day. A row is one term; a renewal is another row.
-- grain   contract_id
-- column  contract_id      text
-- column  source           text
-- column  load_id          text           load of the winning version
-- column  number           text
-- column  party_id         text           the customer; empty if the contract names nobody
-- column  signed_on        date
-- column  from_on          date           first day
-- column  to_on            date           last day; empty without an end
-- column  previous_id      text           the contract that it renews, where the source says so
-- column  terms_days       integer        days to pay in
-- column  limit_amount     decimal(18,2)  credit limit, in the contract's currency
-- column  amount           decimal(18,2)  money of the whole term; empty without a rate
-- column  original_amount  decimal(18,2)
-- column  currency         text
-- column  is_deleted       boolean        cancelled or marked for deletion
-- check   unique(contract_id)
-- check   not_null(from_on, is_deleted)

select
    v.contract_id,
    v.source,
    v.load_id,
    v.number,
    x.party_id,
    v.signed_on,
    v.from_on,
    v.to_on,
    v.previous_id,
    v.terms_days,
    v.limit_amount,
    case
        when coalesce(v.currency, p.currency) = p.currency then v.amount
        else cast(v.amount * r.rate as decimal(18, 2))
    end as amount,
    v.amount as original_amount,
    v.currency,
    v.is_deleted
from curated.latest_contract as v
cross join params as p
left join curated.party_xref as x
    on x.source = v.source and x.entity = v.card_entity and x.source_id = v.card_id
left join curated.currency_rate as r
    on r.currency = v.currency and v.from_on between r.rate_on and r.until_on
