-- about   Who is under contract, when it ends, how likely it is renewed, and what its renewals will bring within 12 months. Of several
--         contracts at once the one that ends last decides; the money is that of all over as many days. An ended contract counts
--         until the days of grace are over. A customer with a contract without an end is not here.
-- grain   party_id, weeks_ago
-- column  party_id               text
-- column  weeks_ago              integer        0 as of the day, 1 a week before, by the same model
-- column  contract_id            text           the contract that ends last
-- column  contracts              integer        running at once
-- column  days_left              integer        to its last day (to_on of scores.contract_term); below 0 in the days of grace
-- column  term_number            integer        1 for the first term known
-- column  term_days              integer        how long it is
-- column  term_amount            decimal(18,2)  of all contracts over as many days; empty if the amount is unknown
-- column  term_margin            decimal(18,2)  at the customer's margin share drawn towards the company's; empty if no cost is known
-- column  renewal_probability    double         at its end; empty at rung counts
-- column  expected_terms_12m     double         renewals that begin within a year
-- column  expected_amount_12m    decimal(18,2)  their money, each paid when it begins
-- column  expected_margin_12m    decimal(18,2)  margin of it
-- column  discounted_margin_12m  decimal(18,2)  the same in today's money
-- column  discounted_margin_24m  decimal(18,2)  of the renewals that begin within 24 months
-- column  model                  text           shifted_beta_geometric or renewal_share; empty at rung counts
-- column  grade                  text           A to D: how sound the probability is
-- column  rung                   text           own_model, pooled_model, rule or counts
-- check   unique(party_id, weeks_ago)
-- check   not_null(contract_id, days_left, term_number, grade, rung)
-- check   where(term_days >= 1)
-- check   between(renewal_probability, 0, 1)
-- check   in(rung, own_model, pooled_model, rule, counts)
-- check   where((renewal_probability is null) = (rung = 'counts'))
-- java    ScoreContract

with running as (
    select
        t.*,
        days_between(t.from_on, t.to_on) + 1 as term_days,
        c.amount,
        row_number() over (
            partition by t.weeks_ago, t.party_id order by t.to_on desc, t.from_on desc, t.contract_id
        ) as place,
        count(*) over (partition by t.weeks_ago, t.party_id) as contracts,
        count(t.to_on) over (partition by t.weeks_ago, t.party_id) as ending
    from scores.contract_term as t
    inner join curated.contract as c on c.contract_id = t.contract_id
    where t.is_renewed is null
),

daily as (
    select
        weeks_ago,
        party_id,
        sum(cast(amount as double) / term_days) as amount
    from running
    group by weeks_ago, party_id
),

law as (
    select
        max(model) as model,
        max(rung) as rung,
        max(grade) as grade,
        max(case when parameter = 'alpha' then value end) as alpha,
        max(case when parameter = 'beta' then value end) as beta
    from scores.fit_renewal
    where is_chosen
),

company as (
    select max(company_share) as margin_share
    from scores.margin_share
)

select
    r.party_id,
    r.weeks_ago,
    r.contract_id,
    r.contracts,
    days_between(m.on_date, r.to_on) as days_left,
    r.term_number,
    r.term_days,
    d.amount * r.term_days as term_amount,
    coalesce(y.margin_share, a.margin_share) as margin_share,
    p.yearly_discount,
    w.model,
    w.alpha,
    w.beta,
    case w.rung when 'pooled_model' then greatest(w.grade, 'C') else coalesce(w.grade, 'D') end as grade,
    coalesce(w.rung, 'counts') as rung
from running as r
inner join scores.moment as m on m.weeks_ago = r.weeks_ago
inner join daily as d on d.weeks_ago = r.weeks_ago and d.party_id = r.party_id
left join scores.margin_share as y on y.party_id = r.party_id
cross join company as a
cross join law as w
cross join params as p
where r.place = 1 and r.ending = r.contracts
