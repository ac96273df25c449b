-- about   What is done to texts: case, trimming, parts, numbers in them, joining.
-- grain   line_id, line
-- column  line_id  text
-- column  line     integer
-- column  loud     text
-- column  size     integer
-- column  digits   text
-- column  first    text
-- column  joined   text
-- column  is_ooo   boolean
-- column  number   integer
-- column  hash     text

select
    s.line_id,
    s.line,
    upper(trim(s.note)) as loud,
    length(s.note) as size,
    regexp_replace_all(coalesce(s.note, ''), '[^0-9]', '') as digits,
    split_part(s.note, ' ', 1) as first,
    concat_ws('/', s.product, s.note, lpad(cast(s.line as string), 6, '0')) as joined,
    lower(s.note) like 'ооо %' as is_ooo,
    try_cast(substr(s.note, 5, 2) as bigint) as number,
    sha256_hex(s.line_id || '|' || coalesce(s.note, '')) as hash
from raw.sale_line as s
