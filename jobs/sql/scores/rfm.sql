-- about   Recency, frequency and money of each customer, their scores from 1 (worst) to 5 and the segment they give,
--         at as_of and, for the previous segment, at as_of less 7 days: one rule, applied to both days.
--         Counted are 13 months, so that who buys once a year, a little late, is still there; whoever bought nothing in them
--         is lost, scores 1 and takes no part in the ranks, else years of former customers would fill the lower fifths.
--         r and m: ceil(5 x average rank / customers), equal values share the mean of their ranks.
--         f: 1, 2, 3, 4 to 6, 7 and more purchase days. Segment: the first line of the rule that fits.
-- grain   party_id
-- column  party_id          text           the customer: who bought at least once; anonymous retail is none
-- column  recency_days      integer        days since the last purchase
-- column  frequency         integer        purchase days of 13 months
-- column  monetary          decimal(18,2)  revenue less returns of 13 months
-- column  r                 integer        score of recency, 5 is the most recent fifth
-- column  f                 integer        score of frequency
-- column  m                 integer        score of money, 5 is the richest fifth
-- column  segment           text           lost (nothing bought in 13 months), returned_only (no money left after returns), champions, cannot_lose, loyal, at_risk, new, potential, attention, asleep, else lost
-- column  previous_segment  text           segment at as_of less 7 days; empty for a customer who is new since
-- check   unique(party_id)
-- check   not_null(segment)
-- check   between(recency_days, 0, 36500)
-- check   where(frequency >= 1 or segment = 'lost' and r = 1 and f = 1 and m = 1)
-- check   between(r, 1, 5)
-- check   between(f, 1, 5)
-- check   between(m, 1, 5)
-- check   in(segment, champions, loyal, potential, new, attention, at_risk, cannot_lose, asleep, lost, returned_only)

with customer as (
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

ranked as (
    select
        *,
        count(*) over (partition by weeks_ago) as customers,
        rank() over (partition by weeks_ago order by recency_days desc) as recency_rank,
        count(*) over (partition by weeks_ago, recency_days) as recency_ties,
        rank() over (partition by weeks_ago order by monetary) as monetary_rank,
        count(*) over (partition by weeks_ago, monetary) as monetary_ties
    from customer
    where frequency > 0
),

scored as (
    select
        *,
        ceil(5 * (2 * recency_rank + recency_ties - 1) / (2 * customers)) as r,
        case
            when frequency >= 7 then 5
            when frequency >= 4 then 4
            else frequency
        end as f,
        ceil(5 * (2 * monetary_rank + monetary_ties - 1) / (2 * customers)) as m
    from ranked
),

everybody as (
    select weeks_ago, party_id, recency_days, purchases, frequency, monetary, r, f, m
    from scored
    union all
    select weeks_ago, party_id, recency_days, purchases, frequency, monetary, 1 as r, 1 as f, 1 as m
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
    max(case when weeks_ago = 1 then segment end) as previous_segment
from named
group by party_id
