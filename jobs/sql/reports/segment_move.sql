-- about   How many customers, with how much money, went from which segment to which within the week; those who stayed too.
-- grain   scheme, from_segment, to_segment
-- column  scheme        text           rfm, lifecycle, activity, regularity, kind, vip, or cluster where params.clusters is set
-- column  from_segment  text           at as_of less 7 days; none: a customer who is new since
-- column  to_segment    text           at as_of
-- column  customers     integer
-- column  amount        decimal(18,2)  their revenue less returns of the 12 months up to as_of
-- check   unique(scheme, from_segment, to_segment)
-- check   where(customers > 0)

select
    scheme,
    coalesce(previous_segment, 'none') as from_segment,
    segment as to_segment,
    count(*) as customers,
    sum(amount) as amount
from scores.segment
group by scheme, coalesce(previous_segment, 'none'), segment
