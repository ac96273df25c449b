-- about   Repeat purchases, span and age of each customer.
-- grain   party_id
-- column  party_id    text
-- column  repeats     integer
-- column  span_weeks  double
-- column  age_weeks   double
-- column  amount      decimal(18,2)
-- column  mean_spend  double

with
purchase_day as (
    select s.party_id, s.sold_on, cast(sum(s.amount) as decimal(18, 2)) as amount
    from raw.sale_line as s
    where s.party_id is not null
    group by s.party_id, s.sold_on
)

select
    d.party_id,
    count(*) - 1 as repeats,
    days_between(min(d.sold_on), max(d.sold_on)) / 7e0 as span_weeks,
    days_between(min(d.sold_on), max(p.as_of)) / 7e0 as age_weeks,
    sum(d.amount) as amount,
    cast(sum(d.amount) as double) / count(*) as mean_spend
from purchase_day as d
cross join params as p
where d.sold_on <= p.as_of
group by d.party_id
