-- about   How much of a customer's revenue is margin: the customer's own share drawn towards the company's by the weight of three
--         purchases, the company's where no cost of what the customer bought is known. It serves whatever turns revenue into margin.
-- grain   party_id
-- column  party_id       text
-- column  margin_share   double  margin per unit of revenue; empty if no cost is known at all
-- column  company_share  double  of all customers together: for who bought nothing yet
-- check   unique(party_id)

with money as (
    select
        party_id,
        sum(margin) as margin,
        sum(costed_amount) as costed_amount,
        count(purchase_number) as purchases
    from scores.party_day
    where not is_anonymous
    group by party_id
),

company as (
    select cast(sum(margin) as double) / nullif(cast(sum(costed_amount) as double), 0) as share
    from money
)

select
    m.party_id,
    case
        when m.margin is null or m.costed_amount <= 0 then c.share
        else (m.purchases * cast(m.margin as double) / cast(m.costed_amount as double) + 3 * c.share) / (m.purchases + 3)
    end as margin_share,
    c.share as company_share
from money as m
cross join company as c
