-- What DuckDB and Spark spell differently, under one name; the twin of duckdb.sql.

create temporary function days_between(a date, b date) returns int return datediff(b, a);
create temporary function week_of(d date) returns date return cast(date_trunc('week', d) as date);
create temporary function month_of(d date) returns date return cast(date_trunc('month', d) as date);
create temporary function local_date(instant timestamp_ntz, zone string) returns date return cast(convert_timezone('UTC', zone, instant) as date);
create temporary function regexp_replace_all(s string, p string, r string) returns string return regexp_replace(s, p, r);
create temporary function sha256_hex(s string) returns string return sha2(s, 256);
create temporary function median_of(a array<bigint>) returns double return (get(array_sort(a), cast(floor((size(a) - 1) / 2) as int)) + get(array_sort(a), cast(floor(size(a) / 2) as int))) / 2.0D;
create temporary function comma_list(a array<string>) returns string return nullif(array_join(array_sort(array_distinct(a)), ', '), '');
create temporary function quotient(a decimal(38, 0), b decimal(38, 0)) returns bigint return a div b;
create temporary function ratio4(a decimal(18, 6), b decimal(18, 6)) returns decimal(24, 4) return cast(sign(a) * sign(b) as decimal(1, 0)) * cast((cast(abs(a) * 1000000 as decimal(24, 0)) * 20000 + cast(abs(b) * 1000000 as decimal(24, 0))) div (2 * nullif(cast(abs(b) * 1000000 as decimal(24, 0)), 0)) as decimal(19, 0)) * 0.0001;
create temporary function digits_of(s string) returns string return regexp_replace(s, '[^0-9]', '');
create temporary function digit_at(s string, i int) returns int return try_cast(substr(s, i, 1) as int);
create temporary function valid_inn(s string) returns string return case
    when length(digits_of(s)) = 10
        and (2 * digit_at(digits_of(s), 1) + 4 * digit_at(digits_of(s), 2) + 10 * digit_at(digits_of(s), 3) + 3 * digit_at(digits_of(s), 4) + 5 * digit_at(digits_of(s), 5) + 9 * digit_at(digits_of(s), 6) + 4 * digit_at(digits_of(s), 7) + 6 * digit_at(digits_of(s), 8) + 8 * digit_at(digits_of(s), 9)) % 11 % 10 = digit_at(digits_of(s), 10)
        and digits_of(s) <> '0000000000' then digits_of(s)
    when length(digits_of(s)) = 12
        and (7 * digit_at(digits_of(s), 1) + 2 * digit_at(digits_of(s), 2) + 4 * digit_at(digits_of(s), 3) + 10 * digit_at(digits_of(s), 4) + 3 * digit_at(digits_of(s), 5) + 5 * digit_at(digits_of(s), 6) + 9 * digit_at(digits_of(s), 7) + 4 * digit_at(digits_of(s), 8) + 6 * digit_at(digits_of(s), 9) + 8 * digit_at(digits_of(s), 10)) % 11 % 10 = digit_at(digits_of(s), 11)
        and (3 * digit_at(digits_of(s), 1) + 7 * digit_at(digits_of(s), 2) + 2 * digit_at(digits_of(s), 3) + 4 * digit_at(digits_of(s), 4) + 10 * digit_at(digits_of(s), 5) + 3 * digit_at(digits_of(s), 6) + 5 * digit_at(digits_of(s), 7) + 9 * digit_at(digits_of(s), 8) + 4 * digit_at(digits_of(s), 9) + 6 * digit_at(digits_of(s), 10) + 8 * digit_at(digits_of(s), 11)) % 11 % 10 = digit_at(digits_of(s), 12)
        and digits_of(s) <> '000000000000' then digits_of(s)
    end;
create temporary function valid_kpp(s string) returns string return case when length(trim(s)) = 9 and trim(s) <> '000000000' then trim(s) end;
create temporary function normal_name(s string) returns string return nullif(trim(regexp_replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(
    ' ' || regexp_replace(replace(lower(s), 'ё', 'е'), '[^\\p{L}\\p{N}]+', '  ') || ' ',
    ' общество  с  ограниченной  ответственностью ', ' '), ' индивидуальный  предприниматель ', ' '), ' ооо ', ' '), ' ип ', ' '), ' оао ', ' '), ' пао ', ' '), ' зао ', ' '), ' ао ', ' '), ' llc ', ' '), ' ltd ', ' '),
    ' +', ' ')), '');
create temporary function has_legal_form(s string) returns boolean return regexp_like(' ' || regexp_replace(lower(s), '[^\\p{L}\\p{N}]+', ' ') || ' ', ' (ооо|оао|пао|зао|ао|ип|общество|компания|llc|ltd|sa|sl|slu|sas|srl) ');
create temporary function named_card_id(source string, inn string, kpp string, name string) returns string return source || ':~' || substr(sha256_hex(coalesce(valid_inn(inn), '') || '/' || coalesce(valid_kpp(kpp), '') || '/' || coalesce(normal_name(name), lower(trim(name)), '')), 1, 16);
create temporary function manager_id(source string, manager string) returns string return case
    when nullif(trim(manager), '') is null then null
    when digits_of(manager) = trim(manager) then source || ':' || trim(manager)
    else 'm:' || substr(sha256_hex(coalesce(normal_name(manager), trim(manager))), 1, 12)
    end;
create temporary function has_role(roles string, role string) returns boolean return contains(',' || replace(lower(coalesce(roles, '')), ' ', '') || ',', ',' || role || ',');
-- that a value of such quantiles is x or more, straight between them
create temporary function chance_of(x double, low_95 double, low_80 double, low_50 double, mid double, high_50 double, high_80 double, high_95 double) returns double return case
    when x is null or mid is null then null
    when x < low_95 then 1 - 0.025e0 * x / low_95
    when x < low_80 then 0.975e0 - 0.075e0 * (x - low_95) / (low_80 - low_95)
    when x < low_50 then 0.9e0 - 0.15e0 * (x - low_80) / (low_50 - low_80)
    when x < mid then 0.75e0 - 0.25e0 * (x - low_50) / (mid - low_50)
    when x < high_50 then 0.5e0 - 0.25e0 * (x - mid) / (high_50 - mid)
    when x < high_80 then 0.25e0 - 0.15e0 * (x - high_50) / (high_80 - high_50)
    when x < high_95 then 0.1e0 - 0.075e0 * (x - high_80) / (high_95 - high_80)
    else 0.025e0 * high_95 / x
end;
