-- about   How far last week's picture of the customers still holds. Of each scheme of segments: the adjusted Rand index and the
--         share that moved, of the customers of both weeks. Of recency, frequency and money: the population stability index
--         over tenths of last week's customers (0.1 is some drift, 0.2 much), those who bought in 13 months.
-- grain   subject
-- column  subject    text     a scheme, or recency, frequency or monetary
-- column  kind       text     scheme or measure
-- column  customers  integer  of both weeks; of a measure those of as_of
-- column  moved_customers  integer  of them in another segment than a week ago; empty of a measure
-- column  moved_share      double   moved_customers by customers; empty without customers
-- column  ari        double   adjusted Rand index: 1 the same, 0 no more alike than by chance; empty without customers
-- column  psi        double   population stability index; empty of a scheme, and where one of the weeks has nobody
-- column  note       text     drift: psi above 0.2; unstable: ari below 0.85; else empty
-- check   unique(subject)
-- check   in(kind, scheme, measure)
-- check   where(ari <= 1)
-- check   where(psi >= 0)
-- check   in(note, drift, unstable)

with cell as (
    select
        scheme,
        previous_segment,
        segment,
        cast(count(*) as double) as customers
    from scores.segment
    where previous_segment is not null
    group by scheme, previous_segment, segment
),

pair as (
    select
        scheme,
        sum(customers * (customers - 1) / 2) as together,
        sum(customers) as customers,
        sum(case when previous_segment <> segment then customers else 0 end) as moved
    from cell
    group by scheme
),

before as (
    select scheme, sum(customers * (customers - 1) / 2) as pairs
    from (select scheme, sum(customers) as customers from cell group by scheme, previous_segment) as t
    group by scheme
),

after as (
    select scheme, sum(customers * (customers - 1) / 2) as pairs
    from (select scheme, sum(customers) as customers from cell group by scheme, segment) as t
    group by scheme
),

agreement as (
    select
        p.*,
        b.pairs as before_pairs,
        a.pairs as after_pairs,
        b.pairs * a.pairs / nullif(p.customers * (p.customers - 1) / 2, 0) as chance
    from pair as p
    inner join before as b on b.scheme = p.scheme
    inner join after as a on a.scheme = p.scheme
),

scheme as (
    select
        s.scheme,
        coalesce(a.customers, 0) as customers,
        coalesce(a.moved, 0) as moved,
        case
            when a.moved = 0 then 1e0
            when (a.before_pairs + a.after_pairs) / 2 = a.chance then 0e0
            else (a.together - a.chance) / ((a.before_pairs + a.after_pairs) / 2 - a.chance)
        end as ari
    from (select distinct scheme from scores.segment) as s
    left join agreement as a on a.scheme = s.scheme
),

measured as (
    select 'recency' as subject, 1 as was_before, cast(previous_recency_days as decimal(18, 2)) as value from scores.rfm where previous_frequency > 0
    union all
    select 'recency' as subject, 0 as was_before, cast(recency_days as decimal(18, 2)) as value from scores.rfm where frequency > 0
    union all
    select 'frequency' as subject, 1 as was_before, cast(previous_frequency as decimal(18, 2)) as value from scores.rfm where previous_frequency > 0
    union all
    select 'frequency' as subject, 0 as was_before, cast(frequency as decimal(18, 2)) as value from scores.rfm where frequency > 0
    union all
    select 'monetary' as subject, 1 as was_before, previous_monetary as value from scores.rfm where previous_frequency > 0
    union all
    select 'monetary' as subject, 0 as was_before, monetary as value from scores.rfm where frequency > 0
),

valued as (
    select
        subject,
        value,
        sum(was_before) as before,
        count(*) - sum(was_before) as after
    from measured
    group by subject, value
),

-- equal values share a tenth: that of the last of them
binned as (
    select
        subject,
        ceil(10e0 * sum(before) over (partition by subject order by value) / nullif(sum(before) over (partition by subject), 0)) as bin,
        before,
        after
    from valued
),

tenth as (
    select
        subject,
        greatest(bin, 1) as bin,
        cast(sum(before) as double) as before,
        cast(sum(after) as double) as after
    from binned
    group by subject, greatest(bin, 1)
),

-- half a customer more in each tenth: an empty one has no logarithm
share as (
    select
        subject,
        sum(after) over (partition by subject) as customers,
        sum(before) over (partition by subject) as customers_before,
        (before + 0.5e0) / (sum(before) over (partition by subject) + 0.5e0 * count(*) over (partition by subject)) as before,
        (after + 0.5e0) / (sum(after) over (partition by subject) + 0.5e0 * count(*) over (partition by subject)) as after
    from tenth
),

measure as (
    select
        subject,
        max(customers) as customers,
        case when max(customers) > 0 and max(customers_before) > 0 then
            cast(sum(cast((after - before) * ln(after / before) as decimal(24, 18))) as double)
        end as psi
    from share
    group by subject
)

select
    scheme as subject,
    'scheme' as kind,
    customers,
    moved as moved_customers,
    moved / nullif(customers, 0) as moved_share,
    case when customers > 0 then ari end as ari,
    null as psi,
    case when customers > 0 and ari < 0.85e0 then 'unstable' end as note
from scheme
union all
select
    t.subject,
    'measure' as kind,
    coalesce(m.customers, 0) as customers,
    null as moved_customers,
    null as moved_share,
    null as ari,
    m.psi,
    case when m.psi > 0.2e0 then 'drift' end as note
from (values ('recency'), ('frequency'), ('monetary')) as t (subject)
left join measure as m on m.subject = t.subject
