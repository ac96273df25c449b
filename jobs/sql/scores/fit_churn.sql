-- about   The scores of silence of each horizon, trained on earlier days whose horizon is over: the numbers of the chosen one,
--         how each did when tried on the horizon that has just ended, and what a reader should know.
--         Learnt from the first 20,000 customers by hash.
-- grain   horizon_days, kind, scorer, bin, name
-- column  horizon_days  integer  in use: some customer is judged over it
-- column  kind          text     parameter (of the chosen scorer), measure (of a trial) or remark
-- column  scorer        text     logistic, p0, silence_rule, silent_days or share; of a remark the chosen one, none without one
-- column  bin           integer  tenth of the customers by probability, the lowest is 1; 0 for all
-- column  name          text
-- column  value         double   empty of a remark
-- column  rung          text     own_model, pooled_model, rule or counts: what the chosen score rests on
-- column  grade         text     A: beats the days of silence on 1,000 customers and more; B: with a finding or few customers, or pooled; C: a rule; D: nobody is told apart
-- column  note          text     the remark in English, or what the scorer rests on
-- check   unique(horizon_days, kind, scorer, bin, name)
-- check   in(kind, parameter, measure, remark)
-- check   in(rung, own_model, pooled_model, rule, counts)
-- check   in(grade, A, B, C, D)
-- java    FitChurn

with horizon as (
    select comma_list(array_agg(cast(horizon_days as string))) as horizons
    from scores.churn_history
)

select
    h.party_id,
    h.days,
    z.horizons,
    days_between(date '1970-01-01', p.as_of) as cut_day
from scores.churn_history as h
cross join horizon as z
cross join params as p
where h.place <= 20000
