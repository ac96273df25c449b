-- about   The winning version of every document, as booked. A partial update (a status only) keeps what it does not
--         name, its lines too; currency, rate and tax go with the amount. The card is the other side that the document names: by id, else by INN or name.
-- grain   document_id
-- column  document_id    text
-- column  source         text
-- column  load_id        text           load of the winning version
-- column  line_load_id   text           load that its lines come from
-- column  first_version  integer        version of the lake that first had it
-- column  card_entity    text           company, contact or name; empty if nobody is named
-- column  card_id        text           the other side's card
-- column  is_anonymous   boolean        retail, or nobody is named
-- column  number         text
-- column  dated_at       instant
-- column  dated_on       date           in the company's zone
-- column  operation      text           sale, return, order, invoice or other
-- column  is_ours        boolean        we sold; false: we bought
-- column  party_name     text           as written
-- column  inn            text           with valid check digits, else empty
-- column  kpp            text
-- column  currency       text           as booked
-- column  rate           decimal(18,6)  units of the base currency for one, as booked
-- column  amount         decimal(18,2)  as printed
-- column  tax_amount     decimal(18,2)  as printed
-- column  vat_basis      text           included, on_top, none or unknown
-- column  manager        text           as written
-- column  warehouse      text
-- column  status         text
-- column  is_posted      boolean
-- column  is_paid        boolean
-- column  due_on         date
-- column  shipped_on     date
-- column  order_id       text
-- column  deal_id        text           the only deal of the number that the document gives
-- column  updated_at     instant
-- column  is_deleted     boolean        marked for deletion or cancelled; the facts stay
-- check   unique(document_id)
-- check   in(operation, sale, return, order, invoice, other)

with version as (
    select
        d.*,
        l.is_partial,
        row_number() over (
            partition by d.id order by d.updated_at desc, l.load_rank desc, d.line desc
        ) as age,
        min(l.loaded_version) over (partition by d.id) as first_version
    from raw.document as d
    join curated.load as l on l.load_id = d.load_id
),

-- how far back an update that names only some columns has to look: to the last whole version
reach as (
    select
        v.id,
        coalesce(min(case when not v.is_partial then v.age end), max(v.age)) as last_age
    from version as v
    group by v.id
    having count_if(v.age = 1 and v.is_partial) > 0
),

line_load as (
    select distinct n.load_id, n.document_id
    from raw.document_line as n
    join reach as r on r.id = n.document_id
),

earlier as (
    select
        v.id,
        min_by(v.load_id, v.age) filter (where n.load_id is not null) as line_load_id,
        min_by(v.number, v.age) filter (where v.number is not null) as number,
        min_by(v.dated_at, v.age) filter (where v.dated_at is not null) as dated_at,
        min_by(v.operation, v.age) filter (where v.operation <> 'other') as operation,
        min_by(v.our_role, v.age) filter (where v.our_role is not null) as our_role,
        min_by(v.party_id, v.age) filter (where v.party_id is not null) as party_id,
        min_by(v.party_name, v.age) filter (where v.party_name is not null) as party_name,
        min_by(v.inn, v.age) filter (where v.inn is not null) as inn,
        min_by(v.kpp, v.age) filter (where v.kpp is not null) as kpp,
        min_by(v.is_anonymous, v.age) filter (where v.is_anonymous is not null) as is_anonymous,
        min_by(v.currency, v.age) filter (where v.currency is not null and v.amount is not null) as currency,
        min_by(v.rate, v.age) filter (where v.rate is not null and v.amount is not null) as rate,
        min_by(v.amount, v.age) filter (where v.amount is not null) as amount,
        min_by(v.tax_amount, v.age) filter (where v.tax_amount is not null and v.amount is not null) as tax_amount,
        min_by(v.vat_basis, v.age) filter (where v.vat_basis <> 'unknown') as vat_basis,
        min_by(v.manager, v.age) filter (where v.manager is not null) as manager,
        min_by(v.warehouse, v.age) filter (where v.warehouse is not null) as warehouse,
        min_by(v.status, v.age) filter (where v.status is not null) as status,
        min_by(v.is_posted, v.age) filter (where v.is_posted is not null) as is_posted,
        min_by(v.is_paid, v.age) filter (where v.is_paid is not null) as is_paid,
        min_by(v.due_on, v.age) filter (where v.due_on is not null) as due_on,
        min_by(v.shipped_on, v.age) filter (where v.shipped_on is not null) as shipped_on,
        min_by(v.order_id, v.age) filter (where v.order_id is not null) as order_id,
        min_by(v.deal_id, v.age) filter (where v.deal_id is not null) as deal_id,
        min_by(v.updated_at, v.age) filter (where v.updated_at is not null) as updated_at,
        min_by(v.is_deleted, v.age) filter (where v.is_deleted is not null) as is_deleted
    from version as v
    join reach as r on r.id = v.id and v.age <= r.last_age
    left join line_load as n on n.load_id = v.load_id and n.document_id = v.id
    group by v.id
),

latest as (
    select
        v.id as document_id,
        v.source,
        v.load_id,
        coalesce(e.line_load_id, v.load_id) as line_load_id,
        v.first_version,
        coalesce(v.number, e.number) as number,
        coalesce(v.dated_at, e.dated_at) as dated_at,
        coalesce(nullif(v.operation, 'other'), e.operation, 'other') as operation,
        coalesce(v.our_role, e.our_role, 'seller') = 'seller' as is_ours,
        coalesce(v.party_id, e.party_id) as party_id,
        nullif(trim(coalesce(v.party_name, e.party_name)), '') as party_name,
        valid_inn(coalesce(v.inn, e.inn)) as inn,
        valid_kpp(coalesce(v.kpp, e.kpp)) as kpp,
        coalesce(v.is_anonymous, e.is_anonymous, false) as is_anonymous,
        coalesce(case when v.amount is not null then v.currency end, e.currency, v.currency) as currency,
        coalesce(case when v.amount is not null then v.rate end, e.rate, v.rate) as rate,
        coalesce(v.amount, e.amount) as amount,
        coalesce(case when v.amount is not null then v.tax_amount end, e.tax_amount, v.tax_amount) as tax_amount,
        coalesce(nullif(v.vat_basis, 'unknown'), e.vat_basis, 'unknown') as vat_basis,
        nullif(trim(coalesce(v.manager, e.manager)), '') as manager,
        coalesce(v.warehouse, e.warehouse) as warehouse,
        coalesce(v.status, e.status) as status,
        coalesce(v.is_posted, e.is_posted, true) as is_posted,
        coalesce(v.is_paid, e.is_paid) as is_paid,
        coalesce(v.due_on, e.due_on) as due_on,
        coalesce(v.shipped_on, e.shipped_on) as shipped_on,
        coalesce(v.order_id, e.order_id) as order_id,
        coalesce(v.deal_id, e.deal_id) as deal_id,
        coalesce(v.updated_at, e.updated_at) as updated_at,
        coalesce(v.is_deleted, e.is_deleted, false) as is_deleted
    from version as v
    left join earlier as e on e.id = v.id
    where v.age = 1
),

contact_id as (
    select distinct c.id
    from raw.contact as c
    join curated.load as l on l.load_id = c.load_id
    anti join raw.company as o on o.id = c.id
),

-- a deal's number in a document does not say which CRM it is of: it is the only deal of that number
numbered_deal as (
    select
        substr(d.id, position(':' in d.id) + 1) as number,
        min(d.id) as id
    from raw.deal as d
    join curated.load as l on l.load_id = d.load_id
    group by substr(d.id, position(':' in d.id) + 1)
    having min(d.id) = max(d.id)
),

exact_deal as (
    select distinct d.id
    from raw.deal as d
    join curated.load as l on l.load_id = d.load_id
),

named as (
    select
        d.*,
        c.id is not null as is_contact,
        coalesce(e.id, n.id, d.deal_id) as found_deal_id,
        not d.is_anonymous and d.party_id is not null as has_id,
        not d.is_anonymous and d.party_id is null and (d.inn is not null or d.party_name is not null) as has_name
    from latest as d
    left join contact_id as c on c.id = d.party_id
    left join exact_deal as e on e.id = d.deal_id
    left join numbered_deal as n on n.number = substr(d.deal_id, position(':' in d.deal_id) + 1)
)

select
    d.document_id,
    d.source,
    d.load_id,
    d.line_load_id,
    d.first_version,
    case
        when d.has_id and d.is_contact then 'contact'
        when d.has_id then 'company'
        when d.has_name then 'name'
    end as card_entity,
    case
        when d.has_id then d.party_id
        when d.has_name then named_card_id(d.source, d.inn, d.kpp, d.party_name)
    end as card_id,
    not d.has_id and not d.has_name as is_anonymous,
    d.number,
    d.dated_at,
    local_date(d.dated_at, p.zone) as dated_on,
    d.operation,
    d.is_ours,
    d.party_name,
    d.inn,
    d.kpp,
    d.currency,
    d.rate,
    d.amount,
    d.tax_amount,
    d.vat_basis,
    d.manager,
    d.warehouse,
    d.status,
    d.is_posted,
    d.is_paid,
    d.due_on,
    d.shipped_on,
    d.order_id,
    d.found_deal_id as deal_id,
    d.updated_at,
    d.is_deleted
from named as d
cross join params as p
