-- about   The files that the numbers come from.
-- grain   load_id
-- column  load_id       text
-- column  source        text
-- column  name          text
-- column  connector     text
-- column  extracted_at  instant  when the source wrote it, where the file or its name says so
-- column  loaded_at     instant
-- column  records       integer  in the file
-- column  loaded        integer
-- column  quarantined   integer
-- check   unique(load_id)

select
    load_id,
    source,
    name,
    connector,
    extracted_at,
    loaded_at,
    records,
    loaded,
    quarantined
from raw.file
