-- about   Who became a VIP within the week and who ceased to be one, with the money that decided it.
-- grain   position
-- column  position               integer        lost ones first, then gained, each by the larger of the two sums
-- column  party_id               text
-- column  name                   text
-- column  manager                text           responsible today
-- column  change                 text           gained or lost
-- column  amount_12m             decimal(18,2)  revenue less returns of the 12 months up to as_of
-- column  previous_amount_12m    decimal(18,2)  the same up to as_of less 7 days
-- column  least_amount           decimal(18,2)  the least that makes a VIP at as_of; empty if nobody is
-- column  previous_least_amount  decimal(18,2)  the same a week ago
-- column  why                    text           as in scores.segment: first_purchase, money_over, money_under or marked
-- column  last_on                date           last purchase
-- check   unique(position)
-- check   unique(party_id)
-- check   in(change, gained, lost)
-- check   in(why, first_purchase, money_over, money_under, marked)

with changed as (
    select
        v.*,
        s.why,
        case when v.segment = 'vip' then 'gained' else 'lost' end as change
    from scores.vip as v
    inner join scores.segment as s on s.party_id = v.party_id and s.scheme = 'vip' and s.is_moved
    where v.segment = 'vip' or v.previous_segment = 'vip'
)

select
    row_number() over (
        order by v.change desc, greatest(v.amount, v.previous_amount) desc, v.party_id
    ) as position,
    v.party_id,
    c.name,
    m.manager,
    v.change,
    v.amount as amount_12m,
    v.previous_amount as previous_amount_12m,
    v.least_amount,
    v.previous_least_amount,
    v.why,
    l.last_on
from changed as v
inner join scores.lifecycle as l on l.party_id = v.party_id
left join curated.party as c on c.party_id = v.party_id
left join scores.responsible as m on m.party_id = v.party_id
