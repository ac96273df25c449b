-- about   What a customer did, day by day, in one text, and over which horizon its silence is judged: the first of 30, 90, 180
--         and 365 days that is as long as the silence at which the life cycle calls it silent (silent_ratio usual gaps).
--         place orders customers by a hash of their id, for a sample that is the same in every run.
-- grain   party_id
-- column  party_id        text
-- column  horizon_days    integer  30, 90, 180 or 365
-- column  usual_gap_days  double   of scores.lifecycle
-- column  first_on        date     first purchase
-- column  place           integer  1 is the first by hash
-- column  days            text     day;bought;amount;returned;discount;contacts;late orders;groups of each day, days since 1970
-- check   unique(party_id)
-- check   in(horizon_days, 30, 90, 180, 365)
-- check   not_null(days)

with line as (
    select
        l.party_id,
        l.sold_on as day_on,
        case
            when l.operation = 'return' then -case when p.revenue_basis = 'net' then l.net_amount else l.gross_amount end
        end as returned,
        case when l.operation = 'sale' and l.discount > 0 then l.discount end as discount,
        case when l.operation = 'sale' then substr(sha256_hex(a.category_id), 1, 8) end as product_group
    from curated.sales_line as l
    left join curated.product as a on a.product_id = l.product_id
    cross join params as p
    where l.sold_on <= p.as_of
),

sold as (
    select
        party_id,
        day_on,
        sum(returned) as returned,
        sum(discount) as discount,
        replace(comma_list(array_agg(product_group)), ', ', '/') as product_groups
    from line
    group by party_id, day_on
),

-- the CRM's people at work: whatever they changed in the customer's deals
contact as (
    select
        d.party_id,
        local_date(e.changed_at, p.zone) as day_on,
        count(*) as contacts
    from curated.deal_event as e
    inner join curated.deal as d on d.deal_id = e.deal_id
    cross join params as p
    where local_date(e.changed_at, p.zone) <= p.as_of
    group by d.party_id, local_date(e.changed_at, p.zone)
),

late_order as (
    select
        o.party_id,
        o.shipped_on as day_on,
        count(*) as late_orders
    from curated.sales_order as o
    cross join params as p
    where o.shipped_on > o.due_on and o.shipped_on <= p.as_of and not coalesce(o.is_deleted, false)
    group by o.party_id, o.shipped_on
),

fact as (
    select
        d.party_id,
        d.sold_on as day_on,
        case when d.purchase_number is not null then 1 else 0 end as purchases,
        d.amount,
        s.returned,
        s.discount,
        cast(null as bigint) as contacts,
        cast(null as bigint) as late_orders,
        s.product_groups
    from scores.party_day as d
    left join sold as s on s.party_id = d.party_id and s.day_on = d.sold_on
    where not d.is_anonymous
    union all
    select party_id, day_on, 0, 0, null, null, contacts, null, null
    from contact
    union all
    select party_id, day_on, 0, 0, null, null, null, late_orders, null
    from late_order
),

day as (
    select
        party_id,
        day_on,
        max(purchases) as purchases,
        sum(amount) as amount,
        case when sum(returned) > 0 then sum(returned) end as returned,
        sum(discount) as discount,
        sum(contacts) as contacts,
        sum(late_orders) as late_orders,
        max(product_groups) as product_groups
    from fact
    group by party_id, day_on
),

told as (
    select
        party_id,
        comma_list(array_agg(
            cast(days_between(date '1970-01-01', day_on) as string)
            || ';' || cast(purchases as string)
            || ';' || cast(amount as string)
            || ';' || coalesce(cast(returned as string), '')
            || ';' || coalesce(cast(discount as string), '')
            || ';' || coalesce(cast(contacts as string), '')
            || ';' || coalesce(cast(late_orders as string), '')
            || ';' || coalesce(product_groups, '')
        )) as days
    from day
    group by party_id
)

select
    h.party_id,
    case
        when l.usual_gap_days * cast(p.silent_ratio as double) <= 30 then 30
        when l.usual_gap_days * cast(p.silent_ratio as double) <= 90 then 90
        when l.usual_gap_days * cast(p.silent_ratio as double) <= 180 then 180
        else 365
    end as horizon_days,
    l.usual_gap_days,
    h.first_on,
    row_number() over (order by sha256_hex(h.party_id), h.party_id) as place,
    t.days
from scores.purchase_history as h
inner join scores.lifecycle as l on l.party_id = h.party_id
inner join told as t on t.party_id = h.party_id
cross join params as p
