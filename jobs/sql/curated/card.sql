-- about   Every customer card of every source: contacts, companies, and what deals, documents, contracts and payments name without a
--         card. Several exports tell of one card, each with other columns: the newest value that is not empty counts.
--         A reference to a card that nobody exported makes a placeholder; a name or INN
--         written into a record without an id makes one card per source, INN, KPP and normalised name.
-- grain   source, entity, source_id
-- column  source          text
-- column  entity          text     contact, company, name (written into a record) or deal (one word in one deal)
-- column  source_id       text
-- column  load_id         text     load of the winning version; empty for what has no card
-- column  first_version   integer  version of the lake that first named it
-- column  name            text
-- column  normal_name     text     lower case, without legal form and signs
-- column  kind            text     person or organisation (a sole trader by that name is one); else by INN and legal form
-- column  inn             text     with valid check digits: the card's, else the only one its records give
-- column  kpp             text
-- column  company_id      text     the organisation a person works for
-- column  company_name    text
-- column  manager         text     as written
-- column  city            text
-- column  industry        text
-- column  birthday        date
-- column  roles           text     comma list as in the source
-- column  created_at      instant
-- column  is_deleted      boolean
-- column  is_placeholder  boolean  no card was exported
-- check   unique(source, entity, source_id)
-- check   in(kind, person, organisation)

with raw_card as (
    select 'contact' as entity, c.*
    from raw.contact as c
    union all
    select 'company' as entity, c.*
    from raw.company as c
),

version as (
    select
        c.*,
        row_number() over (
            partition by c.entity, c.id order by c.updated_at desc, l.load_rank desc, c.line desc
        ) as age,
        min(l.loaded_version) over (partition by c.entity, c.id) as first_version
    from raw_card as c
    join curated.load as l on l.load_id = c.load_id
),

several as (
    select distinct v.entity, v.id
    from version as v
    where v.age > 1
),

earlier as (
    select
        v.entity,
        v.id,
        min_by(v.name, v.age) filter (where v.name is not null) as name,
        min_by(v.kind, v.age) filter (where v.kind is not null) as kind,
        min_by(v.inn, v.age) filter (where v.inn is not null) as inn,
        min_by(v.kpp, v.age) filter (where v.kpp is not null) as kpp,
        min_by(v.company_id, v.age) filter (where v.company_id is not null) as company_id,
        min_by(v.company_name, v.age) filter (where v.company_name is not null) as company_name,
        min_by(v.manager, v.age) filter (where v.manager is not null) as manager,
        min_by(v.city, v.age) filter (where v.city is not null) as city,
        min_by(v.industry, v.age) filter (where v.industry is not null) as industry,
        min_by(v.birthday, v.age) filter (where v.birthday is not null) as birthday,
        min_by(v.roles, v.age) filter (where v.roles is not null) as roles,
        min_by(v.created_at, v.age) filter (where v.created_at is not null) as created_at,
        min_by(v.is_deleted, v.age) filter (where v.is_deleted is not null) as is_deleted
    from version as v
    join several as s on s.entity = v.entity and s.id = v.id
    group by v.entity, v.id
),

exported as (
    select
        v.source,
        v.entity,
        v.id as source_id,
        v.load_id,
        v.first_version,
        nullif(trim(coalesce(v.name, e.name)), '') as name,
        coalesce(v.kind, e.kind) as kind,
        valid_inn(coalesce(v.inn, e.inn)) as inn,
        valid_kpp(coalesce(v.kpp, e.kpp)) as kpp,
        coalesce(v.company_id, e.company_id) as company_id,
        nullif(trim(coalesce(v.company_name, e.company_name)), '') as company_name,
        nullif(trim(coalesce(v.manager, e.manager)), '') as manager,
        coalesce(v.city, e.city) as city,
        coalesce(v.industry, e.industry) as industry,
        coalesce(v.birthday, e.birthday) as birthday,
        coalesce(v.roles, e.roles) as roles,
        coalesce(v.created_at, e.created_at) as created_at,
        coalesce(v.is_deleted, e.is_deleted, false) as is_deleted
    from version as v
    left join earlier as e on e.entity = v.entity and e.id = v.id
    where v.age = 1
),

reference as (
    select
        d.source,
        d.card_entity as entity,
        d.card_id as source_id,
        d.first_version,
        coalesce(d.company_name, d.contact_name) as name,
        case when d.company_name is not null then 'organisation' end as kind,
        d.inn,
        cast(null as string) as kpp
    from curated.latest_deal as d
    where d.card_id is not null
    union all
    select d.source, 'contact', d.contact_id, d.first_version, d.contact_name, 'person', null, null
    from curated.latest_deal as d
    where d.contact_id is not null and d.company_id is not null
    union all
    select d.source, d.card_entity, d.card_id, d.first_version, d.party_name, null, d.inn, d.kpp
    from curated.latest_document as d
    where d.card_id is not null
    union all
    select k.source, k.card_entity, k.card_id, k.first_version, k.party_name, null, k.inn, k.kpp
    from curated.latest_contract as k
    where k.card_id is not null
    union all
    select c.source, 'company', c.company_id, c.first_version, c.company_name, 'organisation', null, null
    from exported as c
    where c.company_id is not null
    union all
    select
        y.source,
        'name',
        named_card_id(y.source, y.inn, y.kpp, y.party_name),
        l.loaded_version,
        nullif(trim(y.party_name), ''),
        null,
        valid_inn(y.inn),
        valid_kpp(y.kpp)
    from raw.payment as y
    join curated.load as l on l.load_id = y.load_id
    where
        y.direction <> 'own'
        and (valid_inn(y.inn) is not null or nullif(trim(y.party_name), '') is not null)
),

referred as (
    select
        r.source,
        r.entity,
        r.source_id,
        min(r.first_version) as first_version,
        max(r.name) as name,
        min(r.kind) as kind,
        case when min(r.inn) = max(r.inn) then min(r.inn) end as inn,
        case when min(r.kpp) = max(r.kpp) and min(r.inn) = max(r.inn) then min(r.kpp) end as kpp
    from reference as r
    group by r.source, r.entity, r.source_id
),

united as (
    select
        coalesce(x.source, r.source) as source,
        coalesce(x.entity, r.entity) as entity,
        coalesce(x.source_id, r.source_id) as source_id,
        x.load_id,
        least(coalesce(x.first_version, r.first_version), coalesce(r.first_version, x.first_version)) as first_version,
        coalesce(x.name, r.name) as name,
        coalesce(x.kind, r.kind) as kind,
        coalesce(x.inn, r.inn) as inn,
        case when x.inn is null or x.inn = r.inn then coalesce(x.kpp, r.kpp) else x.kpp end as kpp,
        x.company_id,
        x.company_name,
        x.manager,
        x.city,
        x.industry,
        x.birthday,
        x.roles,
        x.created_at,
        coalesce(x.is_deleted, false) as is_deleted,
        x.source_id is null as is_placeholder
    from exported as x
    full outer join referred as r
        on r.source = x.source and r.entity = x.entity and r.source_id = x.source_id
)

select
    u.source,
    u.entity,
    u.source_id,
    u.load_id,
    u.first_version,
    u.name,
    normal_name(u.name) as normal_name,
    case
        when u.kind is not null then u.kind
        when length(u.inn) = 10 or u.kpp is not null or coalesce(has_legal_form(u.name), false) then 'organisation'
        when u.entity = 'company' and u.is_placeholder then 'organisation'
        else 'person'
    end as kind,
    u.inn,
    u.kpp,
    u.company_id,
    u.company_name,
    u.manager,
    u.city,
    u.industry,
    u.birthday,
    u.roles,
    u.created_at,
    u.is_deleted,
    u.is_placeholder
from united as u
