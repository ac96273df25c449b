-- about   Customers in fifths by amount, and the share of money down to each.
-- grain   party_id
-- column  party_id    text
-- column  quintile    integer
-- column  position    integer
-- column  tied        integer
-- column  share       double
-- column  share_sum   double

with
customer as (
    select s.party_id, cast(sum(s.amount) as decimal(18, 2)) as amount, count_if(s.amount < 0) as returns
    from raw.sale_line as s
    group by s.party_id
)

select
    c.party_id,
    ntile(5) over (order by c.amount desc, c.party_id) as quintile,
    row_number() over (order by c.amount desc, c.party_id) as position,
    rank() over (order by c.returns, c.party_id is null) as tied,
    percent_rank() over (order by c.amount, c.party_id) as share,
    cast(sum(c.amount) over (order by c.amount desc, c.party_id rows between unbounded preceding and current row) as double)
        / nullif(cast(sum(c.amount) over () as double), 0) as share_sum
from customer as c
