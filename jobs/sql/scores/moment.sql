-- about   The days at which customers are judged: as_of, and a week before it, so that last week's segment comes from the
--         same rule over the same data and never from an old run.
-- grain   weeks_ago
-- column  weeks_ago  integer  0 for as_of, 1 for the week before
-- column  on_date    date     the last day that counts
-- check   unique(weeks_ago)

select
    t.weeks_ago,
    p.as_of - 7 * t.weeks_ago as on_date
from params as p
cross join (values (0), (1)) as t (weeks_ago)
