-- about   Recency, frequency and money of each customer, their scores from 1 (worst) to 5 and the segment they give,
--         at as_of and, for the previous segment, at as_of less 7 days: one rule, applied to both days.
--         Counted are 13 months, so that who buys once a year, a little late, is still there; whoever bought nothing in them
--         is lost, scores 1 and takes no part in the ranks, else years of former customers would fill the lower fifths.
--         A score goes by the company's own limits (params.rfm_...: recency 30,60,90,180 gives 5 points up to 30 days, 1 above
--         180; money and frequency 2,3,4,7 give 1 point below 2, 5 from 7 on); without limits by fifths: ceil(5 x average
--         rank / customers), equal values share the mean of their ranks. Segment: the first line of the rule that fits.
-- grain   party_id
-- column  party_id               text           the customer: who bought at least once; anonymous retail is none
-- column  recency_days           integer        days since the last purchase
-- column  frequency              integer        purchase days of 13 months
-- column  monetary               decimal(18,2)  revenue less returns of 13 months
-- column  r                      integer        score of recency, 5 is the most recent
-- column  f                      integer        score of frequency
-- column  m                      integer        score of money, 5 is the richest
-- column  segment                text           lost (nothing bought in 13 months), returned_only (no money left after returns), champions, cannot_lose, loyal, at_risk, new, potential, attention, asleep, else lost
-- column  purchases              integer        purchase days ever
-- column  first_on               date           the first purchase day
-- column  ranked_among           text           whose fifths the scores are: all, or the customer's kind where params.rfm_by_kind is set
-- column  previous_segment       text           segment at as_of less 7 days; empty for a customer who is new since, as are the next ones
-- column  previous_recency_days  integer
-- column  previous_frequency     integer
-- column  previous_monetary      decimal(18,2)
-- column  previous_r             integer
-- column  previous_f             integer
-- column  previous_m             integer
-- check   unique(party_id)
-- check   not_null(segment)
-- check   between(recency_days, 0, 36500)
-- check   where(frequency >= 1 or segment = 'lost' and r = 1 and f = 1 and m = 1)
-- check   between(r, 1, 5)
-- check   between(f, 1, 5)
-- check   between(m, 1, 5)
-- check   in(segment, champions, loyal, potential, new, attention, at_risk, cannot_lose, asleep, lost, returned_only)

with own_limit as (
    select
        rfm_by_kind,
        cast(nullif(split_part(rfm_recency_days, ',', 1), '') as integer) as recency_5,
        cast(nullif(split_part(rfm_recency_days, ',', 2), '') as integer) as recency_4,
        cast(nullif(split_part(rfm_recency_days, ',', 3), '') as integer) as recency_3,
        cast(nullif(split_part(rfm_recency_days, ',', 4), '') as integer) as recency_2,
        cast(nullif(split_part(rfm_frequency, ',', 1), '') as integer) as frequency_2,
        cast(nullif(split_part(rfm_frequency, ',', 2), '') as integer) as frequency_3,
        cast(nullif(split_part(rfm_frequency, ',', 3), '') as integer) as frequency_4,
        cast(nullif(split_part(rfm_frequency, ',', 4), '') as integer) as frequency_5,
        cast(nullif(split_part(rfm_monetary, ',', 1), '') as decimal(18, 2)) as monetary_2,
        cast(nullif(split_part(rfm_monetary, ',', 2), '') as decimal(18, 2)) as monetary_3,
        cast(nullif(split_part(rfm_monetary, ',', 3), '') as decimal(18, 2)) as monetary_4,
        cast(nullif(split_part(rfm_monetary, ',', 4), '') as decimal(18, 2)) as monetary_5
    from params
),

day as (
    select
        max(case when weeks_ago = 0 then on_date end) as now_on,
        max(case when weeks_ago = 1 then on_date end) as before_on,
        max(case when weeks_ago = 0 then add_months(on_date, -13) end) as now_after,
        max(case when weeks_ago = 1 then add_months(on_date, -13) end) as before_after
    from scores.moment
),

-- both days in one pass over the rows
bought as (
    select
        d.party_id,
        count(d.purchase_number) as purchases,
        min(case when d.purchase_number is not null then d.sold_on end) as first_on,
        count(case when d.sold_on > t.now_after then d.purchase_number end) as frequency,
        sum(case when d.sold_on > t.now_after then d.amount else 0 end) as monetary,
        max(case when d.purchase_number is not null then d.sold_on end) as last_on,
        count(case when d.sold_on <= t.before_on then d.purchase_number end) as previous_purchases,
        count(
            case when d.sold_on <= t.before_on and d.sold_on > t.before_after then d.purchase_number end
        ) as previous_frequency,
        sum(
            case when d.sold_on <= t.before_on and d.sold_on > t.before_after then d.amount else 0 end
        ) as previous_monetary,
        max(case when d.purchase_number is not null and d.sold_on <= t.before_on then d.sold_on end) as previous_last_on
    from scores.party_day as d
    cross join day as t
    where not d.is_anonymous and d.sold_on <= t.now_on
    group by d.party_id
    having count(d.purchase_number) > 0
),

customer as (
    select
        b.*,
        days_between(b.last_on, t.now_on) as recency_days,
        days_between(b.previous_last_on, t.before_on) as previous_recency_days,
        case when l.rfm_by_kind then coalesce(c.kind, 'unknown') else 'all' end as ranked_among
    from bought as b
    cross join day as t
    cross join own_limit as l
    left join curated.party as c on c.party_id = b.party_id and l.rfm_by_kind
),

counted as (
    select 0 as weeks_ago, ranked_among, 'r' as measure, cast(-recency_days as decimal(18, 2)) as value, count(*) as customers
    from customer
    where frequency > 0
    group by ranked_among, recency_days
    union all
    select 0 as weeks_ago, ranked_among, 'f' as measure, cast(frequency as decimal(18, 2)) as value, count(*) as customers
    from customer
    where frequency > 0
    group by ranked_among, frequency
    union all
    select 0 as weeks_ago, ranked_among, 'm' as measure, cast(monetary as decimal(18, 2)) as value, count(*) as customers
    from customer
    where frequency > 0
    group by ranked_among, monetary
    union all
    select 1 as weeks_ago, ranked_among, 'r' as measure, cast(-previous_recency_days as decimal(18, 2)) as value, count(*) as customers
    from customer
    where previous_frequency > 0
    group by ranked_among, previous_recency_days
    union all
    select 1 as weeks_ago, ranked_among, 'f' as measure, cast(previous_frequency as decimal(18, 2)) as value, count(*) as customers
    from customer
    where previous_frequency > 0
    group by ranked_among, previous_frequency
    union all
    select 1 as weeks_ago, ranked_among, 'm' as measure, cast(previous_monetary as decimal(18, 2)) as value, count(*) as customers
    from customer
    where previous_frequency > 0
    group by ranked_among, previous_monetary
),

running as (
    select
        *,
        sum(customers) over (partition by weeks_ago, ranked_among, measure order by value) as customers_up_to,
        sum(customers) over (partition by weeks_ago, ranked_among, measure) as whole
    from counted
),

-- the mean rank of equal values is customers_up_to less half of those beside it
fifth as (
    select
        weeks_ago,
        ranked_among,
        measure,
        value,
        ceil(5 * (2 * customers_up_to - customers + 1) / (2 * whole)) as score
    from running
),

-- the least value of each score: customers are compared with it, not sorted
limit_of as (
    select
        f.weeks_ago,
        f.ranked_among,
        coalesce(max(o.recency_5), -min(case when f.measure = 'r' and f.score >= 5 then f.value end)) as recency_5,
        coalesce(max(o.recency_4), -min(case when f.measure = 'r' and f.score >= 4 then f.value end)) as recency_4,
        coalesce(max(o.recency_3), -min(case when f.measure = 'r' and f.score >= 3 then f.value end)) as recency_3,
        coalesce(max(o.recency_2), -min(case when f.measure = 'r' and f.score >= 2 then f.value end)) as recency_2,
        coalesce(max(o.frequency_5), min(case when f.measure = 'f' and f.score >= 5 then f.value end)) as frequency_5,
        coalesce(max(o.frequency_4), min(case when f.measure = 'f' and f.score >= 4 then f.value end)) as frequency_4,
        coalesce(max(o.frequency_3), min(case when f.measure = 'f' and f.score >= 3 then f.value end)) as frequency_3,
        coalesce(max(o.frequency_2), min(case when f.measure = 'f' and f.score >= 2 then f.value end)) as frequency_2,
        coalesce(max(o.monetary_5), min(case when f.measure = 'm' and f.score >= 5 then f.value end)) as monetary_5,
        coalesce(max(o.monetary_4), min(case when f.measure = 'm' and f.score >= 4 then f.value end)) as monetary_4,
        coalesce(max(o.monetary_3), min(case when f.measure = 'm' and f.score >= 3 then f.value end)) as monetary_3,
        coalesce(max(o.monetary_2), min(case when f.measure = 'm' and f.score >= 2 then f.value end)) as monetary_2
    from fifth as f
    cross join own_limit as o
    group by f.weeks_ago, f.ranked_among
),

measured as (
    select 0 as weeks_ago, party_id, ranked_among, first_on, recency_days, purchases, frequency, monetary
    from customer
    union all
    select
        1 as weeks_ago,
        party_id,
        ranked_among,
        first_on,
        previous_recency_days as recency_days,
        previous_purchases as purchases,
        previous_frequency as frequency,
        previous_monetary as monetary
    from customer
    where previous_purchases > 0
),

everybody as (
    select
        c.*,
        case
            when c.frequency = 0 then 1
            when c.recency_days <= l.recency_5 then 5
            when c.recency_days <= l.recency_4 then 4
            when c.recency_days <= l.recency_3 then 3
            when c.recency_days <= l.recency_2 then 2
            else 1
        end as r,
        case
            when c.frequency = 0 then 1
            when c.frequency >= l.frequency_5 then 5
            when c.frequency >= l.frequency_4 then 4
            when c.frequency >= l.frequency_3 then 3
            when c.frequency >= l.frequency_2 then 2
            else 1
        end as f,
        case
            when c.frequency = 0 then 1
            when c.monetary >= l.monetary_5 then 5
            when c.monetary >= l.monetary_4 then 4
            when c.monetary >= l.monetary_3 then 3
            when c.monetary >= l.monetary_2 then 2
            else 1
        end as m
    from measured as c
    left join limit_of as l on l.weeks_ago = c.weeks_ago and l.ranked_among = c.ranked_among
),

named as (
    select
        *,
        case
            when frequency = 0 then 'lost'
            when monetary <= 0 then 'returned_only'
            when r >= 4 and f >= 4 and m >= 4 then 'champions'
            when r <= 2 and f >= 4 and m >= 4 then 'cannot_lose'
            when r >= 3 and f >= 3 then 'loyal'
            when f >= 3 then 'at_risk'
            when r >= 4 and purchases = 1 then 'new'
            when r >= 4 then 'potential'
            when r = 3 then 'attention'
            when r = 2 then 'asleep'
            else 'lost'
        end as segment
    from everybody
)

select
    n.party_id,
    n.recency_days,
    n.frequency,
    n.monetary,
    n.r,
    n.f,
    n.m,
    n.segment,
    n.purchases,
    n.first_on,
    n.ranked_among,
    before.segment as previous_segment,
    before.recency_days as previous_recency_days,
    before.frequency as previous_frequency,
    before.monetary as previous_monetary,
    before.r as previous_r,
    before.f as previous_f,
    before.m as previous_m
from named as n
left join named as before on before.party_id = n.party_id and before.weeks_ago = 1
where n.weeks_ago = 0
