-- about   The order of the loads: of two versions of one record the one with the greater rank is the later.
-- grain   load_id
-- column  load_id    text
-- column  source     text
-- column  load_rank  integer  1, 2, ..: later by the date in the file, then by when it was loaded, then by name
-- check   unique(load_id)
-- check   unique(load_rank)

select
    f.load_id,
    f.source,
    row_number() over (order by f.extracted_at, f.loaded_version, f.load_order, f.sha256, f.load_id) as load_rank
from raw.file as f
cross join params as p
where local_date(f.loaded_at, p.zone) <= p.known_on
