-- about   How likely each customer is to leave over the own horizon, and the money at risk: probability x margin of who stays.
--         Leaving is silence or, of who has a contract with an end (scores.contract_value), that it ends and is not renewed.
--         Nobody's row is blank without its state: new (one purchase, not overdue: no risk is told), lost (by the
--         life cycle, silent for over a year), counts (too little data), refused (the score told nobody apart), scored.
-- grain   party_id
-- column  party_id                text
-- column  state                   text           scored, new, lost, counts or refused
-- column  definition              text           silence: nothing bought over the horizon; contract: it ends within the horizon and is not renewed
-- column  horizon_days            integer        30, 90, 180 or 365, by the usual gap, of a contract by a fifth of its term
-- column  probability             double         of leaving so; 0 if no contract ends by then; empty where refused, or nothing to learn from
-- column  expected_amount         decimal(18,2)  revenue of the horizon of who stays, of a contract of its next term
-- column  expected_margin         decimal(18,2)  margin of it; empty if no cost is known
-- column  risk_basis              text           margin, or amount where the margin is unknown: what money_at_risk counts
-- column  money_at_risk           decimal(18,2)  probability x expected margin, at least 0; empty unless scored
-- column  previous_money_at_risk  decimal(18,2)  by the same model at as_of less 7 days; empty: unknown, or not scored then
-- column  reason_1                text           why, the strongest first; empty where nothing more raises the risk;
--         of a contract contract_ends (value: days to it) or contract_ended (days since)
-- column  reason_1_value          double         in its own unit: days, purchases, groups, money, a share
-- column  reason_1_base           double         what it is compared with: usual gap, the horizon before
-- column  reason_2                text
-- column  reason_2_value          double
-- column  reason_2_base           double
-- column  reason_3                text
-- column  reason_3_value          double
-- column  reason_3_base           double
-- column  usual_gap_days          double         of scores.lifecycle; empty under contract without a purchase
-- column  silent_days             integer        since the last purchase; the same
-- column  scorer                  text           logistic, p0 (purchase model), silence_rule, share; of a contract the model of scores.fit_renewal; empty without one
-- column  grade                   text           A to D: how sound the probability is
-- column  rung                    text           own_model, pooled_model, rule or counts
-- check   unique(party_id)
-- check   not_null(state, definition, horizon_days, grade, rung)
-- check   in(definition, silence, contract)
-- check   where(silent_days is not null or definition = 'contract')
-- check   in(state, scored, new, lost, counts, refused)
-- check   in(rung, own_model, pooled_model, rule, counts)
-- check   between(probability, 0, 1)
-- check   where((money_at_risk is not null) = (state = 'scored'))
-- check   where(money_at_risk >= 0)

with refused as (
    select distinct horizon_days
    from scores.fit_churn
    where kind = 'remark' and name = 'refused'
),

judged as (
    select
        s.*,
        l.usual_gap_days,
        case when s.weeks_ago = 0 then l.segment else l.previous_segment end as segment,
        r.horizon_days is not null as is_refused,
        case when s.expected_margin is null then 'amount' else 'margin' end as risk_basis,
        cast(s.probability * cast(greatest(coalesce(s.expected_margin, s.expected_amount), 0) as double) as decimal(18, 2)) as money_at_risk
    from scores.churn_score as s
    inner join scores.lifecycle as l on l.party_id = s.party_id
    left join refused as r on r.horizon_days = s.horizon_days
    anti join scores.contract_value as k on k.party_id = s.party_id and k.weeks_ago = s.weeks_ago
),

contract as (
    select
        *,
        case when renewal_probability is not null then
            case when days_left <= horizon_days then 1 - renewal_probability else 0e0 end
        end as probability
    from (
        select
            *,
            case
                when term_days <= 150 then 30
                when term_days <= 450 then 90
                when term_days <= 900 then 180
                else 365
            end as horizon_days
        from scores.contract_value
    ) as t
),

priced as (
    select
        *,
        case when term_amount is not null then
            cast(probability * cast(greatest(coalesce(term_margin, term_amount), 0) as double) as decimal(18, 2))
        end as money_at_risk
    from contract
),

stated as (
    select
        party_id,
        weeks_ago,
        'silence' as definition,
        horizon_days,
        case when not is_refused then probability end as probability,
        expected_amount,
        expected_margin,
        risk_basis,
        money_at_risk,
        reason_1,
        reason_1_value,
        reason_1_base,
        reason_2,
        reason_2_value,
        reason_2_base,
        reason_3,
        reason_3_value,
        reason_3_base,
        usual_gap_days,
        silent_days,
        scorer,
        grade,
        rung,
        case
            when segment = 'new' then 'new'
            when segment = 'lost' and silent_days > 365 then 'lost'
            when is_refused then 'refused'
            when money_at_risk is null then 'counts'
            else 'scored'
        end as state
    from judged
    union all
    select
        k.party_id,
        k.weeks_ago,
        'contract',
        k.horizon_days,
        k.probability,
        k.term_amount,
        k.term_margin,
        case when k.term_margin is null then 'amount' else 'margin' end,
        k.money_at_risk,
        case when k.days_left < 0 then 'contract_ended' when k.days_left <= k.horizon_days then 'contract_ends' end,
        case when k.days_left <= k.horizon_days then cast(abs(k.days_left) as double) end,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        l.usual_gap_days,
        l.silent_days,
        k.model,
        k.grade,
        k.rung,
        case when k.money_at_risk is null then 'counts' else 'scored' end
    from priced as k
    left join scores.lifecycle as l on l.party_id = k.party_id
)

select
    n.party_id,
    n.state,
    n.definition,
    n.horizon_days,
    n.probability,
    n.expected_amount,
    n.expected_margin,
    n.risk_basis,
    case when n.state = 'scored' then n.money_at_risk end as money_at_risk,
    case when b.state = 'scored' then b.money_at_risk end as previous_money_at_risk,
    n.reason_1,
    n.reason_1_value,
    n.reason_1_base,
    n.reason_2,
    n.reason_2_value,
    n.reason_2_base,
    n.reason_3,
    n.reason_3_value,
    n.reason_3_base,
    n.usual_gap_days,
    n.silent_days,
    n.scorer,
    n.grade,
    n.rung
from stated as n
left join stated as b on b.party_id = n.party_id and b.weeks_ago = 1 and b.definition = n.definition
where n.weeks_ago = 0
