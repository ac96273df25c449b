-- about   What a customer bought and returned on a day, and the rhythm known on that day: from when on silence counts.
--         All that is known on a day comes from days before it, so a past week reads today as it read then.
-- grain   party_id, sold_on
-- column  party_id           text           the customer, or the one party of anonymous retail
-- column  sold_on            date           a day with a sale or a return
-- column  is_anonymous       boolean        retail without a counterparty: in totals, never a customer
-- column  sales              integer        sales; a return is none
-- column  lines              integer        sales lines, returns too
-- column  amount             decimal(18,2)  revenue of the day less returns, on the company's revenue basis
-- column  net_amount         decimal(18,2)  the same without tax
-- column  costed_net_amount  decimal(18,2)  the part of net_amount whose cost is known
-- column  costed_amount      decimal(18,2)  the part of amount whose cost is known
-- column  margin             decimal(18,2)  costed_net_amount less its cost; empty if no line has a cost
-- column  purchase_number    integer        1 for the first purchase day of the customer; empty on a day of returns only
-- column  previous_on        date           the purchase day before
-- column  next_on            date           the purchase day after, up to as_of
-- column  gap_days           integer        days since previous_on
-- column  usual_gap_days     double         (n x own median gap + 3 x company's median gap) / (n + 3), n own gaps up to this day
-- column  cooling_on         date           first day of silence over cooling_ratio usual gaps, if no purchase comes
-- column  silent_on          date           first day of silence over silent_ratio usual gaps, if no purchase comes
-- column  lost_on            date           first day of silence over lost_ratio usual gaps, if no purchase comes
-- column  is_returned        boolean        the customer was silent before this purchase
-- check   unique(party_id, sold_on)
-- check   not_null(party_id)
-- check   where(sales = 0 or is_anonymous or purchase_number >= 1)
-- check   where(gap_days is null or gap_days > 0)
-- check   where(usual_gap_days is null or usual_gap_days > 0)
-- check   where(sold_on < cooling_on and cooling_on <= silent_on and silent_on <= lost_on or cooling_on is null)

with line as (
    select
        l.sale_id,
        l.party_id,
        coalesce(c.is_anonymous, false) as is_anonymous,
        l.sold_on,
        l.operation = 'sale' as is_sale,
        case when p.revenue_basis = 'net' then l.net_amount else l.gross_amount end as amount,
        l.net_amount,
        l.cost_amount
    from curated.sales_line as l
    left join curated.party as c on c.party_id = l.party_id
    cross join params as p
    where l.sold_on <= p.as_of
),

-- by sale first: no counting of different sales
sale as (
    select
        party_id,
        is_anonymous,
        sold_on,
        max(case when is_sale then 1 else 0 end) as sales,
        count(*) as lines,
        sum(amount) as amount,
        sum(net_amount) as net_amount,
        sum(case when cost_amount is not null then net_amount end) as costed_net_amount,
        sum(case when net_amount - cost_amount is not null then amount end) as costed_amount,
        sum(net_amount - cost_amount) as margin
    from line
    group by party_id, is_anonymous, sold_on, sale_id
),

day as (
    select
        party_id,
        is_anonymous,
        sold_on,
        sum(sales) as sales,
        sum(lines) as lines,
        coalesce(sum(amount), 0) as amount,
        coalesce(sum(net_amount), 0) as net_amount,
        sum(costed_net_amount) as costed_net_amount,
        sum(costed_amount) as costed_amount,
        sum(margin) as margin
    from sale
    group by party_id, is_anonymous, sold_on
),

purchase as (
    select
        *,
        row_number() over (partition by party_id order by sold_on) as purchase_number,
        lag(sold_on) over (partition by party_id order by sold_on) as previous_on,
        lead(sold_on) over (partition by party_id order by sold_on) as next_on
    from day
    where sales > 0 and not is_anonymous
),

gap as (
    select
        *,
        month_of(sold_on) as month_on,
        cast(days_between(previous_on, sold_on) as bigint) as gap_days
    from purchase
),

-- the company's median gap at the start of a month, from counts: gaps are whole days, so there are few different ones
closed_gap as (
    select
        month_on as closed_month_on,
        gap_days,
        count(*) as gaps
    from gap
    where gap_days is not null
    group by month_on, gap_days
),

known_gap as (
    select
        m.month_on,
        g.gap_days,
        sum(g.gaps) as gaps
    from (select distinct month_on from gap) as m
    inner join closed_gap as g on g.closed_month_on < m.month_on
    group by m.month_on, g.gap_days
),

running_gap as (
    select
        month_on,
        gap_days,
        sum(gaps) over (partition by month_on order by gap_days) as gaps_up_to,
        sum(gaps) over (partition by month_on) as gaps
    from known_gap
),

company_gap as (
    select
        month_on,
        cast(
            min(case when 2 * gaps_up_to >= gaps then gap_days end)
            + min(case when 2 * gaps_up_to > gaps then gap_days end) as double
        ) / 2 as median_days
    from running_gap
    group by month_on
),

own_gap as (
    select
        *,
        purchase_number - 1 as own_gaps,
        median_of(array_agg(gap_days) over (
            partition by party_id order by sold_on rows between unbounded preceding and current row
        )) as own_median_days
    from gap
),

-- before the company has a gap of its own: the customer's, else the one at which silence begins with sleeping_days
rhythm as (
    select
        o.*,
        (
            o.own_gaps * coalesce(o.own_median_days, 0)
            + 3 * coalesce(
                c.median_days,
                o.own_median_days,
                cast(p.sleeping_days as double) / cast(p.silent_ratio as double)
            )
        ) / (o.own_gaps + 3) as usual_gap_days
    from own_gap as o
    left join company_gap as c on c.month_on = o.month_on
    cross join params as p
),

limit_day as (
    select
        r.*,
        r.sold_on + cast(floor(cast(p.cooling_ratio as double) * r.usual_gap_days) as int) + 1 as cooling_on,
        r.sold_on + cast(floor(cast(p.silent_ratio as double) * r.usual_gap_days) as int) + 1 as silent_on,
        r.sold_on + cast(floor(cast(p.lost_ratio as double) * r.usual_gap_days) as int) + 1 as lost_on
    from rhythm as r
    cross join params as p
),

judged as (
    select
        *,
        coalesce(lag(silent_on) over (partition by party_id order by sold_on) < sold_on, false) as is_returned
    from limit_day
)

select
    party_id,
    sold_on,
    is_anonymous,
    sales,
    lines,
    amount,
    net_amount,
    costed_net_amount,
    costed_amount,
    margin,
    purchase_number,
    previous_on,
    next_on,
    gap_days,
    usual_gap_days,
    cooling_on,
    silent_on,
    lost_on,
    is_returned
from judged
union all
select
    party_id,
    sold_on,
    is_anonymous,
    sales,
    lines,
    amount,
    net_amount,
    costed_net_amount,
    costed_amount,
    margin,
    null as purchase_number,
    null as previous_on,
    null as next_on,
    null as gap_days,
    null as usual_gap_days,
    null as cooling_on,
    null as silent_on,
    null as lost_on,
    null as is_returned
from day
where sales = 0 or is_anonymous
