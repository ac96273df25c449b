-- about   The order of the loads known on params.known_on: of two versions of one record the one with the greater rank
--         is the later. Every curated job reads raw through this table.
-- grain   load_id
-- column  load_id         text
-- column  source          text
-- column  load_rank       integer  1, 2, ..: later by the date in the file, then by when it was loaded, then by name
-- column  loaded_version  integer  version of the lake that brought it
-- column  extracted_at    instant  the date in the file or in its name
-- column  seen_at         instant  the date in the file, else when it was loaded
-- column  is_partial      boolean  absent columns keep their earlier values
-- check   unique(load_id)
-- check   unique(load_rank)

select
    f.load_id,
    f.source,
    row_number() over (order by f.extracted_at, f.loaded_version, f.load_order, f.sha256, f.load_id) as load_rank,
    f.loaded_version,
    f.extracted_at,
    coalesce(f.extracted_at, f.loaded_at) as seen_at,
    coalesce(f.is_partial, false) as is_partial
from raw.file as f
cross join params as p
where local_date(f.loaded_at, p.zone) <= p.known_on
