-- about   Whom to call first: customers by money at risk, as many as can be called in a week (reports.call_capacity).
--         New customers and those lost for over a year are not on it.
-- grain   position
-- column  position         integer        1 has the most at risk
-- column  party_id         text
-- column  name             text
-- column  manager          text           responsible today
-- column  segment          text           rfm segment
-- column  probability      double         of leaving over the horizon
-- column  horizon_days     integer
-- column  expected_margin  decimal(18,2)  of the horizon, of who stays; empty if no cost is known
-- column  money_at_risk    decimal(18,2)  probability x expected margin (amount, where risk_basis says so)
-- column  risk_basis       text           margin or amount
-- column  usual_gap_days   double
-- column  silent_days      integer        since the last purchase
-- column  last_on          date           last purchase
-- column  amount_12m       decimal(18,2)  revenue less returns of the 12 months up to as_of
-- column  reason_1         text           why, the strongest first
-- column  reason_1_value   double
-- column  reason_1_base    double
-- column  reason_2         text
-- column  reason_2_value   double
-- column  reason_2_base    double
-- column  reason_3         text
-- column  reason_3_value   double
-- column  reason_3_base    double
-- column  next_step        text           renew (under contract), check_returns, check_delivery (a reason is goods that came back, or late orders), call_now (silent by the life cycle), offer (buys less than before), remind (overdue), keep_in_touch
-- column  rung             text
-- column  grade            text
-- check   unique(position)
-- check   unique(party_id)
-- check   where(money_at_risk > 0)
-- check   in(next_step, renew, check_returns, check_delivery, call_now, offer, remind, keep_in_touch)

with ranked as (
    select
        *,
        ', ' || coalesce(reason_1, '') || ', ' || coalesce(reason_2, '') || ', ' || coalesce(reason_3, '') || ', ' as reasons,
        row_number() over (order by money_at_risk desc, party_id) as position
    from scores.churn
    where money_at_risk > 0
)

select
    r.position,
    r.party_id,
    c.name,
    m.manager,
    f.segment,
    r.probability,
    r.horizon_days,
    r.expected_margin,
    r.money_at_risk,
    r.risk_basis,
    r.usual_gap_days,
    r.silent_days,
    l.last_on,
    g.amount as amount_12m,
    r.reason_1,
    r.reason_1_value,
    r.reason_1_base,
    r.reason_2,
    r.reason_2_value,
    r.reason_2_base,
    r.reason_3,
    r.reason_3_value,
    r.reason_3_base,
    case
        when r.definition = 'contract' then 'renew'
        when r.reasons like '%, returned, %' then 'check_returns'
        when r.reasons like '%, late_orders, %' then 'check_delivery'
        when l.segment in ('silent', 'lost') then 'call_now'
        when r.reasons like '%, fewer_%' or r.reasons like '%, less_money, %' then 'offer'
        when r.silent_days > r.usual_gap_days then 'remind'
        else 'keep_in_touch'
    end as next_step,
    r.rung,
    r.grade
from ranked as r
left join scores.lifecycle as l on l.party_id = r.party_id
left join scores.segment as g on g.party_id = r.party_id and g.scheme = 'lifecycle'
left join scores.rfm as f on f.party_id = r.party_id
left join curated.party as c on c.party_id = r.party_id
left join scores.responsible as m on m.party_id = r.party_id
cross join reports.call_capacity as b
where r.position <= b.customers
