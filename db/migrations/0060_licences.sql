-- A licence per agency, with an authorisation per destination. The row says what holds now; its
-- events say how it came to it. A licence that ended stays: liability does not end with it.
create table licence (
  id uuid primary key default uuidv7(),
  agency_id uuid not null references agency (id),
  number text not null unique check (length(number) between 1 and 60),
  -- From platform/text, for search.
  number_key text not null,
  status text not null default 'applied'
    check (status in ('applied', 'refused', 'granted', 'suspended', 'revoked', 'expired', 'surrendered')),
  version integer not null default 1,
  prakas text,
  valid_from date,
  -- The last day; null while no end is set: how long a licence is valid is not known.
  valid_to date,
  suspended_on date,
  -- The last day of the suspension, or what must be done before it ends.
  suspended_until date,
  condition text check (condition ~ '^[a-z-]+$'),
  ended_on date,
  check (valid_from <= valid_to),
  check (status = 'applied' or status = 'refused' or valid_from is not null),
  check ((status = 'suspended') = (suspended_on is not null)),
  check (status <> 'suspended' or suspended_until is not null or condition is not null),
  check (status = 'suspended' or (suspended_until is null and condition is null)),
  check ((status in ('revoked', 'expired', 'surrendered')) = (ended_on is not null))
);
create index licence_by_agency on licence (agency_id);
create index licence_by_number_key on licence (number_key);
create index licence_by_end on licence (valid_to) where status in ('granted', 'suspended');

create table licence_destination (
  licence_id uuid not null references licence (id),
  destination_code text not null references destination (code),
  sector text not null check (sector in ('general', 'domestic-work')),
  from_day date not null,
  to_day date,
  primary key (licence_id, destination_code, sector, from_day),
  check (from_day <= to_day)
);

-- Why an officer decided: for officers only. What the public may know stands in the events.
create table licence_decision (
  id uuid primary key default uuidv7(),
  licence_id uuid not null references licence (id),
  action text not null,
  reason text not null check (reason ~ '^[a-z-]+$'),
  note text not null check (length(note) between 1 and 4000),
  -- Which rules of the law were applied, with their versions.
  rules jsonb not null default '[]',
  decided_by text not null,
  decided_at timestamptz not null
);
create index licence_decision_by_licence on licence_decision (licence_id, decided_at);

alter table licence enable row level security;
create policy licence_read on licence for select using (
  (status not in ('applied', 'refused') and exists (select from agency a where a.id = agency_id))
  or agency_id = (select actor_agency())
  or (select actor_is_officer()) or (select actor_kind()) = 'system');
create policy licence_add on licence for insert with check ((select actor_licenses()));
create policy licence_move on licence for update using (
  (select actor_licenses()) or (select actor_kind()) = 'system');

alter table licence_destination enable row level security;
create policy licence_destination_read on licence_destination for select using (
  exists (select from licence l where l.id = licence_id));
create policy licence_destination_add on licence_destination for insert
  with check ((select actor_licenses()));
create policy licence_destination_end on licence_destination for update
  using ((select actor_licenses()));

alter table licence_decision enable row level security;
create policy licence_decision_read on licence_decision for select using (
  (select actor_is_officer()) or (select actor_kind()) = 'system');
create policy licence_decision_add on licence_decision for insert with check (
  (select actor_licenses()) or (select actor_kind()) = 'system');

grant select on licence, licence_destination to become_app, become_jobs;
grant select, insert on licence_decision to become_app, become_jobs;
grant insert on licence, licence_destination to become_app;
grant update (status, version, valid_from, valid_to, suspended_on, suspended_until, condition, ended_on)
  on licence to become_app, become_jobs;
grant update (to_day) on licence_destination to become_app;
