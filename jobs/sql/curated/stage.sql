-- about   The stages that deals have been in. A stage with open deals is open, whatever else ended there; position and
--         norm are not exported.
-- grain   source, pipeline, stage
-- column  source     text
-- column  pipeline   text     empty text where the source has one pipeline only
-- column  stage      text
-- column  name       text
-- column  position   integer
-- column  outcome    text     open, won or lost
-- column  norm_days  integer
-- check   unique(source, pipeline, stage)
-- check   in(outcome, open, won, lost)

select
    d.source,
    coalesce(d.pipeline, '') as pipeline,
    d.stage,
    d.stage as name,
    cast(null as bigint) as position,
    case
        when count_if(coalesce(d.outcome, 'open') = 'open') > 0 then 'open'
        when count_if(d.outcome = 'won') >= count_if(d.outcome = 'lost') then 'won'
        else 'lost'
    end as outcome,
    cast(null as bigint) as norm_days
from raw.deal as d
join curated.load as l on l.load_id = d.load_id
where d.stage is not null
group by d.source, coalesce(d.pipeline, ''), d.stage
