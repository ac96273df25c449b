-- about   Every headline figure of the last 26 weeks beside its plan, the week before and the same ISO week last year.
--         Empty is unknown: no cost, no payments, no plan, a week before the first or after the last sale.
-- grain   metric, scope, key, period_on
-- column  metric       text           id in metrics.yaml
-- column  scope        text           company
-- column  key          text           whose figure within the scope; the empty text for the company
-- column  period_on    date           Monday of the week
-- column  actual       decimal(20,6)  the figure; of an unfinished week up to as_of
-- column  plan         decimal(20,6)  plan of the week's days up to as_of; empty unless the months of the week have one
-- column  previous     decimal(20,6)  the week before
-- column  last_year    decimal(20,6)  the same ISO week last year; empty for a week 53 that last year had not
-- column  rows         integer        rows behind actual
-- column  filter       text           the query that finds them
-- column  is_complete  boolean        the week has ended by as_of
-- check   unique(metric, scope, key, period_on)
-- check   not_null(metric, scope, key, period_on, filter, is_complete)
-- check   where(metric <> 'sales' or actual >= 0)
-- check   where(metric not like 'customers%' or actual >= 0)

with sold as (
    select
        week_of(sold_on) as week_on,
        sum(amount) as revenue,
        sum(margin) as gross_margin,
        sum(costed_net_amount) as costed_net_amount,
        sum(sales) as sales,
        sum(lines) as lines
    from scores.party_day
    group by week_of(sold_on)
),

paid as (
    select
        week_of(y.paid_on) as week_on,
        sum(y.amount) as payments_in,
        count(*) as payments
    from curated.payment as y
    cross join params as p
    where y.direction = 'in' and y.paid_on <= p.as_of
    group by week_of(y.paid_on)
),

-- outside the weeks that the data cover nothing is known, inside a week without rows is a zero
covered as (
    select
        (select min(week_on) from sold) as sold_from_on,
        (select max(week_on) from sold) as sold_to_on,
        (select min(week_on) from paid) as paid_from_on,
        (select max(week_on) from paid) as paid_to_on
),

week as (
    select distinct c.week_on
    from curated.calendar as c
    cross join params as p
    where c.week_on <= p.as_of and c.week_on > p.as_of - 7 * 80
),

fact as (
    select
        w.week_on,
        case when w.week_on between c.sold_from_on and c.sold_to_on then coalesce(s.revenue, 0) end as revenue,
        case
            when s.week_on is not null then s.gross_margin
            when w.week_on between c.sold_from_on and c.sold_to_on then 0
        end as gross_margin,
        cast(s.gross_margin as double) / nullif(cast(s.costed_net_amount as double), 0) as margin_share,
        case when w.week_on between c.sold_from_on and c.sold_to_on then coalesce(s.sales, 0) end as sales,
        cast(s.revenue as double) / nullif(s.sales, 0) as average_sale,
        case when w.week_on between c.paid_from_on and c.paid_to_on then coalesce(y.payments_in, 0) end as payments_in,
        k.opening_customers,
        k.new_customers,
        k.returned_customers,
        k.silent_customers,
        k.closing_customers,
        k.active_customers,
        s.lines,
        y.payments
    from week as w
    cross join covered as c
    left join sold as s on s.week_on = w.week_on
    left join paid as y on y.week_on = w.week_on
    left join reports.customer_week as k on k.week_on = w.week_on
),

metric as (
    select *
    from (values
        ('revenue', 'curated.sales_line', 'sold_on', ''),
        ('gross_margin', 'curated.sales_line', 'sold_on', ''),
        ('margin_share', 'curated.sales_line', 'sold_on', ''),
        ('sales', 'curated.sales_line', 'sold_on', ''),
        ('average_sale', 'curated.sales_line', 'sold_on', ''),
        ('payments_in', 'curated.payment', 'paid_on', ' and direction = ''in'''),
        ('customers_opening', 'reports.customer_week', 'week_on', ''),
        ('customers_new', 'reports.customer_week', 'week_on', ''),
        ('customers_returned', 'reports.customer_week', 'week_on', ''),
        ('customers_silent', 'reports.customer_week', 'week_on', ''),
        ('customers_closing', 'reports.customer_week', 'week_on', ''),
        ('customers_active', 'reports.customer_week', 'week_on', '')
    ) as t (metric, row_table, row_day, row_condition)
),

value as (
    select
        m.metric,
        m.row_table,
        m.row_day,
        m.row_condition,
        f.week_on,
        cast(
            case m.metric
                when 'revenue' then cast(f.revenue as decimal(20, 6))
                when 'gross_margin' then cast(f.gross_margin as decimal(20, 6))
                when 'margin_share' then cast(f.margin_share as decimal(20, 6))
                when 'sales' then cast(f.sales as decimal(20, 6))
                when 'average_sale' then cast(f.average_sale as decimal(20, 6))
                when 'payments_in' then cast(f.payments_in as decimal(20, 6))
                when 'customers_opening' then cast(f.opening_customers as decimal(20, 6))
                when 'customers_new' then cast(f.new_customers as decimal(20, 6))
                when 'customers_returned' then cast(f.returned_customers as decimal(20, 6))
                when 'customers_silent' then cast(f.silent_customers as decimal(20, 6))
                when 'customers_closing' then cast(f.closing_customers as decimal(20, 6))
                when 'customers_active' then cast(f.active_customers as decimal(20, 6))
            end as decimal(20, 6)
        ) as actual,
        case m.row_table
            when 'curated.sales_line' then coalesce(f.lines, 0)
            when 'curated.payment' then coalesce(f.payments, 0)
            else case when f.closing_customers is null then 0 else 1 end
        end as row_count
    from fact as f
    cross join metric as m
),

planned_month as (
    select distinct
        metric,
        month_of(day_on) as month_on
    from curated.plan_day
    where scope = 'company'
),

planned as (
    select
        d.metric,
        week_of(d.day_on) as week_on,
        sum(d.value) as plan
    from curated.plan_day as d
    cross join params as p
    where d.scope = 'company' and d.day_on <= p.as_of
    group by d.metric, week_of(d.day_on)
),

-- the Thursday of a week tells its ISO year; 4 January is always in week 1
shown_week as (
    select
        w.week_on,
        least(w.week_on + 6, p.as_of) as until_on,
        w.week_on + 6 <= p.as_of as is_complete,
        week_of(make_date(year(w.week_on + 3) - 1, 1, 4))
        + 7 * cast(floor(days_between(make_date(year(w.week_on + 3), 1, 1), w.week_on + 3) / 7) as int) as year_ago_on
    from week as w
    cross join params as p
    where w.week_on > p.as_of - 7 * 26
)

select
    v.metric,
    'company' as scope,
    '' as key,
    v.week_on as period_on,
    v.actual,
    case when a.metric is not null and b.metric is not null then coalesce(n.plan, 0) end as plan,
    before.actual as previous,
    case when year(w.year_ago_on + 3) = year(w.week_on + 3) - 1 then ago.actual end as last_year,
    v.row_count as rows,
    'select * from ' || v.row_table || ' where ' || v.row_day || ' between date '''
    || cast(w.week_on as string) || ''' and date ''' || cast(w.until_on as string) || '''' || v.row_condition as filter,
    w.is_complete
from shown_week as w
inner join value as v on v.week_on = w.week_on
left join value as before on before.metric = v.metric and before.week_on = w.week_on - 7
left join value as ago on ago.metric = v.metric and ago.week_on = w.year_ago_on
left join planned as n on n.metric = v.metric and n.week_on = w.week_on
left join planned_month as a on a.metric = v.metric and a.month_on = month_of(w.week_on)
left join planned_month as b on b.metric = v.metric and b.month_on = month_of(w.until_on)
union all
-- a forecast stands for the newest week only; the week before it is by the same model
select
    'money_at_risk' as metric,
    'company' as scope,
    '' as key,
    week_of(p.as_of) as period_on,
    cast(r.money_at_risk as decimal(20, 6)) as actual,
    null as plan,
    cast(r.previous_money_at_risk as decimal(20, 6)) as previous,
    null as last_year,
    r.customers as rows,
    'select * from scores.churn where state = ''scored''' as filter,
    week_of(p.as_of) + 6 <= p.as_of as is_complete
from (
    select
        sum(money_at_risk) as money_at_risk,
        sum(previous_money_at_risk) as previous_money_at_risk,
        count(money_at_risk) as customers
    from scores.churn
) as r
cross join params as p
union all
select
    'forecast_month',
    'company',
    '',
    week_of(p.as_of),
    cast(m.mid as decimal(20, 6)),
    cast(m.plan as decimal(20, 6)),
    null,
    cast(m.naive as decimal(20, 6)),
    1,
    'select * from reports.forecast_month where month_on = date ''' || cast(m.month_on as string) || '''',
    week_of(p.as_of) + 6 <= p.as_of
from reports.forecast_month as m
cross join params as p
where m.month_on = month_of(p.as_of)
