-- about   The strongest single explanation of last week's change of a figure: the part that moved furthest in the direction
--         of the whole. Segments are those of today (rfm); the parts of revenue, margin and sales add up to the change.
-- grain   metric
-- column  metric       text           id in metrics.yaml
-- column  cause        text           data_incomplete (the week has not ended), no_cost, no_payments, no_previous, no_change,
--         segment_rose, segment_fell, party_rose, party_fell (a customer's payments), sales_rose, sales_fell (count of sales, for the
--         average sale), revenue_rose, revenue_fell (for the average sale), new_customers, returned_customers, silent_customers (the
--         greatest flow), money_silent (12 months' money of those who fell silent)
-- column  cause_key    text           the segment or party; empty where the cause names none
-- column  cause_value  decimal(20,6)  its change, or its money; empty where there is none
-- check   unique(metric)
-- check   not_null(metric, cause)

with week as (
    select
        v.metric,
        v.actual,
        v.previous,
        v.actual - v.previous as change,
        v.is_complete
    from reports.metric_value as v
    cross join params as p
    where v.scope = 'company' and v.period_on = week_of(p.as_of)
),

-- a segment's part of the change of the margin share: what it earned less what the same sales earned at last week's share
share as (
    select
        m.segment as part,
        (cast(m.actual as double) - t.previous * cast(n.actual as double)) / nullif(t.costed, 0) as change
    from reports.segment_week as m
    inner join reports.segment_week as n on n.segment = m.segment and n.metric = 'costed_net_amount'
    cross join (
        select
            max(w.previous) as previous,
            (select sum(cast(actual as double)) from reports.segment_week where metric = 'costed_net_amount') as costed
        from week as w
        where w.metric = 'margin_share'
    ) as t
    where m.metric = 'gross_margin'
),

payer as (
    select
        y.party_id as part,
        sum(case when y.paid_on >= week_of(p.as_of) then y.amount else -y.amount end) as change
    from curated.payment as y
    cross join params as p
    where y.direction = 'in'
        and y.paid_on between week_of(p.as_of) - 7 and p.as_of
        and y.party_id is not null
    group by y.party_id
),

part as (
    select
        metric,
        'segment' as kind,
        segment as part,
        cast(actual - previous as decimal(20, 6)) as change
    from reports.segment_week
    union all
    select
        'margin_share' as metric,
        'segment' as kind,
        part,
        cast(change as decimal(20, 6)) as change
    from share
    union all
    select
        'payments_in' as metric,
        'party' as kind,
        part,
        cast(change as decimal(20, 6)) as change
    from payer
    union all
    -- the average moved by what the revenue would have done at last week's count, and by the count at today's revenue
    select
        'average_sale' as metric,
        r.metric as kind,
        cast(null as string) as part,
        cast(
            case r.metric
                when 'revenue' then cast(r.change as double) / nullif(cast(n.previous as double), 0)
                else cast(r.actual as double) / nullif(cast(n.actual as double), 0)
                    - cast(r.actual as double) / nullif(cast(n.previous as double), 0)
            end as decimal(20, 6)
        ) as change
    from (
        select metric, change, actual from week where metric = 'revenue'
        union all
        select 'sales' as metric, change, actual from week where metric = 'revenue'
    ) as r
    inner join week as n on n.metric = 'sales'
),

strongest as (
    select
        w.metric,
        t.kind,
        t.part,
        t.change,
        row_number() over (partition by w.metric order by sign(w.change) * t.change desc, t.kind, t.part) as place
    from week as w
    inner join part as t on t.metric = w.metric and sign(t.change) = sign(w.change)
    where w.change <> 0
),

flow as (
    select
        w.metric as flow,
        w.actual,
        row_number() over (order by w.actual desc, w.metric) as place
    from week as w
    where w.metric in ('customers_new', 'customers_returned', 'customers_silent') and w.actual > 0
),

fallen as (
    select sum(s.amount) as amount
    from scores.lifecycle as l
    inner join scores.segment as s on s.party_id = l.party_id and s.scheme = 'lifecycle'
    cross join params as p
    where l.segment = 'silent' and l.silent_on >= week_of(p.as_of)
)

select
    w.metric,
    case
        when w.actual is null and w.metric in ('gross_margin', 'margin_share') then 'no_cost'
        when w.actual is null and w.metric = 'payments_in' then 'no_payments'
        when not w.is_complete then 'data_incomplete'
        when w.change is null then 'no_previous'
        when w.metric = 'customers_silent' and w.actual > 0 then 'money_silent'
        when w.change = 0 then 'no_change'
        when w.metric = 'customers_closing' then substr(f.flow, 11) || '_customers'
        -- fewer sales make the average greater
        when s.kind = 'sales' then case when s.change > 0 then 'sales_fell' else 'sales_rose' end
        when s.change > 0 then s.kind || '_rose'
        else s.kind || '_fell'
    end as cause,
    case when w.is_complete then s.part end as cause_key,
    case
        when not w.is_complete then null
        when w.metric = 'customers_silent' and w.actual > 0 then cast(g.amount as decimal(20, 6))
        when w.metric = 'customers_closing' then f.actual
        else s.change
    end as cause_value
from week as w
left join strongest as s on s.metric = w.metric and s.place = 1
left join flow as f on f.place = 1
cross join fallen as g
where s.metric is not null
    or w.change is null
    or w.change = 0
    or not w.is_complete
    or w.metric = 'customers_closing'
    or w.metric = 'customers_silent' and w.actual > 0
