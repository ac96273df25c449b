-- about   The latest version of each line, and how many there were.
-- grain   line_id
-- column  line_id     text
-- column  created_at  instant
-- column  created_on  date
-- column  note        text
-- column  versions    integer

with
ranked as (
    select
        s.line_id,
        s.created_at,
        s.note,
        row_number() over (partition by s.line_id order by s.created_at desc, s.line desc) as age,
        count(*) over (partition by s.line_id) as versions
    from raw.sale_line as s
)

select
    r.line_id,
    r.created_at,
    local_date(r.created_at, 'Asia/Yekaterinburg') as created_on,
    r.note,
    r.versions
from ranked as r
where r.age = 1
