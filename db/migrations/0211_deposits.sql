-- Deposits of agencies: held in the currency in which they were paid, as accounts that cannot go
-- below nothing. Every change of one has a number of the paper that proves it.
create table deposit (
  id uuid primary key default uuidv7(),
  -- No foreign key: money outlives the register.
  agency_id uuid not null,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  account_id uuid not null unique references ledger_account (id),
  -- Against which it stands: what the agency paid in.
  paid_in_id uuid not null unique references ledger_account (id),
  opened_at timestamptz not null,
  unique (agency_id, currency)
);

-- What an officer entered: money that came in or was given back. Draws stand in draw_order.
create table deposit_change (
  id uuid primary key default uuidv7(),
  deposit_id uuid not null references deposit (id),
  kind text not null check (kind in ('paid-in', 'released')),
  minor bigint not null check (minor between 1 and 1000000000000),
  -- The day that stands on the slip.
  on_day date not null,
  reference text not null check (length(reference) between 1 and 100),
  -- Why it was given back.
  reason text check (length(reason) between 1 and 4000),
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  check ((kind = 'released') = (reason is not null))
);
create index deposit_change_by_deposit on deposit_change (deposit_id, recorded_at desc, id desc);
-- One slip is entered once.
create unique index deposit_change_once on deposit_change (deposit_id, reference) where kind = 'paid-in';

-- That a deposit is filled up again, by a day that the law or an officer sets.
create table deposit_demand (
  id uuid primary key default uuidv7(),
  deposit_id uuid not null references deposit (id),
  -- What has to be held, and what was missing when it was demanded.
  target bigint not null check (target > 0),
  missing bigint not null check (missing > 0),
  due_on date not null,
  -- Why this day: the law's term is not known.
  reason text not null check (length(reason) between 1 and 4000),
  status text not null default 'open' check (status in ('open', 'met', 'withdrawn')),
  version integer not null default 1,
  made_by uuid not null,
  made_at timestamptz not null,
  ended_at timestamptz,
  ended_reason text check (length(ended_reason) between 1 and 4000),
  check ((status = 'open') = (ended_at is null)),
  check ((status = 'withdrawn') = (ended_reason is not null))
);
create unique index deposit_demand_open on deposit_demand (deposit_id) where status = 'open';
create index deposit_demand_by_deposit on deposit_demand (deposit_id, made_at desc);

-- Who enters what came in and demands what is missing.
create function actor_keeps_deposits() returns boolean language sql stable parallel safe
  return actor_kind() = 'person' and actor_agency() is null
    and actor_roles() && '{licensing-officer,licensing-head}'::text[];

alter table deposit enable row level security;
create policy deposit_read on deposit for select using (case
  when (select actor_agency()) is not null then agency_id = (select actor_agency())
  else (select actor_kind()) = 'system' or (select actor_is_officer()) end);
create policy deposit_open on deposit for insert with check (
  (select actor_kind()) = 'system' or (select actor_keeps_deposits()));

alter table deposit_change enable row level security;
create policy deposit_change_read on deposit_change for select using (
  exists (select from deposit d where d.id = deposit_id));
create policy deposit_change_add on deposit_change for insert with check ((select actor_kind()) = 'system'
  or ((select actor_keeps_deposits()) and recorded_by::text = (select actor_id())
    and (kind <> 'released' or 'licensing-head' = any ((select actor_roles())::text[]))));

alter table deposit_demand enable row level security;
create policy deposit_demand_read on deposit_demand for select using (
  exists (select from deposit d where d.id = deposit_id));
create policy deposit_demand_make on deposit_demand for insert with check ((select actor_kind()) = 'system'
  or ((select actor_keeps_deposits()) and made_by::text = (select actor_id())));
create policy deposit_demand_end on deposit_demand for update using (
  (select actor_kind()) = 'system' or (select actor_keeps_deposits()));

-- For the public page: since when a deposit holds less than this; null where it does not, where none
-- is entered, and where part of it is held in another currency, which nobody compares here.
create function deposit_short_since(wanted uuid, needed bigint, in_currency text) returns timestamptz
language sql stable security definer set search_path = pg_catalog, public as $$
  select p.posted_at
  from ledger_account a
  join ledger_entry e on e.account_id = a.id and e.balance_after < needed
    and e.version > coalesce((select max(version) from ledger_entry f
      where f.account_id = a.id and f.balance_after >= needed), 0)
  join ledger_posting p on p.id = e.posting_id
  where a.agency_id = wanted and a.kind = 'deposit' and a.currency = in_currency and a.balance < needed
    and not exists (select from ledger_account o where o.agency_id = wanted and o.kind = 'deposit'
      and o.currency <> in_currency and o.balance > 0)
  order by e.version limit 1
$$;
revoke all on function deposit_short_since from public;
grant execute on function deposit_short_since to become_app;

grant select on deposit, deposit_change, deposit_demand to become_app, become_jobs;
grant insert on deposit, deposit_change, deposit_demand to become_app;
grant update (status, version, ended_at, ended_reason) on deposit_demand to become_app;
