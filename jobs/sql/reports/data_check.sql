-- about   What is wrong or missing in the data, and how much money it touches. Amounts are of the 12 months up to as_of.
--         Severity: ok where nothing is found; else the check's own, or the higher one where it touches the share of money given for it.
--         A deal and a sale are taken for one if party and amount (within 12 %) agree and their days lie within 31.
-- grain   check_id
-- column  position      integer        worst first
-- column  check_id      text
-- column  severity      text           ok, notice, warning or error
-- column  rows          integer        rows concerned; empty where something is missing as a whole
-- column  amount        decimal(18,2)  money concerned; empty where it has none
-- column  total_amount  decimal(18,2)  of so much
-- column  example       text           the first of them: an id, or file and line; never a name
-- check   unique(check_id)
-- check   unique(position)
-- check   not_null(check_id, severity)
-- check   in(severity, ok, notice, warning, error)
-- check   where(severity = 'ok' or rows is null or rows > 0)

with listed as (
    select list_position, check_id, severity, share_limit, severity_over
    from (values
        (1, 'unknown_rate', 'warning', 0.01, 'error'),
        (2, 'rejected_rows', 'warning', 0.05, 'error'),
        (3, 'no_sales_ledger', 'warning', 2.0, 'warning'),
        (4, 'no_cost', 'notice', 0.01, 'warning'),
        (5, 'unknown_tax', 'notice', 0.01, 'warning'),
        (6, 'document_totals_differ', 'warning', 2.0, 'warning'),
        (7, 'conflicting_versions', 'warning', 2.0, 'warning'),
        (8, 'unfinished_week', 'warning', 2.0, 'warning'),
        (9, 'sales_not_in_crm', 'notice', 0.02, 'warning'),
        (10, 'deals_not_shipped', 'notice', 0.02, 'warning'),
        (11, 'late_entry', 'notice', 0.05, 'warning'),
        (12, 'no_payments', 'notice', 2.0, 'notice'),
        (13, 'no_plan', 'notice', 2.0, 'notice'),
        (14, 'no_crm', 'notice', 2.0, 'notice'),
        (15, 'placeholder_parties', 'notice', 0.1, 'warning'),
        (16, 'missing_inn', 'notice', 0.2, 'warning'),
        (17, 'duplicate_cards', 'notice', 2.0, 'notice'),
        (18, 'negative_net_customers', 'notice', 2.0, 'notice')
    ) as t (list_position, check_id, severity, share_limit, severity_over)
),

line as (
    select
        l.sale_id,
        l.line,
        l.sold_on,
        l.party_id,
        l.operation,
        case when p.revenue_basis = 'net' then l.net_amount else l.gross_amount end as amount,
        l.gross_amount,
        l.net_amount,
        l.cost_amount,
        l.original_amount
    from curated.sales_line as l
    cross join params as p
    where l.sold_on <= p.as_of and l.sold_on > add_months(p.as_of, -12)
),

whole as (
    select coalesce(sum(amount), 0) as amount
    from line
),

sale as (
    select
        l.sale_id,
        l.party_id,
        l.sold_on,
        sum(l.gross_amount) as amount
    from line as l
    left join curated.party as c on c.party_id = l.party_id
    where l.operation = 'sale' and not coalesce(c.is_anonymous, false)
    group by l.sale_id, l.party_id, l.sold_on
    having sum(l.gross_amount) > 0
),

won as (
    select
        d.deal_id,
        d.party_id,
        d.created_on,
        d.closed_on,
        d.amount
    from curated.deal as d
    cross join params as p
    where d.outcome = 'won'
        and not coalesce(d.is_deleted, false)
        and d.closed_on <= p.as_of
        and d.closed_on > add_months(p.as_of, -12)
),

-- an open deal may belong to a sale of these days, too
entered as (
    select
        d.deal_id,
        d.party_id,
        d.created_on,
        coalesce(d.closed_on, p.as_of) as closed_on,
        d.amount
    from curated.deal as d
    cross join params as p
    where d.outcome <> 'lost' and not coalesce(d.is_deleted, false)
),

pair as (
    select
        s.sale_id,
        s.sold_on,
        d.deal_id,
        d.created_on
    from sale as s
    inner join entered as d
        on d.party_id = s.party_id
        and s.sold_on between least(d.created_on, d.closed_on - 31) and d.closed_on + 31
        and abs(s.amount - d.amount) <= 0.12 * s.amount
),

money as (
    select
        s.party_id,
        sum(s.amount) as amount
    from line as s
    group by s.party_id
),

customer as (
    select
        c.party_id,
        c.kind,
        c.inn,
        coalesce(c.is_placeholder, false) as is_placeholder,
        m.amount
    from money as m
    inner join curated.party as c on c.party_id = m.party_id
    where not coalesce(c.is_anonymous, false)
),

document_total as (
    select
        d.document_id,
        d.amount as printed,
        sum(abs(l.original_amount)) as added
    from line as l
    inner join curated.latest_document as d on d.document_id = l.sale_id
    where d.amount is not null
    group by d.document_id, d.amount
),

-- cards that somebody made; an id with ~ stands for what was written into another record
extra_card as (
    select
        party_id,
        source,
        entity,
        count(*) - 1 as cards,
        max(source_id) as source_id
    from curated.party_xref
    where entity in ('contact', 'company') and source_id not like '%:~%'
    group by party_id, source, entity
    having count(*) > 1
),

has as (
    select
        (select count(*) from curated.deal) > 0 as crm,
        (select max(basis) from curated.sales_basis) as basis,
        (select count(*) from curated.payment where direction = 'in') > 0 as payments,
        (select max(sold_on) from line) as sold_until
),

planned as (
    select count(*) as days
    from curated.plan_day as d
    cross join params as p
    where d.scope = 'company' and d.metric = 'revenue' and d.day_on between week_of(p.as_of) and p.as_of
),

found as (
    select
        'unknown_rate' as check_id,
        count(*) > 0 as is_found,
        count(*) as rows,
        sum(original_amount) as amount,
        cast(null as decimal(18, 2)) as total_amount,
        min(sale_id) as example
    from line
    where gross_amount is null and original_amount is not null
    union all
    select
        'rejected_rows' as check_id,
        count(*) > 0 as is_found,
        count(*) as rows,
        cast(null as decimal(18, 2)) as amount,
        cast(null as decimal(18, 2)) as total_amount,
        min(file || ':' || position) as example
    from raw.rejected
    union all
    select
        'no_sales_ledger' as check_id,
        coalesce(basis, 'none') in ('deals', 'none') as is_found,
        cast(null as bigint) as rows,
        cast(null as decimal(18, 2)) as amount,
        cast(null as decimal(18, 2)) as total_amount,
        cast(null as string) as example
    from has
    union all
    select
        'no_cost' as check_id,
        count(*) > 0 as is_found,
        count(*) as rows,
        sum(l.amount) as amount,
        max(w.amount) as total_amount,
        min(l.sale_id || ' ' || cast(l.line as string)) as example
    from line as l
    cross join whole as w
    where l.cost_amount is null
    union all
    select
        'unknown_tax' as check_id,
        count(*) > 0 as is_found,
        count(*) as rows,
        sum(l.gross_amount) as amount,
        max(w.amount) as total_amount,
        min(l.sale_id || ' ' || cast(l.line as string)) as example
    from line as l
    cross join whole as w
    where l.net_amount is null and l.gross_amount is not null
    union all
    select
        'document_totals_differ' as check_id,
        count(*) > 0 as is_found,
        count(*) as rows,
        sum(abs(printed - added)) as amount,
        cast(null as decimal(18, 2)) as total_amount,
        min(document_id) as example
    from document_total
    where abs(printed - added) > 0.05
    union all
    select
        'conflicting_versions' as check_id,
        count(*) > 0 as is_found,
        count(*) as rows,
        cast(null as decimal(18, 2)) as amount,
        cast(null as decimal(18, 2)) as total_amount,
        min(entity || ' ' || id) as example
    from curated.conflict
    union all
    select
        'unfinished_week' as check_id,
        week_of(p.as_of) + 6 > p.as_of or coalesce(h.sold_until < week_of(p.as_of), true) as is_found,
        cast(null as bigint) as rows,
        cast(null as decimal(18, 2)) as amount,
        cast(null as decimal(18, 2)) as total_amount,
        cast(h.sold_until as string) as example
    from params as p
    cross join has as h
    union all
    select
        'sales_not_in_crm' as check_id,
        count(*) > 0 as is_found,
        count(*) as rows,
        sum(s.amount) as amount,
        max(w.amount) as total_amount,
        min(s.sale_id) as example
    from sale as s
    cross join whole as w
    cross join has as h
    left join (select distinct sale_id from pair) as x on x.sale_id = s.sale_id
    where x.sale_id is null and h.crm and h.basis in ('shipments', 'orders')
    union all
    select
        'deals_not_shipped' as check_id,
        count(*) > 0 as is_found,
        count(*) as rows,
        sum(d.amount) as amount,
        (select sum(amount) from won) as total_amount,
        min(d.deal_id) as example
    from won as d
    cross join params as p
    cross join has as h
    left join (select distinct deal_id from pair) as x on x.deal_id = d.deal_id
    where x.deal_id is null and d.closed_on <= p.as_of - 7 and d.amount > 0 and h.basis in ('shipments', 'orders')
    union all
    select
        'late_entry' as check_id,
        count(*) > 0 as is_found,
        count(*) as rows,
        sum(d.amount) as amount,
        (select sum(amount) from won) as total_amount,
        min(d.deal_id) as example
    from won as d
    inner join (select deal_id, max(sold_on) as sold_on from pair group by deal_id) as x on x.deal_id = d.deal_id
    where x.sold_on < d.created_on
    union all
    select
        'no_payments' as check_id,
        not payments as is_found,
        cast(null as bigint) as rows,
        cast(null as decimal(18, 2)) as amount,
        cast(null as decimal(18, 2)) as total_amount,
        cast(null as string) as example
    from has
    union all
    select
        'no_plan' as check_id,
        days = 0 as is_found,
        cast(null as bigint) as rows,
        cast(null as decimal(18, 2)) as amount,
        cast(null as decimal(18, 2)) as total_amount,
        cast(null as string) as example
    from planned
    union all
    select
        'no_crm' as check_id,
        not crm as is_found,
        cast(null as bigint) as rows,
        cast(null as decimal(18, 2)) as amount,
        cast(null as decimal(18, 2)) as total_amount,
        cast(null as string) as example
    from has
    union all
    select
        'placeholder_parties' as check_id,
        count(*) > 0 as is_found,
        count(*) as rows,
        sum(c.amount) as amount,
        max(w.amount) as total_amount,
        min(c.party_id) as example
    from customer as c
    cross join whole as w
    where c.is_placeholder
    union all
    select
        'missing_inn' as check_id,
        count(*) > 0 as is_found,
        count(*) as rows,
        sum(c.amount) as amount,
        max(w.amount) as total_amount,
        min(c.party_id) as example
    from customer as c
    cross join whole as w
    where c.kind = 'organisation' and c.inn is null and not c.is_placeholder
    union all
    select
        'duplicate_cards' as check_id,
        count(*) > 0 as is_found,
        sum(cards) as rows,
        cast(null as decimal(18, 2)) as amount,
        cast(null as decimal(18, 2)) as total_amount,
        min(source_id) as example
    from extra_card
    union all
    select
        'negative_net_customers' as check_id,
        count(*) > 0 as is_found,
        count(*) as rows,
        sum(amount) as amount,
        cast(null as decimal(18, 2)) as total_amount,
        min(party_id) as example
    from (
        select
            party_id,
            sum(amount) as amount
        from scores.party_day
        where not is_anonymous
        group by party_id
    ) as t
    where amount <= 0
),

-- rejected rows have no money: their share is that of all records
records as (
    select cast(sum(records) as double) as records
    from raw.file
),

judged as (
    select
        l.list_position,
        f.*,
        case
            when not f.is_found then 'ok'
            when f.check_id = 'rejected_rows' and f.rows > l.share_limit * r.records then l.severity_over
            when abs(f.amount) > l.share_limit * f.total_amount then l.severity_over
            else l.severity
        end as severity
    from found as f
    inner join listed as l on l.check_id = f.check_id
    cross join records as r
)

select
    row_number() over (
        order by
            case severity when 'error' then 1 when 'warning' then 2 when 'notice' then 3 else 4 end,
            list_position
    ) as position,
    check_id,
    severity,
    rows,
    amount,
    total_amount,
    example
from judged
