-- about   What each segment brought in the week of as_of and in the week before, a customer counted in its segment of today
--         (rfm) in both; anonymous retail and parties without a purchase of their own are segments too, so the whole adds up.
-- grain   metric, segment
-- column  metric    text           revenue, gross_margin, costed_net_amount (net sales whose cost is known), sales, customers_active
-- column  segment   text           rfm segment, anonymous, or unknown (only returns so far)
-- column  previous  decimal(18,2)  of the week before; 0 if nothing was sold
-- column  actual    decimal(18,2)  of the week, up to as_of
-- check   unique(metric, segment)
-- check   not_null(metric, segment)

with sold as (
    select
        case
            when d.is_anonymous then 'anonymous'
            else coalesce(r.segment, 'unknown')
        end as segment,
        week_of(d.sold_on) = week_of(p.as_of) as is_this_week,
        d.amount,
        d.margin,
        d.costed_net_amount,
        d.sales,
        d.party_id,
        case when d.purchase_number is not null then d.sold_on end as bought_on
    from scores.party_day as d
    cross join params as p
    left join scores.rfm as r on r.party_id = d.party_id
    where d.sold_on >= week_of(p.as_of) - 7
),

metric as (
    select metric
    from (values ('revenue'), ('gross_margin'), ('costed_net_amount'), ('sales')) as t (metric)
),

fact as (
    select
        m.metric,
        s.segment,
        s.is_this_week,
        case m.metric
            when 'revenue' then s.amount
            when 'gross_margin' then s.margin
            when 'costed_net_amount' then s.costed_net_amount
            when 'sales' then cast(s.sales as decimal(18, 2))
        end as value
    from sold as s
    cross join metric as m
)

select
    metric,
    segment,
    coalesce(sum(case when not is_this_week then value end), 0) as previous,
    coalesce(sum(case when is_this_week then value end), 0) as actual
from fact
group by metric, segment
union all
select
    'customers_active' as metric,
    segment,
    count(distinct case when bought_on is not null and not is_this_week then party_id end) as previous,
    count(distinct case when bought_on is not null and is_this_week then party_id end) as actual
from sold
group by segment
