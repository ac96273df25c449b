-- about   The manager who is responsible for a party on as_of, by name, for lists that people work through.
-- grain   party_id
-- column  party_id  text
-- column  manager   text  name; of several with one id the last by name
-- check   unique(party_id)
-- check   not_null(manager)

select
    c.party_id,
    max(m.name) as manager
from curated.party as c
cross join params as p
inner join curated.manager as m
    on m.manager_id = c.manager_id
    and coalesce(m.from_on, p.as_of) <= p.as_of
    and coalesce(m.to_on, p.as_of) >= p.as_of
where m.name is not null
group by c.party_id
