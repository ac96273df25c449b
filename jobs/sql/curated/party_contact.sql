-- about   Phones and e-mails of parties, the only table with them: phones in E.164 (a number without a country code is one
--         of the base currency's country), e-mails in lower case; what is no address is left out. A refusal of consent
--         on any card counts. Primary is the first of a kind on the best card.
-- grain   party_id, kind, value
-- column  party_id    text
-- column  kind        text     phone or email
-- column  value       text
-- column  is_primary  boolean
-- column  consent     text     granted, refused or unknown
-- check   unique(party_id, kind, value)
-- check   in(kind, phone, email)
-- check   in(consent, granted, refused, unknown)
-- java    ContactPoints

select
    x.party_id,
    t.kind,
    t.value,
    t.consent,
    p.currency,
    row_number() over (
        partition by x.party_id
        order by
            c.is_placeholder,
            c.is_deleted,
            case when c.kind = 'organisation' then 0 else 1 end,
            c.first_version,
            c.source_id,
            c.entity,
            l.load_rank desc,
            t.line,
            t.value
    ) as position
from raw.contact_point as t
join curated.load as l on l.load_id = t.load_id
join curated.party_xref as x
    on x.source = t.source and x.entity = t.owner_entity and x.source_id = t.owner_id
join curated.card as c
    on c.source = x.source and c.entity = x.entity and c.source_id = x.source_id
cross join params as p
