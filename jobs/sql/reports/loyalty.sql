-- about   The customers who are leaving, those with most margin at risk first, and the long loyal, the richest first: 100 of
--         each, with what is proposed, what it costs and the margin it must save.
-- grain   list, position
-- column  list               text           leaving or loyal
-- column  position           integer        1 is the first to look at
-- column  party_id           text
-- column  name               text
-- column  manager            text           responsible today
-- column  segment            text           rfm segment
-- column  last_on            date           last purchase
-- column  tenure_days        integer        days since the first purchase
-- column  amount_12m         decimal(18,2)  revenue less returns of the last 12 months
-- column  margin_12m         decimal(18,2)  its margin; empty if no cost is known
-- column  leave_probability  double
-- column  margin_at_risk     decimal(18,2)  leave_probability x margin_12m
-- column  incentive          text           discount, call, bonus or thanks
-- column  cost               decimal(18,2)  of the incentive, once it is taken
-- column  break_even_share   double         share of such customers that it must keep to pay
-- column  margin_to_save     decimal(18,2)  margin that it must save for each customer it is offered to
-- check   unique(list, position)
-- check   unique(party_id)
-- check   between(position, 1, 100)

with ranked as (
    select
        *,
        row_number() over (
            partition by list
            order by case when list = 'leaving' then coalesce(margin_at_risk, 0) else amount_12m end desc, amount_12m desc, party_id
        ) as position
    from scores.loyalty
)

select
    r.list,
    r.position,
    r.party_id,
    c.name,
    m.manager,
    f.segment,
    l.last_on,
    r.tenure_days,
    r.amount_12m,
    r.margin_12m,
    r.leave_probability,
    r.margin_at_risk,
    r.incentive,
    r.cost,
    r.break_even_share,
    r.margin_to_save
from ranked as r
inner join scores.lifecycle as l on l.party_id = r.party_id
left join scores.rfm as f on f.party_id = r.party_id
left join curated.party as c on c.party_id = r.party_id
left join scores.responsible as m on m.party_id = r.party_id
where r.position <= 100
