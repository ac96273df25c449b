-- about   How many customers can be called in a week: the managers who look after a customer, at least one, times
--         calls_per_manager.
-- grain   managers
-- column  managers           integer
-- column  calls_per_manager  integer  as configured
-- column  customers          integer  their product
-- check   where(managers >= 1)

select
    greatest(count(distinct m.manager_id), 1) as managers,
    max(p.calls_per_manager) as calls_per_manager,
    greatest(count(distinct m.manager_id), 1) * max(p.calls_per_manager) as customers
from params as p
left join scores.purchase_history as h on true
left join curated.party as c on c.party_id = h.party_id
left join curated.manager as m
    on m.manager_id = c.manager_id
    and coalesce(m.from_on, p.as_of) <= p.as_of
    and coalesce(m.to_on, p.as_of) >= p.as_of
