-- about   From the revenue of last week to that of this week, by segment at as_of: the changes add up to the difference.
-- grain   position
-- column  position         integer        customers' segments from the greatest rise to the greatest fall, then anonymous, then unknown
-- column  segment          text           rfm segment, anonymous, or unknown (only returns so far)
-- column  previous_amount  decimal(18,2)  revenue less returns of the week before
-- column  amount           decimal(18,2)  revenue less returns of the week, up to as_of
-- column  change           decimal(18,2)  amount less previous_amount
-- check   unique(position)
-- check   unique(segment)
-- check   not_null(segment, previous_amount, amount, change)
-- check   where(change = amount - previous_amount)

select
    row_number() over (
        order by
            case segment when 'anonymous' then 1 when 'unknown' then 2 else 0 end,
            actual - previous desc,
            segment
    ) as position,
    segment,
    previous as previous_amount,
    actual as amount,
    actual - previous as change
from reports.segment_week
where metric = 'revenue' and (actual <> 0 or previous <> 0)
