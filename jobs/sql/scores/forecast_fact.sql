-- about   Revenue by week and by month as the forecasts read it, at every level: the past periods that have ended by as_of,
--         and those to be forecast with their working days, promotions and plan. A past period without a row is a zero.
-- grain   step, level, key, period_on
-- column  step          text           week or month
-- column  level         text           company, category (any depth), product, manager, team (if there is any), city,
--                                      customer_group or part
-- column  key           text           whose revenue; the empty text for the company and for what has no such word
-- column  parent_key    text           of a category the group above it, of a product its group; empty: the company
-- column  period_on     date           Monday or first of the month
-- column  is_future     boolean        the period ends after as_of
-- column  amount        decimal(18,2)  revenue less returns, on the company's revenue basis; empty for the future
-- column  working_days  integer        of the period
-- column  promotion_days  integer      of the period, for the company those of all goods, for a category also those of it and of the
--                                      groups above it; empty where there is none, and for others, which share what these get
-- column  plan          decimal(18,2)  the company's, group's, manager's or team's plan; empty where none is set
-- check   unique(step, level, key, period_on)
-- check   in(step, week, month)
-- check   in(level, company, category, product, manager, team, city, customer_group, part)

with recursive line as (
    select
        l.sold_on,
        l.party_id,
        coalesce(l.product_id, '') as product_id,
        coalesce(l.manager_id, '') as manager_id,
        case when p.revenue_basis = 'net' then l.net_amount else l.gross_amount end as amount
    from curated.sales_line as l
    cross join params as p
    where l.sold_on <= p.as_of
),

above as (
    select
        c.category_id,
        c.category_id as ancestor_id,
        c.parent_id,
        c.level
    from curated.category as c
    union all
    -- levels fall on the way up, so that a circle of groups has an end
    select
        a.category_id,
        c.category_id,
        c.parent_id,
        c.level
    from above as a
    inner join curated.category as c on c.category_id = a.parent_id and c.level < a.level
),

day as (
    select
        c.day_on,
        c.week_on,
        c.month_on,
        c.is_working_day,
        p.as_of,
        f.first_on,
        p.forecast_weeks,
        p.forecast_months
    from curated.calendar as c
    cross join params as p
    cross join (select min(sold_on) as first_on from line) as f
    where c.day_on >= f.first_on and c.day_on < p.as_of + cast(31 * (p.forecast_months + 2) + 7 * p.forecast_weeks as int)
),

spell as (
    select
        'week' as step,
        week_on as period_on,
        max(week_on + 6) as until_on,
        min(first_on) as first_on,
        count_if(is_working_day) as working_days,
        max(as_of) as as_of,
        max(forecast_weeks) as periods
    from day
    group by week_on
    union all
    select
        'month',
        month_on,
        max(cast(add_months(month_on, 1) - 1 as date)),
        min(first_on),
        count_if(is_working_day),
        max(as_of),
        max(forecast_months)
    from day
    group by month_on
),

numbered as (
    select
        step,
        period_on,
        until_on,
        working_days,
        until_on > as_of as is_future,
        periods,
        row_number() over (partition by step, until_on > as_of order by period_on) as position
    from spell
    -- a first period that began before the data is no whole one
    where period_on >= first_on
),

period as (
    select *
    from numbered
    where not is_future or position <= periods
),

member as (
    select manager_id, max(team_id) as team_id
    from curated.manager
    group by manager_id
    having max(team_id) is not null
),

own as (
    select 'company' as level, '' as key, sold_on, sum(amount) as amount from line group by sold_on
    union all
    select 'product', product_id, sold_on, sum(amount) from line group by product_id, sold_on
    union all
    select 'manager', manager_id, sold_on, sum(amount) from line group by manager_id, sold_on
    union all
    select 'team', coalesce(g.team_id, ''), l.sold_on, sum(l.amount)
    from line as l
    left join member as g on g.manager_id = l.manager_id
    where exists (select 1 from member)
    group by coalesce(g.team_id, ''), l.sold_on
    union all
    select 'category', coalesce(a.ancestor_id, ''), l.sold_on, sum(l.amount)
    from line as l
    left join curated.product as c on c.product_id = l.product_id
    left join above as a on a.category_id = c.category_id
    group by coalesce(a.ancestor_id, ''), l.sold_on
    union all
    select 'city', coalesce(y.city, ''), l.sold_on, sum(l.amount)
    from line as l
    left join curated.party as y on y.party_id = l.party_id
    group by coalesce(y.city, ''), l.sold_on
    union all
    select
        'customer_group',
        case when y.is_anonymous then 'retail' else coalesce(y.industry, y.kind, '') end,
        l.sold_on,
        sum(l.amount)
    from line as l
    left join curated.party as y on y.party_id = l.party_id
    group by case when y.is_anonymous then 'retail' else coalesce(y.industry, y.kind, '') end, l.sold_on
    union all
    select
        'part',
        case when d.purchase_number = 1 then 'new' else 'repeat' end,
        d.sold_on,
        sum(d.amount)
    from scores.party_day as d
    group by case when d.purchase_number = 1 then 'new' else 'repeat' end, d.sold_on
),

sold as (
    select 'week' as step, level, key, week_of(sold_on) as period_on, sum(amount) as amount
    from own
    group by level, key, week_of(sold_on)
    union all
    select 'month', level, key, month_of(sold_on), sum(amount)
    from own
    group by level, key, month_of(sold_on)
),

planned_week as (
    select
        scope,
        key,
        week_on,
        count(distinct month_on) as months,
        sum(value) as plan
    from (
        select
            scope,
            key,
            week_of(day_on) as week_on,
            month_of(day_on) as month_on,
            value
        from curated.plan_day
        where metric = 'revenue' and scope in ('company', 'category', 'manager', 'team')
    ) as n
    group by scope, key, week_on
),

planned as (
    select
        'month' as step,
        n.scope as level,
        n.key,
        n.month_on as period_on,
        sum(n.value) as plan
    from curated.plan as n
    where n.metric = 'revenue' and n.scope in ('company', 'category', 'manager', 'team')
    group by n.scope, n.key, n.month_on
    union all
    select
        'week',
        w.scope,
        w.key,
        w.week_on,
        w.plan
    from planned_week as w
    -- a week of two months needs the plan of both
    where w.months = case when month_of(w.week_on) = month_of(w.week_on + 4) then 1 else 2 end
),

node as (
    select distinct level, key from own
),

reach as (
    select 'company' as level, '' as key, '' as category_id
    union all
    select 'category', '', ''
    union all
    select 'category', category_id, '' from curated.category
    union all
    select 'category', category_id, ancestor_id from above
),

promotion_day as (
    select distinct
        e.level,
        e.key,
        d.day_on,
        d.week_on,
        d.month_on
    from curated.promotion as q
    inner join reach as e on e.category_id = q.category_id
    inner join day as d on d.day_on between q.from_on and q.to_on
),

promoted as (
    select 'week' as step, level, key, week_on as period_on, count(*) as days
    from promotion_day
    group by level, key, week_on
    union all
    select 'month', level, key, month_on, count(*)
    from promotion_day
    group by level, key, month_on
),

parent as (
    select 'category' as level, c.category_id as key, up.category_id as parent_key
    from curated.category as c
    inner join curated.category as up on up.category_id = c.parent_id and up.level < c.level
    union all
    select 'product', c.product_id, c.category_id
    from curated.product as c
)

select
    r.step,
    n.level,
    n.key,
    u.parent_key,
    r.period_on,
    r.is_future,
    case when not r.is_future then cast(coalesce(s.amount, 0) as decimal(18, 2)) end as amount,
    r.working_days,
    q.days as promotion_days,
    cast(g.plan as decimal(18, 2)) as plan
from period as r
cross join node as n
left join parent as u on u.level = n.level and u.key = n.key
left join sold as s
    on s.step = r.step and s.level = n.level and s.key = n.key and s.period_on = r.period_on
left join planned as g
    on g.step = r.step and g.level = n.level and g.key = n.key and g.period_on = r.period_on
left join promoted as q
    on q.step = r.step and q.level = n.level and q.key = n.key and q.period_on = r.period_on
where n.level = 'company' or g.plan is not null or q.days is not null or s.amount is not null and not r.is_future
