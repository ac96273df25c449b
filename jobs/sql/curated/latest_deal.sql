-- about   The winning version of every deal, as booked. A partial update keeps what it does not name. The card is the
--         customer that the deal names: its company, else its contact, else the name or INN written into it (a single
--         word is no name: such a deal has a card of its own).
-- grain   deal_id
-- column  deal_id            text
-- column  source             text
-- column  load_id            text           load of the winning version
-- column  item_load_id       text           load that its items come from
-- column  manager_load_id    text           load that its further managers come from
-- column  first_version      integer        version of the lake that first had it
-- column  card_entity        text           contact, company, name or deal; empty if no customer is named
-- column  card_id            text           the customer's card
-- column  title              text
-- column  pipeline           text
-- column  stage              text
-- column  outcome            text           open, won or lost
-- column  original_amount    decimal(18,2)  as booked
-- column  currency           text           as booked
-- column  created_at         instant
-- column  updated_at         instant
-- column  closed_at          instant
-- column  expected_close_on  date
-- column  manager            text           as written
-- column  contact_id         text
-- column  contact_name       text
-- column  company_id         text
-- column  company_name       text
-- column  inn                text           with valid check digits, else empty
-- column  channel            text
-- column  campaign           text
-- column  loss_reason        text
-- column  next_step_at       instant
-- column  is_deleted         boolean        marked by a tombstone; the facts stay
-- check   unique(deal_id)
-- check   in(outcome, open, won, lost)

with version as (
    select
        d.*,
        l.is_partial,
        row_number() over (
            partition by d.id order by d.updated_at desc, l.load_rank desc, d.line desc
        ) as age,
        min(l.loaded_version) over (partition by d.id) as first_version
    from raw.deal as d
    join curated.load as l on l.load_id = d.load_id
),

-- how far back an update that names only some columns has to look: to the last whole version
reach as (
    select
        v.id,
        coalesce(min(case when not v.is_partial then v.age end), max(v.age)) as last_age
    from version as v
    group by v.id
    having count_if(v.age = 1 and v.is_partial) > 0
),

item_load as (
    select distinct i.load_id, i.deal_id
    from raw.deal_item as i
),

manager_load as (
    select distinct m.load_id, m.deal_id
    from raw.deal_manager as m
),

earlier as (
    select
        v.id,
        min_by(v.load_id, v.age) filter (where i.load_id is not null) as item_load_id,
        min_by(v.load_id, v.age) filter (where m.load_id is not null) as manager_load_id,
        min_by(v.title, v.age) filter (where v.title is not null) as title,
        min_by(v.pipeline, v.age) filter (where v.pipeline is not null) as pipeline,
        min_by(v.stage, v.age) filter (where v.stage is not null) as stage,
        min_by(v.outcome, v.age) filter (where v.outcome is not null) as outcome,
        min_by(v.amount, v.age) filter (where v.amount is not null) as amount,
        min_by(v.currency, v.age) filter (where v.currency is not null) as currency,
        min_by(v.created_at, v.age) filter (where v.created_at is not null) as created_at,
        min_by(v.updated_at, v.age) filter (where v.updated_at is not null) as updated_at,
        min_by(v.closed_at, v.age) filter (where v.closed_at is not null) as closed_at,
        min_by(v.expected_close_on, v.age) filter (where v.expected_close_on is not null) as expected_close_on,
        min_by(v.manager, v.age) filter (where v.manager is not null) as manager,
        min_by(v.contact_id, v.age) filter (where v.contact_id is not null) as contact_id,
        min_by(v.contact_name, v.age) filter (where v.contact_name is not null) as contact_name,
        min_by(v.company_id, v.age) filter (where v.company_id is not null) as company_id,
        min_by(v.company_name, v.age) filter (where v.company_name is not null) as company_name,
        min_by(v.inn, v.age) filter (where v.inn is not null) as inn,
        min_by(v.channel, v.age) filter (where v.channel is not null) as channel,
        min_by(v.campaign, v.age) filter (where v.campaign is not null) as campaign,
        min_by(v.loss_reason, v.age) filter (where v.loss_reason is not null) as loss_reason,
        min_by(v.next_step_at, v.age) filter (where v.next_step_at is not null) as next_step_at,
        min_by(v.is_deleted, v.age) filter (where v.is_deleted is not null) as is_deleted
    from version as v
    join reach as r on r.id = v.id and v.age <= r.last_age
    left join item_load as i on i.load_id = v.load_id and i.deal_id = v.id
    left join manager_load as m on m.load_id = v.load_id and m.deal_id = v.id
    group by v.id
),

latest as (
    select
        v.id as deal_id,
        v.source,
        v.load_id,
        coalesce(e.item_load_id, v.load_id) as item_load_id,
        coalesce(e.manager_load_id, v.load_id) as manager_load_id,
        v.first_version,
        coalesce(v.title, e.title) as title,
        coalesce(v.pipeline, e.pipeline) as pipeline,
        coalesce(v.stage, e.stage) as stage,
        coalesce(v.outcome, e.outcome, 'open') as outcome,
        coalesce(v.amount, e.amount) as original_amount,
        coalesce(v.currency, e.currency) as currency,
        coalesce(v.created_at, e.created_at) as created_at,
        coalesce(v.updated_at, e.updated_at) as updated_at,
        coalesce(v.closed_at, e.closed_at) as closed_at,
        coalesce(v.expected_close_on, e.expected_close_on) as expected_close_on,
        nullif(trim(coalesce(v.manager, e.manager)), '') as manager,
        coalesce(v.contact_id, e.contact_id) as contact_id,
        nullif(trim(coalesce(v.contact_name, e.contact_name)), '') as contact_name,
        coalesce(v.company_id, e.company_id) as company_id,
        nullif(trim(coalesce(v.company_name, e.company_name)), '') as company_name,
        valid_inn(coalesce(v.inn, e.inn)) as inn,
        coalesce(v.channel, e.channel) as channel,
        coalesce(v.campaign, e.campaign) as campaign,
        coalesce(v.loss_reason, e.loss_reason) as loss_reason,
        coalesce(v.next_step_at, e.next_step_at) as next_step_at,
        coalesce(v.is_deleted, e.is_deleted, false) as is_deleted
    from version as v
    left join earlier as e on e.id = v.id
    where v.age = 1
)

select
    d.*,
    case
        when d.company_id is not null then 'company'
        when d.contact_id is not null then 'contact'
        when d.inn is not null or d.company_name is not null or d.contact_name like '% %' then 'name'
        when d.contact_name is not null then 'deal'
    end as card_entity,
    case
        when d.company_id is not null then d.company_id
        when d.contact_id is not null then d.contact_id
        when d.inn is not null or d.company_name is not null or d.contact_name like '% %'
            then named_card_id(d.source, d.inn, null, coalesce(d.company_name, d.contact_name))
        when d.contact_name is not null then d.deal_id
    end as card_id
from latest as d
