-- about   How the company's contracts are renewed: the shifted beta-geometric law, chosen from 50 customers with a renewal
--         decision and 50 ended contracts on, and the share of decisions that were renewals, drawn towards a half by the
--         weight of two, chosen from 10 customers on. Empty below. A term is a term, however long it is.
-- grain   model, parameter
-- column  model           text     shifted_beta_geometric or renewal_share
-- column  parameter       text     alpha, beta; of the share the endings and the renewals, each and one
-- column  value           double
-- column  standard_error  double   empty where the data do not identify it
-- column  log_likelihood  double   empty of a rule
-- column  observations    integer  lines of contracts with a decision whose days of grace are over
-- column  is_converged    boolean
-- column  is_chosen       boolean  contracts are valued with it
-- column  grade           text     A and B: sound, of many lines and of few; C: with a finding, or a rule; D: not to be used
-- column  note            text     the findings
-- column  rung            text     own_model (200 customers with a decision), pooled_model (50) or rule (10): what the chosen one reaches
-- check   unique(model, parameter)
-- check   in(grade, A, B, C, D)
-- check   in(rung, own_model, pooled_model, rule)
-- java    FitRenewals

with line as (
    select
        t.party_id,
        t.line_id,
        max(t.term_number) as periods,
        max(case when not t.is_renewed then 1 else 0 end) as ended
    from scores.contract_term as t
    cross join params as p
    -- of the ends whose days of grace are not over only the early renewals are known
    where t.weeks_ago = 0 and t.is_renewed is not null and t.to_on + cast(p.renewal_grace_days as int) < p.as_of
    group by t.party_id, t.line_id
),

decided as (
    select count(distinct party_id) as customers
    from line
)

select
    l.periods,
    sum(l.ended) as ended,
    sum(1 - l.ended) as running,
    d.customers
from line as l
cross join decided as d
group by l.periods, d.customers
