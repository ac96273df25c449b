-- about   How much of the money each customer and each product brings (ABC) and how steadily it is bought (XYZ).
--         ABC over 13 months, as rfm: the largest, up to params.abc_a_share of the money, are A, then up to abc_b_share B, the
--         rest, and who brought nothing, C; those that cross a limit are below it, but the largest are A. Equal sums stay together.
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

with first_sale as (
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
    select 'party' as scheme, party_id as key, monetary as amount
    from scores.rfm
    union all
    select
        'product' as scheme,
        l.product_id as key,
        cast(
            coalesce(
                sum(
                    case
                        when l.sold_on <= s.counted_after then null
                        when p.revenue_basis = 'net' then l.net_amount
                        else l.gross_amount
                    end
                ),
                0
            ) as decimal(18, 2)
        ) as amount
    from curated.sales_line as l
    cross join params as p
    cross join span_of as s
    where l.product_id is not null and l.sold_on <= p.as_of
    group by l.product_id
),

month as (
    select
        'party' as scheme,
        d.party_id as key,
        month_of(d.sold_on) as month_on,
        cast(sum(d.amount) as decimal(20, 3)) as demand
    from scores.party_day as d
    cross join span_of as s
    where not d.is_anonymous and d.sold_on >= s.from_on and d.sold_on < s.until_on
    group by d.party_id, month_of(d.sold_on)
    union all
    select
        'product' as scheme,
        l.product_id as key,
        month_of(l.sold_on) as month_on,
        cast(sum(l.quantity) as decimal(20, 3)) as demand
    from curated.sales_line as l
    cross join span_of as s
    where l.product_id is not null and l.sold_on >= s.from_on and l.sold_on < s.until_on
    group by l.product_id, month_of(l.sold_on)
),

-- exact sums: the same bits in any order of the rows; DuckDB keeps 18 digits of a product unless a factor has more
demanded as (
    select
        scheme,
        key,
        cast(sum(demand) as decimal(20, 3)) as demand,
        cast(sum(demand * demand) as decimal(35, 6)) as demand_square
    from month
    group by scheme, key
),

-- from counts of equal sums: no window over all customers
counted as (
    select
        scheme,
        amount,
        count(*) * amount as amounts
    from money
    where amount > 0
    group by scheme, amount
),

running as (
    select
        scheme,
        amount,
        sum(amounts) over (partition by scheme order by amount desc) as amount_up_to,
        sum(amounts) over (partition by scheme) as whole,
        max(amount) over (partition by scheme) as largest
    from counted
),

limit_of as (
    select
        r.scheme,
        max(r.whole) as whole,
        min(case
            when r.amount = r.largest
                or cast(r.amount_up_to as double) <= cast(p.abc_a_share as double) * cast(r.whole as double)
            then r.amount
        end) as least_a,
        min(case
            when r.amount = r.largest
                or cast(r.amount_up_to as double) <= cast(p.abc_b_share as double) * cast(r.whole as double)
            then r.amount
        end) as least_b
    from running as r
    cross join params as p
    group by r.scheme
),

varied as (
    select
        m.scheme,
        m.key,
        m.amount,
        s.months,
        case when s.months >= 3 and d.demand > 0 then
            sqrt(cast(cast(s.months as decimal(2, 0)) * d.demand_square - d.demand * d.demand as double)) / cast(d.demand as double)
        end as variation,
        case
            when s.months < 3 then 'few_months'
            when coalesce(d.demand, 0) <= 0 then 'no_demand'
        end as xyz_reason
    from money as m
    cross join span_of as s
    left join demanded as d on d.scheme = m.scheme and d.key = m.key
)

select
    v.scheme,
    v.key,
    case
        when v.amount >= l.least_a then 'A'
        when v.amount >= l.least_b then 'B'
        else 'C'
    end as abc,
    case
        when v.variation < cast(p.xyz_x_variation as double) then 'X'
        when v.variation < cast(p.xyz_y_variation as double) then 'Y'
        when v.variation is not null then 'Z'
    end as xyz,
    v.xyz_reason,
    v.amount,
    case when v.amount <= 0 then 0e0 else cast(v.amount as double) / cast(l.whole as double) end as share,
    v.variation,
    v.months
from varied as v
left join limit_of as l on l.scheme = v.scheme
cross join params as p
