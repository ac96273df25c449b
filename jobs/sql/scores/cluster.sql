-- about   The group of each customer by likeness, today and a week ago: the nearest centre of scores.fit_cluster. Who bought
--         nothing in 13 months stands apart. Empty unless params.clusters is set and a stable number of groups was found.
-- grain   party_id
-- column  party_id          text
-- column  segment           text  number of the group, 1 is the best; away: nothing bought in 13 months
-- column  previous_segment  text  the same at as_of less 7 days; empty for a customer who is new since
-- check   unique(party_id)
-- check   not_null(segment)
-- check   in(segment, 1, 2, 3, 4, 5, 6, 7, 8, away)

with measured as (
    select
        m.weeks_ago,
        r.party_id,
        case m.weeks_ago when 0 then r.frequency else r.previous_frequency end as frequency,
        ln(1e0 + case m.weeks_ago when 0 then r.recency_days else r.previous_recency_days end) as log_r,
        ln(1e0 + case m.weeks_ago when 0 then r.frequency else r.previous_frequency end) as log_f,
        ln(1e0 + cast(greatest(case m.weeks_ago when 0 then r.monetary else r.previous_monetary end, 0) as double)) as log_m
    from scores.rfm as r
    cross join scores.moment as m
    where m.weeks_ago = 0 or r.previous_segment is not null
),

scaled as (
    select
        x.weeks_ago,
        x.party_id,
        x.frequency,
        c.cluster,
        coalesce((x.log_r - c.mean_r) / nullif(c.deviation_r, 0), 0e0) - c.center_r as r,
        coalesce((x.log_f - c.mean_f) / nullif(c.deviation_f, 0), 0e0) - c.center_f as f,
        coalesce((x.log_m - c.mean_m) / nullif(c.deviation_m, 0), 0e0) - c.center_m as m
    from measured as x
    inner join scores.fit_cluster as c on c.weeks_ago = x.weeks_ago and c.is_chosen
),

near as (
    select
        *,
        row_number() over (partition by weeks_ago, party_id order by r * r + f * f + m * m, cluster) as position
    from scaled
),

placed as (
    select
        weeks_ago,
        party_id,
        case when frequency = 0 then 'away' else cast(cluster as string) end as segment
    from near
    where position = 1
)

select
    party_id,
    max(case when weeks_ago = 0 then segment end) as segment,
    max(case when weeks_ago = 1 then segment end) as previous_segment
from placed
group by party_id
