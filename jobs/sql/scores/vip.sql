-- about   The most valuable customers: the top params.vip_share of those with money in the last 12 months, rounded up, and
--         whom a card of the CRM marks. Equal sums at the limit are all out, so there are never more than the share.
-- grain   party_id
-- column  party_id         text           the customer; anonymous retail is none
-- column  segment          text           vip or others
-- column  previous_segment text           the same at as_of less 7 days; empty for a customer who is new since
-- column  is_marked        boolean        a card says so, whatever the money; taken as said a week ago too
-- column  amount           decimal(18,2)  revenue less returns of the 12 months up to as_of
-- column  previous_amount  decimal(18,2)  the same up to as_of less 7 days
-- column  least_amount     decimal(18,2)  the least that makes a VIP by money; empty if nobody is
-- column  previous_least_amount  decimal(18,2)  the same a week ago
-- check   unique(party_id)
-- check   not_null(segment, is_marked, amount, previous_amount)
-- check   in(segment, vip, others)
-- check   where((segment = 'vip') = (is_marked or coalesce(amount >= least_amount, false)))

with day as (
    select
        max(case when weeks_ago = 0 then on_date end) as now_on,
        max(case when weeks_ago = 1 then on_date end) as before_on,
        max(case when weeks_ago = 0 then add_months(on_date, -12) end) as now_after,
        max(case when weeks_ago = 1 then add_months(on_date, -12) end) as before_after
    from scores.moment
),

customer as (
    select
        d.party_id,
        sum(case when d.sold_on > t.now_after then d.amount else 0 end) as amount,
        count(case when d.sold_on <= t.before_on then d.purchase_number end) as previous_purchases,
        sum(
            case when d.sold_on <= t.before_on and d.sold_on > t.before_after then d.amount else 0 end
        ) as previous_amount
    from scores.party_day as d
    cross join day as t
    where not d.is_anonymous and d.sold_on <= t.now_on
    group by d.party_id
    having count(d.purchase_number) > 0
),

bought as (
    select 0 as weeks_ago, party_id, amount
    from customer
    union all
    select 1 as weeks_ago, party_id, previous_amount as amount
    from customer
    where previous_purchases > 0
),

-- from counts of equal sums: no window over all customers
summed as (
    select
        weeks_ago,
        amount,
        count(*) as customers
    from bought
    where amount > 0
    group by weeks_ago, amount
),

running as (
    select
        weeks_ago,
        amount,
        sum(customers) over (partition by weeks_ago order by amount desc) as customers_from,
        sum(customers) over (partition by weeks_ago) as customers
    from summed
),

least as (
    select
        r.weeks_ago,
        min(r.amount) as least_amount
    from running as r
    cross join params as p
    where r.customers_from <= ceil(p.vip_share * cast(r.customers as decimal(12, 0)))
    group by r.weeks_ago
),

limit_of as (
    select
        max(case when weeks_ago = 0 then least_amount end) as least_amount,
        max(case when weeks_ago = 1 then least_amount end) as previous_least_amount
    from least
)

select
    b.party_id,
    case when coalesce(c.is_vip, false) or b.amount >= l.least_amount then 'vip' else 'others' end as segment,
    case
        when b.previous_purchases = 0 then null
        when coalesce(c.is_vip, false) or b.previous_amount >= l.previous_least_amount then 'vip'
        else 'others'
    end as previous_segment,
    coalesce(c.is_vip, false) as is_marked,
    b.amount,
    b.previous_amount,
    l.least_amount,
    l.previous_least_amount
from customer as b
cross join limit_of as l
left join curated.party as c on c.party_id = b.party_id
