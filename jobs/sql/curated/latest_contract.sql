-- about   The winning version of every contract, as booked. The card is the customer that it names: by id, else by INN or name.
-- grain   contract_id
-- column  contract_id    text
-- column  source         text
-- column  load_id        text           load of the winning version
-- column  first_version  integer        version of the lake that first had it
-- column  card_entity    text           company, contact or name; empty if nobody is named
-- column  card_id        text           the customer's card
-- column  number         text
-- column  party_name     text           as written
-- column  inn            text           with valid check digits, else empty
-- column  kpp            text
-- column  signed_on      date
-- column  from_on        date
-- column  to_on          date
-- column  previous_id    text           the contract that it renews, where the source says so
-- column  amount         decimal(18,2)
-- column  currency       text
-- column  terms_days     integer
-- column  limit_amount   decimal(18,2)
-- column  is_deleted     boolean
-- check   unique(contract_id)
-- check   not_null(from_on)

with version as (
    select
        c.*,
        row_number() over (
            partition by c.id order by c.updated_at desc, l.load_rank desc, c.line desc
        ) as age,
        min(l.loaded_version) over (partition by c.id) as first_version
    from raw.contract as c
    join curated.load as l on l.load_id = c.load_id
),

contact_id as (
    select distinct c.id
    from raw.contact as c
    join curated.load as l on l.load_id = c.load_id
    anti join raw.company as o on o.id = c.id
),

latest as (
    select
        *,
        valid_inn(inn) as own_inn,
        valid_kpp(kpp) as own_kpp,
        nullif(trim(party_name), '') as own_name
    from version
    where age = 1
)

select
    v.id as contract_id,
    v.source,
    v.load_id,
    v.first_version,
    case
        when c.id is not null then 'contact'
        when v.party_id is not null then 'company'
        when v.own_inn is not null or v.own_name is not null then 'name'
    end as card_entity,
    case
        when v.party_id is not null then v.party_id
        when v.own_inn is not null or v.own_name is not null then named_card_id(v.source, v.inn, v.kpp, v.party_name)
    end as card_id,
    v.number,
    v.own_name as party_name,
    v.own_inn as inn,
    v.own_kpp as kpp,
    v.signed_on,
    v.from_on,
    v.to_on,
    v.previous_id,
    v.amount,
    v.currency,
    v.terms_days,
    v.limit_amount,
    coalesce(v.is_deleted, false) as is_deleted
from latest as v
left join contact_id as c on c.id = v.party_id
