-- about   Products bought by the same customer, with totals on each level.
-- grain   level, product, other
-- column  level      integer
-- column  product    text
-- column  other      text
-- column  customers  integer
-- column  amount     decimal(18,2)

with
bought as (
    select s.party_id, s.product, cast(sum(s.amount) as decimal(18, 2)) as amount
    from raw.sale_line as s
    where s.party_id is not null
    group by s.party_id, s.product
)

select
    cast(grouping(a.product) * 2 + grouping(b.product) as bigint) as level,
    coalesce(a.product, 'all') as product,
    coalesce(b.product, 'all') as other,
    count(distinct a.party_id) as customers,
    sum(least(a.amount, b.amount)) as amount
from bought as a
inner join bought as b
    on a.party_id = b.party_id
    and a.product < b.product
group by grouping sets ((a.product, b.product), (a.product), ())
