-- about   What the report says about itself: company, dates, choices, and the limits that the rules used, printed.
-- grain   fact
-- column  fact   text  company, currency, revenue_basis, sales_basis, sales_basis_chosen, data_until, as_of, known_on, week, sources,
--         customers, repeat_customers, missing_repeat_customers (to the next rung of the scores; empty at the top),
--         calling_managers, calls_per_manager, value_rung, value_model, cooling_ratio, silent_ratio, lost_ratio, active_days, sleeping_days, lost_days,
--         rfm_recency_1..4 (a customer scores above k with at most so many days), rfm_monetary_1..4 (above k with at least so much money),
--         rfm_frequency_1..4 (above k with at least so many purchase days), vip_share, vip_least_amount (what makes a VIP by money),
--         abc_a_share, abc_b_share, xyz_x_variation, xyz_y_variation, clusters (groups by likeness in use; 0: none),
--         cluster_stability (how well bootstrap samples find them again; only with clusters)
-- column  value  text  as text: ISO dates, decimal point; empty if unknown
-- check   unique(fact)
-- check   not_null(fact)

with week as (
    select week_of(as_of) + 3 as thursday
    from params
),

company as (
    select fact, value
    from (
        select 'company' as fact, company as value from params
        union all
        select 'currency' as fact, currency as value from params
        union all
        select 'revenue_basis' as fact, revenue_basis as value from params
        union all
        select 'as_of' as fact, cast(as_of as string) as value from params
        union all
        select 'known_on' as fact, cast(known_on as string) as value from params
        union all
        select 'cooling_ratio' as fact, cast(cooling_ratio as string) as value from params
        union all
        select 'silent_ratio' as fact, cast(silent_ratio as string) as value from params
        union all
        select 'lost_ratio' as fact, cast(lost_ratio as string) as value from params
        union all
        select 'active_days' as fact, cast(active_days as string) as value from params
        union all
        select 'sleeping_days' as fact, cast(sleeping_days as string) as value from params
        union all
        select 'lost_days' as fact, cast(lost_days as string) as value from params
        union all
        select 'vip_share' as fact, cast(vip_share as string) as value from params
        union all
        select 'abc_a_share' as fact, cast(abc_a_share as string) as value from params
        union all
        select 'abc_b_share' as fact, cast(abc_b_share as string) as value from params
        union all
        select 'xyz_x_variation' as fact, cast(xyz_x_variation as string) as value from params
        union all
        select 'xyz_y_variation' as fact, cast(xyz_y_variation as string) as value from params
    ) as t
),

data as (
    select 'sales_basis' as fact, max(basis) as value from curated.sales_basis
    union all
    select 'sales_basis_chosen' as fact, cast(max(case when is_chosen then 1 else 0 end) = 1 as string) as value from curated.sales_basis
    union all
    select 'data_until' as fact, cast(max(case when sales > 0 then sold_on end) as string) as value from scores.party_day
    union all
    select 'sources' as fact, comma_list(array_agg(source)) as value from raw.file where loaded > 0
    union all
    select
        'week' as fact,
        cast(year(thursday) as string) || '-W'
        || lpad(cast(cast(floor(days_between(make_date(year(thursday), 1, 1), thursday) / 7) as int) + 1 as string), 2, '0') as value
    from week
),

customer as (
    select 'customers' as fact, cast(count(*) as string) as value from scores.purchase_history
    union all
    select 'repeat_customers' as fact, cast(count(*) as string) as value from scores.purchase_history where repeat_purchases > 0
    union all
    select
        'missing_repeat_customers' as fact,
        cast(case when count(*) < 10 then 10 when count(*) < 50 then 50 when count(*) < 200 then 200 end - count(*) as string) as value
    from scores.purchase_history
    where repeat_purchases > 0
    union all
    select 'calling_managers' as fact, cast(managers as string) as value from reports.call_capacity
    union all
    select 'calls_per_manager' as fact, cast(calls_per_manager as string) as value from reports.call_capacity
),

score as (
    select score
    from (values (1), (2), (3), (4)) as t (score)
),

threshold as (
    select
        'rfm_recency_' || cast(s.score as string) as fact,
        cast(max(case when c.r > s.score then c.recency_days end) as string) as value
    from score as s
    left join scores.rfm as c on true
    group by s.score
    union all
    select
        'rfm_monetary_' || cast(s.score as string) as fact,
        cast(min(case when c.m > s.score then c.monetary end) as string) as value
    from score as s
    left join scores.rfm as c on true
    group by s.score
    union all
    select
        'rfm_frequency_' || cast(s.score as string) as fact,
        cast(min(case when c.f > s.score then c.frequency end) as string) as value
    from score as s
    left join scores.rfm as c on true
    group by s.score
    union all
    select 'vip_least_amount' as fact, cast(max(least_amount) as string) as value from scores.vip
    union all
    select 'clusters' as fact, cast(coalesce(max(clusters), 0) as string) as value from scores.fit_cluster where is_chosen
    union all
    select
        'cluster_stability' as fact,
        cast(cast(max(stability) as decimal(4, 2)) as string) as value
    from scores.fit_cluster
    where is_chosen
    having count(*) > 0
)

select fact, value from company
union all
select fact, value from data
union all
select fact, value from customer
union all
select fact, value from threshold
union all
select 'value_rung' as fact, max(rung) as value from scores.customer_value
union all
select
    'value_model' as fact,
    comma_list(array_agg(model || ' ' || grade)) as value
from scores.model_fit
where weight > 0
