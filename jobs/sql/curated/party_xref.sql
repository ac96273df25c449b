-- about   Which party each customer card belongs to, and why. Keys in their order of strength: INN and KPP (check digits
--         valid; a card without KPP joins if its INN has one KPP only), the organisation a person works for, phone,
--         e-mail. Cards with different INN, or one INN and different KPP, never join; a phone or e-mail of more than
--         three parties, or of two different INN, joins nobody. Names do not join, but one: a name written into a
--         record without any id or key joins the only card of the same source that has the same normalised name.
-- grain   source, entity, source_id
-- column  source      text
-- column  entity      text          contact, company, name or deal, as in curated.card
-- column  source_id   text
-- column  party_id    text          p: and 12 hex of the SHA-256 of the first member's id, by first version, then id
-- column  group_id    text          the first party with the same INN; the party itself if it has none
-- column  rule        text          strongest key shared inside the party: inn, company, phone, email, name; alone
-- column  weight      decimal(9,4)  1 for a deterministic key
-- column  decided_by  text          rule
-- check   unique(source, entity, source_id)
-- check   not_null(party_id)
-- check   in(rule, inn, company, phone, email, name, alone)
-- java    JoinParties

with lone_name as (
    select
        c.source,
        c.normal_name,
        max(c.entity) as entity,
        max(c.source_id) as source_id
    from curated.card as c
    where c.entity in ('contact', 'company') and c.normal_name is not null
    group by c.source, c.normal_name
    having count(*) = 1
),

card_key as (
    select
        c.source,
        c.entity,
        c.source_id,
        'company' as kind,
        cast(null as string) as value,
        'company' as other_entity,
        c.company_id as other_id
    from curated.card as c
    where c.company_id is not null
    union all
    select c.source, c.entity, c.source_id, 'name', null, n.entity, n.source_id
    from curated.card as c
    join lone_name as n on n.source = c.source and n.normal_name = c.normal_name
    where c.entity = 'name' and c.inn is null
    union all
    select distinct t.source, t.owner_entity, t.owner_id, t.kind, t.value, null, null
    from raw.contact_point as t
    join curated.load as l on l.load_id = t.load_id
)

select
    c.source,
    c.entity,
    c.source_id,
    c.first_version,
    c.inn,
    c.kpp,
    p.currency,
    k.kind,
    k.value,
    k.other_entity,
    k.other_id
from curated.card as c
cross join params as p
left join card_key as k
    on k.source = c.source and k.entity = c.entity and k.source_id = c.source_id
