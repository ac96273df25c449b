-- about   Who is leaving and who has long been loyal, what is proposed to each, what it costs and how much margin it must save.
--         leaving: cooling or silent in its rhythm, with money in 12 months. Proposed is a discount of params.incentive_share
--         on the next order, which those take too who would have come anyway: leaving with probability q, bringing the margin
--         m in a year if it stays, a discount of c pays from the share u = (1 - q) c / (m - c) of such customers kept. Where
--         u is above q even keeping all would not pay, and a call is proposed; so it is where the margin is unknown.
--         loyal: permanent, active, customer for params.loyal_days and more. Proposed is a bonus of params.bonus_share on
--         the money of 12 months, thanks in words where that is the margin or more, or the margin is unknown.
-- grain   party_id
-- column  party_id           text
-- column  list               text           leaving or loyal
-- column  incentive          text           discount, call, bonus or thanks
-- column  leave_probability  double         of scores.churn where it scored the customer, else by the life cycle: cooling 0.3, silent 0.7, active 0.05
-- column  basis              text           of leave_probability: churn or lifecycle
-- column  tenure_days        integer        days since the first purchase
-- column  amount_12m         decimal(18,2)  revenue less returns of the last 12 months
-- column  margin_12m         decimal(18,2)  its margin at the customer's share, what a year brings if it stays; empty if no cost is known
-- column  margin_at_risk     decimal(18,2)  leave_probability x margin_12m
-- column  cost               decimal(18,2)  of the incentive, once it is taken; 0 of a call and of thanks
-- column  break_even_share   double         share of such customers that it must keep to pay
-- column  margin_to_save     decimal(18,2)  break_even_share x margin_12m: margin that it must save for each customer it is offered to
-- check   unique(party_id)
-- check   not_null(list, incentive, leave_probability, tenure_days, amount_12m, cost, break_even_share, margin_to_save)
-- check   in(list, leaving, loyal)
-- check   in(incentive, discount, call, bonus, thanks)
-- check   where((list = 'loyal') = (incentive in ('bonus', 'thanks')))
-- check   in(basis, churn, lifecycle)
-- check   between(leave_probability, 0, 1)
-- check   between(break_even_share, 0, 1)
-- check   where(cost >= 0 and margin_to_save >= 0)

with listed as (
    select
        l.party_id,
        case when l.segment in ('cooling', 'silent') then 'leaving' else 'loyal' end as list,
        case
            when c.state = 'scored' then c.probability
            when l.segment = 'cooling' then 0.3e0
            when l.segment = 'silent' then 0.7e0
            else 0.05e0
        end as leave_probability,
        case when c.state = 'scored' then 'churn' else 'lifecycle' end as basis,
        days_between(h.first_on, p.as_of) as tenure_days,
        s.amount as amount_12m,
        cast(
            cast(s.amount as double) * cast(v.expected_margin_12m as double) / nullif(cast(v.expected_amount_12m as double), 0)
        as decimal(18, 2)) as margin_12m,
        case
            when l.segment in ('cooling', 'silent') then cast(p.incentive_share as double) * cast(n.expected_amount as double)
            else cast(p.bonus_share as double) * cast(s.amount as double)
        end as offered
    from scores.lifecycle as l
    cross join params as p
    inner join scores.purchase_history as h on h.party_id = l.party_id
    inner join scores.segment as s on s.party_id = l.party_id and s.scheme = 'lifecycle'
    inner join scores.customer_value as v on v.party_id = l.party_id
    left join scores.next_order as n on n.party_id = l.party_id
    left join scores.churn as c on c.party_id = l.party_id
    where s.amount > 0
        and (
            l.segment in ('cooling', 'silent')
            or l.segment = 'active' and l.regularity = 'permanent' and days_between(h.first_on, p.as_of) >= p.loyal_days
        )
),

priced as (
    select
        *,
        case
            when offered >= cast(margin_12m as double) then null
            when list = 'leaving' then (1 - leave_probability) * offered / (cast(margin_12m as double) - offered)
            else offered / cast(margin_12m as double)
        end as share
    from listed
),

chosen as (
    select
        *,
        case
            when list = 'leaving' and share <= leave_probability then 'discount'
            when list = 'leaving' then 'call'
            when share < 1 then 'bonus'
            else 'thanks'
        end as incentive
    from priced
)

select
    party_id,
    list,
    incentive,
    leave_probability,
    basis,
    tenure_days,
    amount_12m,
    margin_12m,
    cast(leave_probability * cast(margin_12m as double) as decimal(18, 2)) as margin_at_risk,
    case when incentive in ('discount', 'bonus') then cast(offered as decimal(18, 2)) else 0 end as cost,
    case when incentive in ('discount', 'bonus') then share else 0e0 end as break_even_share,
    case when incentive in ('discount', 'bonus') then cast(share * cast(margin_12m as double) as decimal(18, 2)) else 0 end as margin_to_save
from chosen
