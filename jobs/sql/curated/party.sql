-- about   The customers and other parties: one row per party of curated.party_xref, its best card's words. Best: exported,
--         not deleted, an organisation, with an INN, then the first. All anonymous retail is the one party p:anonymous.
-- grain   party_id
-- column  party_id        text
-- column  kind            text     person or organisation
-- column  name            text
-- column  inn             text
-- column  kpp             text
-- column  is_customer     boolean  was sold something (shipment, order or won deal), had a contract, or a card says so
-- column  is_lead         boolean  has a deal or is called a lead, and is no customer
-- column  is_supplier     boolean  sold us something, or a card says so
-- column  is_partner      boolean  a card says so
-- column  is_press        boolean  a card says so
-- column  is_vip          boolean  a card says so
-- column  is_anonymous    boolean  retail without names
-- column  is_placeholder  boolean  no card was exported
-- column  group_id        text     the first party with the same INN
-- column  manager_id      text
-- column  city            text
-- column  industry        text
-- column  birthday        date
-- column  created_on      date     the oldest card, in the company's zone
-- column  is_deleted      boolean  all its cards are
-- column  cards           integer  exported cards
-- check   unique(party_id)
-- check   in(kind, person, organisation)

with member as (
    select
        x.party_id,
        x.group_id,
        c.*,
        row_number() over (
            partition by x.party_id
            order by
                c.is_placeholder,
                c.is_deleted,
                case when c.kind = 'organisation' then 0 else 1 end,
                case when c.inn is not null then 0 else 1 end,
                c.first_version,
                c.source_id,
                c.entity
        ) as best
    from curated.party_xref as x
    join curated.card as c
        on c.source = x.source and c.entity = x.entity and c.source_id = x.source_id
),

united as (
    select
        m.party_id,
        min(m.group_id) as group_id,
        case
            when count_if(m.kind = 'organisation') > 0 then 'organisation'
            when count_if(m.company_name is not null and m.inn is null) > 0 then 'organisation'
            else 'person'
        end as kind,
        min_by(m.name, m.best) filter (where m.name is not null and m.kind = 'organisation') as organisation_name,
        min_by(m.company_name, m.best) filter (where m.company_name is not null and m.inn is null) as company_name,
        min_by(m.name, m.best) filter (where m.name is not null) as name,
        min_by(m.inn, m.best) filter (where m.inn is not null) as inn,
        min_by(m.kpp, m.best) filter (where m.kpp is not null) as kpp,
        min_by(manager_id(m.source, m.manager), m.best) filter (where m.manager is not null) as manager_id,
        min_by(m.city, m.best) filter (where m.city is not null) as city,
        min_by(m.industry, m.best) filter (where m.industry is not null) as industry,
        min_by(m.birthday, m.best) filter (where m.birthday is not null and m.kind = 'person') as birthday,
        min(m.created_at) as created_at,
        count_if(not m.is_deleted) = 0 as is_deleted,
        count_if(not m.is_placeholder) as cards,
        count_if(has_role(m.roles, 'customer')) > 0 as says_customer,
        count_if(has_role(m.roles, 'lead')) > 0 as says_lead,
        count_if(has_role(m.roles, 'supplier')) > 0 as says_supplier,
        count_if(has_role(m.roles, 'partner')) > 0 as is_partner,
        count_if(has_role(m.roles, 'press')) > 0 as is_press,
        count_if(has_role(m.roles, 'vip')) > 0 as is_vip
    from member as m
    group by m.party_id
),

seen as (
    select
        d.source,
        d.card_entity,
        d.card_id,
        d.is_ours and d.operation in ('sale', 'return', 'order') as bought,
        false as asked,
        not d.is_ours as sold_to_us
    from curated.latest_document as d
    where d.is_posted and not d.is_deleted
    union all
    select d.source, d.card_entity, d.card_id, d.outcome = 'won', true, false
    from curated.latest_deal as d
    where not d.is_deleted
    union all
    select k.source, k.card_entity, k.card_id, k.card_id is not null, false, false
    from curated.latest_contract as k
    where not k.is_deleted
),

deed as (
    select
        x.party_id,
        count_if(s.bought) > 0 as bought,
        count_if(s.asked) > 0 as asked,
        count_if(s.sold_to_us) > 0 as sold_to_us
    from seen as s
    join curated.party_xref as x
        on x.source = s.source and x.entity = s.card_entity and x.source_id = s.card_id
    group by x.party_id
),

nameless as (
    select count(*) as documents
    from seen as s
    where s.card_id is null and s.bought
)

select
    u.party_id,
    u.kind,
    coalesce(u.organisation_name, u.company_name, u.name) as name,
    u.inn,
    u.kpp,
    u.says_customer or coalesce(d.bought, false) as is_customer,
    (u.says_lead or coalesce(d.asked, false)) and not (u.says_customer or coalesce(d.bought, false)) as is_lead,
    u.says_supplier or coalesce(d.sold_to_us, false) as is_supplier,
    u.is_partner,
    u.is_press,
    u.is_vip,
    false as is_anonymous,
    u.cards = 0 as is_placeholder,
    u.group_id,
    u.manager_id,
    u.city,
    u.industry,
    u.birthday,
    local_date(u.created_at, p.zone) as created_on,
    u.is_deleted,
    u.cards
from united as u
left join deed as d on d.party_id = u.party_id
cross join params as p
union all
select
    'p:anonymous', 'person', null, null, null, true, false, false, false, false, false, true, false,
    'p:anonymous', null, null, null, null, null, false, 0
from nameless as n
where n.documents > 0
