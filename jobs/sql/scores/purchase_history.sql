-- about   Sufficient statistics of a customer's purchase days: all that the purchase and spend models need.
--         Several sales of one day are one purchase day; returns lower the money, not the count.
-- grain   party_id
-- column  party_id            text     the customer; anonymous retail is none
-- column  repeat_purchases    integer  x: purchase days less the first
-- column  span_days           integer  t_x: from the first to the last purchase day
-- column  age_days            integer  T: from the first purchase day to as_of
-- column  log_gap_sum         double   sum of the natural logarithms of the gaps in days; 0 without a gap
-- column  mean_repeat_amount  double   money of a repeat purchase: revenue after the first day less returns, per repeat purchase
-- column  first_on            date     first purchase day
-- column  last_on             date     last purchase day
-- check   unique(party_id)
-- check   where(repeat_purchases >= 0 and span_days >= repeat_purchases and age_days >= span_days)
-- check   where((repeat_purchases = 0) = (span_days = 0))
-- check   where((repeat_purchases = 0) = (mean_repeat_amount is null))

with history as (
    select
        party_id,
        count(purchase_number) as purchases,
        min(case when purchase_number = 1 then sold_on end) as first_on,
        max(case when purchase_number is not null then sold_on end) as last_on,
        coalesce(sum(ln(gap_days)), 0) as log_gap_sum
    from scores.party_day
    where not is_anonymous
    group by party_id
    having count(purchase_number) > 0
),

later as (
    select
        h.party_id,
        sum(d.amount) as amount
    from history as h
    inner join scores.party_day as d on d.party_id = h.party_id and d.sold_on > h.first_on
    group by h.party_id
)

select
    h.party_id,
    h.purchases - 1 as repeat_purchases,
    days_between(h.first_on, h.last_on) as span_days,
    days_between(h.first_on, p.as_of) as age_days,
    h.log_gap_sum,
    case when h.purchases > 1 then cast(l.amount as double) / (h.purchases - 1) end as mean_repeat_amount,
    h.first_on,
    h.last_on
from history as h
left join later as l on l.party_id = h.party_id
cross join params as p
