-- What DuckDB and Spark spell differently, under one name; the twin of spark.sql.

create or replace macro days_between(a, b) as date_diff('day', a, b);
create or replace macro week_of(d) as cast(date_trunc('week', d) as date);
create or replace macro month_of(d) as cast(date_trunc('month', d) as date);
create or replace macro add_months(d, n) as cast(d + to_months(cast(n as integer)) as date);
create or replace macro local_date(instant, zone) as cast(timezone(zone, timezone('UTC', instant)) as date);
create or replace macro regexp_replace_all(s, p, r) as regexp_replace(s, p, r, 'g');
create or replace macro sha256_hex(s) as sha256(s);
create or replace macro median_of(a) as list_aggregate(a, 'median');
create or replace macro comma_list(a) as array_to_string(list_sort(list_distinct(a)), ', ');
