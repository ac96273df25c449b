-- about   How much of the money each customer and each product brings (ABC) and how steadily it is bought (XYZ).
--         ABC over 13 months, as rfm: the largest, up to params.abc_a_share of the money, are A, then up to abc_b_share B, the
--         rest, and who brought nothing, C; the one that crosses a limit is below it, but the largest is A. Equal sums go by key.
--         XYZ by the coefficient of variation (standard deviation of the population over the mean) of demand by calendar
--         month, money of a customer and quantity of a product, over the same whole months for all, 12 at most.
-- grain   scheme, key
-- column  scheme     text           party or product
-- column  key        text           party_id of a customer, product_id of a product that was sold
-- column  abc        text           A, B or C
-- column  xyz        text           X (below params.xyz_x_variation), Y (below xyz_y_variation) or Z; empty if xyz_reason is not
-- column  xyz_reason text           why there is no xyz: few_months (the company has fewer than 3 whole months) or no_demand in them
-- column  amount     decimal(18,2)  revenue less returns of 13 months
-- column  share      double         of the money of all that brought some; 0 if it brought none
-- column  variation  double         coefficient of variation; empty as xyz
-- column  months     integer        whole months it was taken over
-- check   unique(scheme, key)
-- check   not_null(scheme, key, abc, amount, share)
-- check   in(scheme, party, product)
-- check   in(abc, A, B, C)
-- check   in(xyz, X, Y, Z)
-- check   in(xyz_reason, few_months, no_demand)
-- check   where((xyz is null) = (xyz_reason is not null))
-- check   between(share, 0, 1)

with bought as (
    select
        'party' as scheme,
        d.party_id as key,
        d.sold_on,
        d.amount,
        d.amount as demand
    from scores.party_day as d
    inner join scores.purchase_history as h on h.party_id = d.party_id
    union all
    select
        'product' as scheme,
        l.product_id as key,
        l.sold_on,
        case when p.revenue_basis = 'net' then l.net_amount else l.gross_amount end as amount,
        l.quantity as demand
    from curated.sales_line as l
    cross join params as p
    where l.product_id is not null and l.sold_on <= p.as_of
),

first_sale as (
    select min(sold_on) as first_on
    from scores.party_day
),

-- the months that lie whole between the first sale and as_of, 12 at most
span as (
    select
        greatest(
            case when f.first_on = month_of(f.first_on) then f.first_on else add_months(month_of(f.first_on), 1) end,
            add_months(month_of(p.as_of + 1), -12)
        ) as from_on,
        month_of(p.as_of + 1) as until_on,
        add_months(p.as_of, -13) as counted_after
    from params as p
    cross join first_sale as f
),

span_of as (
    select
        *,
        greatest(12 * (year(until_on) - year(from_on)) + month(until_on) - month(from_on), 0) as months
    from span
),

money as (
    select
        b.scheme,
        b.key,
        cast(coalesce(sum(case when b.sold_on > s.counted_after then b.amount end), 0) as decimal(18, 2)) as amount
    from bought as b
    cross join span_of as s
    group by b.scheme, b.key
),

month as (
    select
        b.scheme,
        b.key,
        month_of(b.sold_on) as month_on,
        cast(sum(b.demand) as decimal(20, 3)) as demand
    from bought as b
    cross join span_of as s
    where b.sold_on >= s.from_on and b.sold_on < s.until_on
    group by b.scheme, b.key, month_of(b.sold_on)
),

-- exact sums: the same bits in any order of the rows; DuckDB keeps 18 digits of a product unless a factor has more
steadiness as (
    select
        scheme,
        key,
        cast(sum(demand) as decimal(20, 3)) as demand,
        cast(sum(demand * demand) as decimal(35, 6)) as demand_square
    from month
    group by scheme, key
),

varied as (
    select
        m.scheme,
        m.key,
        m.amount,
        s.months,
        case when s.months >= 3 and y.demand > 0 then
            sqrt(cast(cast(s.months as decimal(2, 0)) * y.demand_square - y.demand * y.demand as double)) / cast(y.demand as double)
        end as variation,
        case
            when s.months < 3 then 'few_months'
            when coalesce(y.demand, 0) <= 0 then 'no_demand'
        end as xyz_reason
    from money as m
    cross join span_of as s
    left join steadiness as y on y.scheme = m.scheme and y.key = m.key
),

ranked as (
    select
        *,
        sum(greatest(amount, 0)) over (
            partition by scheme order by amount desc, key rows between unbounded preceding and current row
        ) as amount_up_to,
        sum(greatest(amount, 0)) over (partition by scheme) as whole
    from varied
)

select
    r.scheme,
    r.key,
    case
        when r.amount <= 0 then 'C'
        when r.amount_up_to = r.amount then 'A'
        when cast(r.amount_up_to as double) <= cast(p.abc_a_share as double) * cast(r.whole as double) then 'A'
        when cast(r.amount_up_to as double) <= cast(p.abc_b_share as double) * cast(r.whole as double) then 'B'
        else 'C'
    end as abc,
    case
        when r.variation < cast(p.xyz_x_variation as double) then 'X'
        when r.variation < cast(p.xyz_y_variation as double) then 'Y'
        when r.variation is not null then 'Z'
    end as xyz,
    r.xyz_reason,
    r.amount,
    case when r.amount <= 0 then 0e0 else cast(r.amount as double) / cast(r.whole as double) end as share,
    r.variation,
    r.months
from ranked as r
cross join params as p
