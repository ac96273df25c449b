-- about   The open deals of as_of: the probability that each is won, by pipeline, stage and age, and what it is expected to
--         bring. What single deals differ in beyond that (manager, channel) counts only if it was shown to tell won from
--         lost deals: it learns from older ones and ranks the newest; with an AUC under 0.55 it is refused.
-- grain   deal_id
-- column  deal_id             text
-- column  party_id            text
-- column  is_customer         boolean        the party has bought before
-- column  amount              decimal(18,2)
-- column  age_days            integer        since its opening
-- column  is_overdue          boolean        its expected closing day has passed
-- column  base_probability    double         by pipeline, stage and age: for sums, not for a single deal
-- column  win_probability     double         of this deal; empty where deals are not told apart
-- column  horizon_probability double         that it is won within the weeks that are forecast
-- column  expected_amount     decimal(18,2)  amount by probability
-- column  reason              text           scored, no_signal (AUC under 0.55) or too_few (under 20 of a kind to try it on)
-- column  auc                 double         of the ranking on the newest closed deals; empty: too few
-- check   unique(deal_id)
-- check   between(base_probability, 0, 1)
-- check   between(win_probability, 0, 1)
-- check   between(horizon_probability, 0, 1)
-- check   in(reason, scored, no_signal, too_few)
-- java    ScoreDeals

with reached as (
    select
        e.deal_id,
        comma_list(array_agg(replace(e.to_value, ',', ' '))) as stages
    from curated.deal_event as e
    cross join params as p
    where e.kind = 'stage' and e.to_value is not null and cast(e.changed_at as date) <= p.as_of
    group by e.deal_id
),

customer as (
    select distinct d.party_id
    from scores.party_day as d
    where d.purchase_number is not null
)

select
    d.deal_id,
    d.party_id,
    c.party_id is not null as is_customer,
    coalesce(d.pipeline, '') as pipeline,
    replace(coalesce(d.stage, ''), ',', ' ') as stage,
    r.stages,
    d.manager_id,
    d.channel,
    d.amount,
    d.created_on,
    case when d.closed_on <= p.as_of then d.closed_on end as closed_on,
    case when d.closed_on <= p.as_of then d.outcome else 'open' end as outcome,
    coalesce(d.expected_close_on < p.as_of, false) as is_overdue,
    p.as_of,
    7 * p.forecast_weeks as horizon_days
from curated.deal as d
cross join params as p
left join reached as r on r.deal_id = d.deal_id
left join customer as c on c.party_id = d.party_id
where
    not coalesce(d.is_deleted, false)
    and d.created_on <= p.as_of
    -- a deal that ended on an unknown day tells neither when nor, by then, how
    and (d.outcome = 'open' or d.closed_on is not null)
