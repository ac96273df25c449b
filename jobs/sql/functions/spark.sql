-- What DuckDB and Spark spell differently, under one name; the twin of duckdb.sql.

create temporary function days_between(a date, b date) returns int return datediff(b, a);
create temporary function week_of(d date) returns date return cast(date_trunc('week', d) as date);
create temporary function month_of(d date) returns date return cast(date_trunc('month', d) as date);
create temporary function local_date(instant timestamp_ntz, zone string) returns date return cast(convert_timezone('UTC', zone, instant) as date);
create temporary function regexp_replace_all(s string, p string, r string) returns string return regexp_replace(s, p, r);
create temporary function sha256_hex(s string) returns string return sha2(s, 256);
create temporary function median_of(a array<bigint>) returns double return (get(array_sort(a), cast(floor((size(a) - 1) / 2) as int)) + get(array_sort(a), cast(floor(size(a) / 2) as int))) / 2.0D;
create temporary function comma_list(a array<string>) returns string return array_join(array_sort(array_distinct(a)), ', ');
