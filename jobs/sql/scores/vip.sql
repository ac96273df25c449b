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

with bought as (
    select
        m.weeks_ago,
        d.party_id,
        sum(case when d.sold_on > add_months(m.on_date, -12) then d.amount else 0 end) as amount
    from scores.party_day as d
    inner join scores.moment as m on d.sold_on <= m.on_date
    where not d.is_anonymous
    group by m.weeks_ago, d.party_id
    having count(d.purchase_number) > 0
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

named as (
    select
        b.*,
        l.least_amount,
        coalesce(c.is_vip, false) as is_marked,
        case
            when coalesce(c.is_vip, false) or b.amount >= l.least_amount then 'vip'
            else 'others'
        end as segment
    from bought as b
    left join least as l on l.weeks_ago = b.weeks_ago
    left join curated.party as c on c.party_id = b.party_id
)

select
    n.party_id,
    n.segment,
    before.segment as previous_segment,
    n.is_marked,
    n.amount,
    coalesce(before.amount, 0) as previous_amount,
    n.least_amount,
    l.least_amount as previous_least_amount
from named as n
left join named as before on before.party_id = n.party_id and before.weeks_ago = 1
left join least as l on l.weeks_ago = 1
where n.weeks_ago = 0
