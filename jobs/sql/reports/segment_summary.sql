-- about   The segments of each scheme, empty ones too (but clusters): customers and money today and a week ago, and who came and went.
-- grain   scheme, segment
-- column  scheme               text           rfm, lifecycle, activity, regularity, kind, vip, or cluster where params.clusters is set
-- column  position             integer        order within the scheme, best first
-- column  segment              text
-- column  customers            integer        at as_of
-- column  previous_customers   integer        at as_of less 7 days
-- column  amount_12m           decimal(18,2)  revenue less returns of the customers in it, 12 months up to as_of
-- column  previous_amount_12m  decimal(18,2)  of those in it a week ago, 12 months up to then
-- column  share                double         of amount_12m in the whole scheme; empty if the whole is not positive
-- column  arrived_customers    integer        in it now and not a week ago
-- column  left_customers       integer        in it a week ago and not now
-- check   unique(scheme, segment)
-- check   unique(scheme, position)
-- check   not_null(scheme, segment, position)
-- check   where(previous_customers + arrived_customers - left_customers = customers)

with listed as (
    select scheme, position, segment
    from (values
        ('rfm', 1, 'champions'),
        ('rfm', 2, 'loyal'),
        ('rfm', 3, 'potential'),
        ('rfm', 4, 'new'),
        ('rfm', 5, 'attention'),
        ('rfm', 6, 'at_risk'),
        ('rfm', 7, 'cannot_lose'),
        ('rfm', 8, 'asleep'),
        ('rfm', 9, 'lost'),
        ('rfm', 10, 'returned_only'),
        ('lifecycle', 1, 'new'),
        ('lifecycle', 2, 'active'),
        ('lifecycle', 3, 'returned'),
        ('lifecycle', 4, 'cooling'),
        ('lifecycle', 5, 'silent'),
        ('lifecycle', 6, 'lost'),
        ('activity', 1, 'new'),
        ('activity', 2, 'active'),
        ('activity', 3, 'sleeping'),
        ('activity', 4, 'lost'),
        ('regularity', 1, 'permanent'),
        ('regularity', 2, 'occasional'),
        ('regularity', 3, 'one_off'),
        ('kind', 1, 'organisation'),
        ('kind', 2, 'person'),
        ('kind', 3, 'unknown'),
        ('vip', 1, 'vip'),
        ('vip', 2, 'others'),
        ('cluster', 1, '1'),
        ('cluster', 2, '2'),
        ('cluster', 3, '3'),
        ('cluster', 4, '4'),
        ('cluster', 5, '5'),
        ('cluster', 6, '6'),
        ('cluster', 7, '7'),
        ('cluster', 8, '8'),
        ('cluster', 9, 'away')
    ) as t (scheme, position, segment)
),

now as (
    select
        scheme,
        segment,
        count(*) as customers,
        sum(amount) as amount,
        count(case when is_moved then 1 end) as arrived
    from scores.segment
    group by scheme, segment
),

before as (
    select
        scheme,
        previous_segment as segment,
        count(*) as customers,
        sum(previous_amount) as amount,
        count(case when is_moved then 1 end) as gone
    from scores.segment
    where previous_segment is not null
    group by scheme, previous_segment
),

whole as (
    select
        scheme,
        sum(amount) as amount
    from scores.segment
    group by scheme
)

select
    l.scheme,
    l.position,
    l.segment,
    coalesce(n.customers, 0) as customers,
    coalesce(b.customers, 0) as previous_customers,
    coalesce(n.amount, 0) as amount_12m,
    coalesce(b.amount, 0) as previous_amount_12m,
    case when w.amount > 0 then cast(coalesce(n.amount, 0) as double) / cast(w.amount as double) end as share,
    coalesce(n.arrived, 0) as arrived_customers,
    coalesce(b.gone, 0) as left_customers
from listed as l
left join now as n on n.scheme = l.scheme and n.segment = l.segment
left join before as b on b.scheme = l.scheme and b.segment = l.segment
left join whole as w on w.scheme = l.scheme
where l.scheme <> 'cluster' or n.customers > 0 or b.customers > 0
