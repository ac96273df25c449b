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

with limit_of as (
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

bought as (
    select
        m.weeks_ago,
        d.party_id,
        days_between(max(case when d.purchase_number is not null then d.sold_on end), max(m.on_date)) as recency_days,
        count(d.purchase_number) as purchases,
        count(case when d.sold_on > add_months(m.on_date, -13) then d.purchase_number end) as frequency,
        sum(case when d.sold_on > add_months(m.on_date, -13) then d.amount else 0 end) as monetary
    from scores.party_day as d
    inner join scores.moment as m on d.sold_on <= m.on_date
    where not d.is_anonymous
    group by m.weeks_ago, d.party_id
    having count(d.purchase_number) > 0
),

customer as (
    select
        b.*,
        case when l.rfm_by_kind then coalesce(c.kind, 'unknown') else 'all' end as ranked_among
    from bought as b
    cross join limit_of as l
    left join curated.party as c on c.party_id = b.party_id and l.rfm_by_kind
),

ranked as (
    select
        *,
        count(*) over (partition by weeks_ago, ranked_among) as customers,
        rank() over (partition by weeks_ago, ranked_among order by recency_days desc) as recency_rank,
        count(*) over (partition by weeks_ago, ranked_among, recency_days) as recency_ties,
        rank() over (partition by weeks_ago, ranked_among order by frequency) as frequency_rank,
        count(*) over (partition by weeks_ago, ranked_among, frequency) as frequency_ties,
        rank() over (partition by weeks_ago, ranked_among order by monetary) as monetary_rank,
        count(*) over (partition by weeks_ago, ranked_among, monetary) as monetary_ties
    from customer
    where frequency > 0
),

scored as (
    select
        c.*,
        case
            when l.recency_5 is null then ceil(5 * (2 * c.recency_rank + c.recency_ties - 1) / (2 * c.customers))
            when c.recency_days <= l.recency_5 then 5
            when c.recency_days <= l.recency_4 then 4
            when c.recency_days <= l.recency_3 then 3
            when c.recency_days <= l.recency_2 then 2
            else 1
        end as r,
        case
            when l.frequency_2 is null then ceil(5 * (2 * c.frequency_rank + c.frequency_ties - 1) / (2 * c.customers))
            when c.frequency < l.frequency_2 then 1
            when c.frequency < l.frequency_3 then 2
            when c.frequency < l.frequency_4 then 3
            when c.frequency < l.frequency_5 then 4
            else 5
        end as f,
        case
            when l.monetary_2 is null then ceil(5 * (2 * c.monetary_rank + c.monetary_ties - 1) / (2 * c.customers))
            when c.monetary < l.monetary_2 then 1
            when c.monetary < l.monetary_3 then 2
            when c.monetary < l.monetary_4 then 3
            when c.monetary < l.monetary_5 then 4
            else 5
        end as m
    from ranked as c
    cross join limit_of as l
),

everybody as (
    select weeks_ago, party_id, ranked_among, recency_days, purchases, frequency, monetary, r, f, m
    from scored
    union all
    select weeks_ago, party_id, ranked_among, recency_days, purchases, frequency, monetary, 1 as r, 1 as f, 1 as m
    from customer
    where frequency = 0
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
    party_id,
    max(case when weeks_ago = 0 then recency_days end) as recency_days,
    max(case when weeks_ago = 0 then frequency end) as frequency,
    max(case when weeks_ago = 0 then monetary end) as monetary,
    max(case when weeks_ago = 0 then r end) as r,
    max(case when weeks_ago = 0 then f end) as f,
    max(case when weeks_ago = 0 then m end) as m,
    max(case when weeks_ago = 0 then segment end) as segment,
    max(case when weeks_ago = 0 then purchases end) as purchases,
    max(case when weeks_ago = 0 then ranked_among end) as ranked_among,
    max(case when weeks_ago = 1 then segment end) as previous_segment,
    max(case when weeks_ago = 1 then recency_days end) as previous_recency_days,
    max(case when weeks_ago = 1 then frequency end) as previous_frequency,
    max(case when weeks_ago = 1 then monetary end) as previous_monetary,
    max(case when weeks_ago = 1 then r end) as previous_r,
    max(case when weeks_ago = 1 then f end) as previous_f,
    max(case when weeks_ago = 1 then m end) as previous_m
from named
group by party_id
