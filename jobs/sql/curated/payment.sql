-- about   Money that moved, in the base currency by the rate of the day. An order to the bank that was not executed is no
--         payment. Money between own accounts has no party.
-- grain   payment_id
-- column  payment_id       text
-- column  source           text
-- column  load_id          text
-- column  number           text
-- column  kind             text           kind of the payment document
-- column  paid_on          date
-- column  direction        text           in, out, own or unknown
-- column  party_id         text
-- column  invoice_id       text           where a source says what it pays
-- column  amount           decimal(18,2)  positive; empty without a rate
-- column  original_amount  decimal(18,2)
-- column  currency         text
-- column  own_account      text
-- column  purpose          text
-- check   unique(payment_id)
-- check   in(direction, in, out, own, unknown)

with version as (
    select
        y.*,
        row_number() over (partition by y.id order by l.load_rank desc, y.line desc) as age
    from raw.payment as y
    join curated.load as l on l.load_id = y.load_id
),

latest as (
    select
        v.*,
        case
            when v.direction = 'own' then null
            when valid_inn(v.inn) is null and nullif(trim(v.party_name), '') is null then null
            else named_card_id(v.source, v.inn, v.kpp, v.party_name)
        end as card_id
    from version as v
    where v.age = 1 and coalesce(v.is_executed, true)
)

select
    v.id as payment_id,
    v.source,
    v.load_id,
    v.number,
    v.kind,
    v.paid_on,
    v.direction,
    x.party_id,
    cast(null as string) as invoice_id,
    case
        when coalesce(v.currency, p.currency) = p.currency then v.amount
        else cast(v.amount * r.rate as decimal(18, 2))
    end as amount,
    v.amount as original_amount,
    v.currency,
    v.own_account,
    v.purpose
from latest as v
cross join params as p
left join curated.party_xref as x
    on x.source = v.source and x.entity = 'name' and x.source_id = v.card_id
left join curated.currency_rate as r
    on r.currency = v.currency and v.paid_on between r.rate_on and r.until_on
