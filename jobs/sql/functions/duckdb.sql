-- What DuckDB and Spark spell differently, under one name; the twin of spark.sql.

create or replace macro days_between(a, b) as date_diff('day', a, b);
create or replace macro week_of(d) as cast(date_trunc('week', d) as date);
create or replace macro month_of(d) as cast(date_trunc('month', d) as date);
create or replace macro add_months(d, n) as cast(d + to_months(cast(n as integer)) as date);
create or replace macro local_date(instant, zone) as cast(timezone(zone, timezone('UTC', instant)) as date);
create or replace macro regexp_replace_all(s, p, r) as regexp_replace(s, p, r, 'g');
create or replace macro sha256_hex(s) as sha256(s);
create or replace macro median_of(a) as list_aggregate(a, 'median');
create or replace macro comma_list(a) as nullif(array_to_string(list_sort(list_distinct(a)), ', '), '');
create or replace macro quotient(a, b) as cast(a as hugeint) // cast(b as hugeint);
create or replace macro ratio4(a, b) as cast(sign(a) * sign(b) * ((cast(round(abs(a) * 1000000) as hugeint) * 20000 + cast(round(abs(b) * 1000000) as hugeint)) // (2 * nullif(cast(round(abs(b) * 1000000) as hugeint), 0))) as decimal(38, 0)) * 0.0001;
create or replace macro digits_of(s) as regexp_replace(s, '[^0-9]', '', 'g');
create or replace macro digit_at(s, i) as try_cast(substr(s, i, 1) as integer);
create or replace macro valid_inn(s) as case
    when length(digits_of(s)) = 10
        and (2 * digit_at(digits_of(s), 1) + 4 * digit_at(digits_of(s), 2) + 10 * digit_at(digits_of(s), 3) + 3 * digit_at(digits_of(s), 4) + 5 * digit_at(digits_of(s), 5) + 9 * digit_at(digits_of(s), 6) + 4 * digit_at(digits_of(s), 7) + 6 * digit_at(digits_of(s), 8) + 8 * digit_at(digits_of(s), 9)) % 11 % 10 = digit_at(digits_of(s), 10)
        and digits_of(s) <> '0000000000' then digits_of(s)
    when length(digits_of(s)) = 12
        and (7 * digit_at(digits_of(s), 1) + 2 * digit_at(digits_of(s), 2) + 4 * digit_at(digits_of(s), 3) + 10 * digit_at(digits_of(s), 4) + 3 * digit_at(digits_of(s), 5) + 5 * digit_at(digits_of(s), 6) + 9 * digit_at(digits_of(s), 7) + 4 * digit_at(digits_of(s), 8) + 6 * digit_at(digits_of(s), 9) + 8 * digit_at(digits_of(s), 10)) % 11 % 10 = digit_at(digits_of(s), 11)
        and (3 * digit_at(digits_of(s), 1) + 7 * digit_at(digits_of(s), 2) + 2 * digit_at(digits_of(s), 3) + 4 * digit_at(digits_of(s), 4) + 10 * digit_at(digits_of(s), 5) + 3 * digit_at(digits_of(s), 6) + 5 * digit_at(digits_of(s), 7) + 9 * digit_at(digits_of(s), 8) + 4 * digit_at(digits_of(s), 9) + 6 * digit_at(digits_of(s), 10) + 8 * digit_at(digits_of(s), 11)) % 11 % 10 = digit_at(digits_of(s), 12)
        and digits_of(s) <> '000000000000' then digits_of(s)
    end;
create or replace macro valid_kpp(s) as case when length(trim(s)) = 9 and trim(s) <> '000000000' then trim(s) end;
create or replace macro normal_name(s) as nullif(trim(regexp_replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(
    ' ' || regexp_replace(replace(lower(s), 'ё', 'е'), '[^\p{L}\p{N}]+', '  ', 'g') || ' ',
    ' общество  с  ограниченной  ответственностью ', ' '), ' индивидуальный  предприниматель ', ' '), ' ооо ', ' '), ' ип ', ' '), ' оао ', ' '), ' пао ', ' '), ' зао ', ' '), ' ао ', ' '), ' llc ', ' '), ' ltd ', ' '),
    ' +', ' ', 'g')), '');
create or replace macro has_legal_form(s) as regexp_matches(' ' || regexp_replace(lower(s), '[^\p{L}\p{N}]+', ' ', 'g') || ' ', ' (ооо|оао|пао|зао|ао|ип|общество|компания|llc|ltd|sa|sl|slu|sas|srl) ');
create or replace macro named_card_id(source, inn, kpp, name) as source || ':~' || substr(sha256_hex(coalesce(valid_inn(inn), '') || '/' || coalesce(valid_kpp(kpp), '') || '/' || coalesce(normal_name(name), lower(trim(name)), '')), 1, 16);
create or replace macro manager_id(source, manager) as case
    when nullif(trim(manager), '') is null then null
    when digits_of(manager) = trim(manager) then source || ':' || trim(manager)
    else 'm:' || substr(sha256_hex(coalesce(normal_name(manager), trim(manager))), 1, 12)
    end;
create or replace macro has_role(roles, role) as contains(',' || replace(lower(coalesce(roles, '')), ' ', '') || ',', ',' || role || ',');
-- that a value of such quantiles is x or more, straight between them
create or replace macro chance_of(x, low_95, low_80, low_50, mid, high_50, high_80, high_95) as case
    when x is null or mid is null then null
    when cast(x as double) < cast(low_95 as double) then 1 - 0.025e0 * cast(x as double) / cast(low_95 as double)
    when cast(x as double) < cast(low_80 as double) then 0.975e0 - 0.075e0 * (cast(x as double) - cast(low_95 as double)) / (cast(low_80 as double) - cast(low_95 as double))
    when cast(x as double) < cast(low_50 as double) then 0.9e0 - 0.15e0 * (cast(x as double) - cast(low_80 as double)) / (cast(low_50 as double) - cast(low_80 as double))
    when cast(x as double) < cast(mid as double) then 0.75e0 - 0.25e0 * (cast(x as double) - cast(low_50 as double)) / (cast(mid as double) - cast(low_50 as double))
    when cast(x as double) < cast(high_50 as double) then 0.5e0 - 0.25e0 * (cast(x as double) - cast(mid as double)) / (cast(high_50 as double) - cast(mid as double))
    when cast(x as double) < cast(high_80 as double) then 0.25e0 - 0.15e0 * (cast(x as double) - cast(high_50 as double)) / (cast(high_80 as double) - cast(high_50 as double))
    when cast(x as double) < cast(high_95 as double) then 0.1e0 - 0.075e0 * (cast(x as double) - cast(high_80 as double)) / (cast(high_95 as double) - cast(high_80 as double))
    else 0.025e0 * cast(high_95 as double) / cast(x as double)
end;
