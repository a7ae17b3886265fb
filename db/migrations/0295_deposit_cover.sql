-- What a deposit stands for: open sums and workers abroad, with its history; and that job orders of
-- an agency whose deposit is short are let through although it is.
create table workers_abroad (
  id uuid primary key default uuidv7(),
  agency_id uuid not null,
  -- The day of which the agency speaks; accepted as declared.
  on_day date not null,
  workers integer not null check (workers between 0 and 1000000),
  declared_by uuid not null,
  declared_at timestamptz not null
);
create index workers_abroad_newest on workers_abroad (agency_id, on_day desc, id desc);
alter table workers_abroad enable row level security;
create policy workers_abroad_read on workers_abroad for select using (case
  when (select actor_agency()) is not null then agency_id = (select actor_agency())
  else (select actor_kind()) = 'system' or (select actor_is_officer()) end);
create policy workers_abroad_declare on workers_abroad for insert with check (
  (select actor_kind()) = 'system'
  or (agency_id = (select actor_agency()) and declared_by::text = (select actor_id())));
grant select on workers_abroad to become_app, become_jobs;
grant insert on workers_abroad to become_app;

-- One line for each day on which something of it changed, in the currency of the minimum.
create table deposit_cover (
  agency_id uuid not null,
  day date not null,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  held bigint not null,
  required bigint,
  -- What is owed and claimed; of some the sum is open, or no rate is known.
  open_sums bigint not null,
  uncounted integer not null,
  workers integer,
  primary key (agency_id, day)
);
alter table deposit_cover enable row level security;
create policy deposit_cover_read on deposit_cover for select using (
  (select actor_kind()) = 'system' or (select actor_is_officer()));
create policy deposit_cover_keep on deposit_cover for insert with check (
  (select actor_kind()) = 'system');
create policy deposit_cover_again on deposit_cover for update using (
  (select actor_kind()) = 'system');
grant select on deposit_cover to become_app;
grant select, insert, update on deposit_cover to become_jobs;

-- What these agencies owe and what is claimed from them, as sums alone: who answers for deposits
-- need not see the cases. A claim of somebody to whom something was awarded counts as the award. A
-- sum that is open is counted, not added.
create function open_sums_of_agencies(wanted uuid[])
returns table (agency_id uuid, currency text, minor bigint, uncounted integer)
language sql stable security definer set search_path = pg_catalog, public as $$
  select one.agency_id, one.currency, sum(one.minor)::bigint, (count(*) - count(one.minor))::int
  from (
    select d.debtor_agency_id as agency_id, d.currency, (o.balance + p.balance) as minor
    from due d
    join ledger_account o on o.due_id = d.id and o.kind = 'owed'
    join ledger_account p on p.due_id = d.id and p.kind = 'paid'
    where d.debtor_agency_id = any (wanted) and o.balance + p.balance > 0
    union all
    select a.agency_id, l.currency, l.minor
    from (
      select c.id, c.agency_id from complaint c
      where c.agency_id = any (wanted) and c.closed_at is null
      union
      select y.complaint_id, y.agency_id from case_party y join complaint c on c.id = y.complaint_id
      where y.agency_id = any (wanted) and y.ended_at is null and c.closed_at is null) a
    join case_claim l on l.complaint_id = a.id
    where l.direction = 'of-worker' and l.state in ('alleged', 'disputed')
      and not exists (select from due d
        where d.case_id = l.complaint_id and d.beneficiary_id = l.person_id)) one
  where actor_kind() = 'system' or (actor_kind() = 'person' and actor_agency() is null
    and actor_is_officer())
  group by one.agency_id, one.currency
$$;
revoke all on function open_sums_of_agencies from public;
grant execute on function open_sums_of_agencies to become_app, become_jobs;

-- Proposed by one, signed by a second, for the days that it names.
create table deposit_override (
  id uuid primary key default uuidv7(),
  agency_id uuid not null,
  from_day date not null,
  until_day date not null check (until_day >= from_day),
  reason text not null check (length(reason) between 1 and 4000),
  status text not null default 'proposed'
    check (status in ('proposed', 'signed', 'refused', 'withdrawn')),
  version integer not null default 1,
  proposed_by uuid not null,
  proposed_at timestamptz not null,
  decided_by uuid,
  decided_at timestamptz,
  decided_reason text check (length(decided_reason) between 1 and 4000),
  check ((status = 'proposed') = (decided_by is null)),
  check ((decided_by is null) = (decided_at is null)),
  constraint deposit_override_by_two check (status <> 'signed' or decided_by <> proposed_by),
  check ((status in ('refused', 'withdrawn')) = (decided_reason is not null))
);
create index deposit_override_by_agency on deposit_override (agency_id, until_day desc);
alter table deposit_override enable row level security;
create policy deposit_override_read on deposit_override for select using (case
  when (select actor_agency()) is not null
    then agency_id = (select actor_agency()) and status = 'signed'
  else (select actor_kind()) = 'system' or (select actor_is_officer())
    or (select actor_signs_draws()) end);
create policy deposit_override_propose on deposit_override for insert with check (
  (select actor_kind()) = 'system' or ((select actor_keeps_deposits()) and status = 'proposed'
    and proposed_by::text = (select actor_id())));
create policy deposit_override_decide on deposit_override for update
  using ((select actor_kind()) = 'system' or (select actor_keeps_deposits())
    or (select actor_signs_draws()))
  with check ((select actor_kind()) = 'system' or (decided_by::text = (select actor_id())
    and (status <> 'signed' or (select actor_signs_draws()))));
grant select on deposit_override to become_app, become_jobs;
grant insert on deposit_override to become_app;
grant update (status, version, decided_by, decided_at, decided_reason) on deposit_override
  to become_app;
