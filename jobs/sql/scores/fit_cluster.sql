-- about   Groups of customers by recency, frequency and money of 13 months (scores.rfm), found by k-means over scaled
--         logarithms; empty unless params.clusters is set. Every number of groups from 3 to 8 is tried; chosen is, among those
--         that bootstrap samples find again (adjusted Rand index 0.85 and more), the one of the highest silhouette.
--         Groups are numbered from the best to the worst: recent, frequent, large. Those of a week ago carry the numbers of
--         the groups of today that they lie nearest to. Fitted to 10,000 customers at most.
-- grain   weeks_ago, clusters, cluster
-- column  weeks_ago     integer  0, and 1 of the chosen number of groups
-- column  clusters      integer  number of groups
-- column  cluster       integer  1 is the best
-- column  is_chosen     boolean
-- column  customers     integer  in it
-- column  recency_days  double   of its centre
-- column  frequency     double   of its centre
-- column  monetary      double   of its centre
-- column  center_r      double   the centre on the scale of the distances
-- column  center_f      double
-- column  center_m      double
-- column  mean_r        double   of ln(1 + recency_days) today; the scale is less mean, by deviation
-- column  mean_f        double   of ln(1 + frequency)
-- column  mean_m        double   of ln(1 + monetary), below 0 as 0
-- column  deviation_r   double   0: all are equal, and so is the scaled value
-- column  deviation_f   double
-- column  deviation_m   double
-- column  inertia       double   sum of squared distances of the fitted customers
-- column  silhouette    double   of 5,000 customers at most; empty of a week ago
-- column  stability     double   mean adjusted Rand index of 20 bootstrap samples; empty of a week ago
-- check   unique(weeks_ago, clusters, cluster)
-- check   between(clusters, 3, 8)
-- check   where(cluster between 1 and clusters)
-- java    FitClusters

select
    m.weeks_ago,
    case m.weeks_ago when 0 then r.recency_days else r.previous_recency_days end as recency_days,
    case m.weeks_ago when 0 then r.frequency else r.previous_frequency end as frequency,
    case m.weeks_ago when 0 then r.monetary else r.previous_monetary end as monetary
from scores.rfm as r
cross join scores.moment as m
cross join params as p
where p.clusters and case m.weeks_ago when 0 then r.frequency else r.previous_frequency end > 0
