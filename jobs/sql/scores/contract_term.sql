-- about   The contracts signed by a day, in lines: a contract that begins at the end of another of the customer (at most
--         renewal_grace_days before or after, and not before half of it) or names it renews it, each at most one. The
--         nearest counts. Contracts beside each other are lines of their own. Left out: cancelled ones, and those that end before they begin.
-- grain   weeks_ago, contract_id
-- column  weeks_ago    integer  0 as of the day, 1 a week before, from what was signed by then (without that day: had begun)
-- column  contract_id  text
-- column  party_id     text
-- column  line_id      text     the first contract of the line
-- column  term_number  integer  1 for the first contract of the line that is known
-- column  from_on      date
-- column  to_on        date     empty without an end
-- column  is_renewed   boolean  false: not within the days of grace; empty while that is open
-- check   unique(weeks_ago, contract_id)
-- check   not_null(party_id, line_id, term_number, from_on)
-- check   where(to_on is not null or is_renewed is null)
-- java    LinkContracts

select
    m.weeks_ago,
    m.on_date,
    p.renewal_grace_days as grace_days,
    c.contract_id,
    c.party_id,
    c.previous_id,
    c.from_on,
    c.to_on
from curated.contract as c
inner join scores.moment as m on coalesce(c.signed_on, c.from_on) <= m.on_date
cross join params as p
where c.party_id is not null and not c.is_deleted and (c.to_on is null or c.to_on >= c.from_on)
