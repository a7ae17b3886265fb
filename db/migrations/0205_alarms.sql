-- What was wrong with the installation, from when to when, and who was told. Nothing of any person
-- but the addresses of those who keep it alive.
create table alarm (
  id uuid primary key default uuidv7(),
  -- The name of a check in src/platform/operations/checks.ts.
  what text not null check (what ~ '^[a-z-]+$'),
  state text not null check (state in ('attention', 'danger')),
  seen_at timestamptz not null,
  -- Null until a second look saw the same: what is seen once only is forgotten.
  raised_at timestamptz,
  -- Since when it was seen to be worse, or well: both count from the second look on.
  worse_since timestamptz,
  well_since timestamptz,
  -- The last time that anybody was to be told.
  told_at timestamptz,
  ended_at timestamptz check (ended_at >= raised_at)
);
create unique index alarm_open on alarm (what) where ended_at is null;
create index alarm_by_time on alarm (raised_at desc, id desc);

create table alarm_notice (
  id uuid primary key default uuidv7(),
  alarm_id uuid not null references alarm (id),
  kind text not null check (kind in ('begun', 'worse', 'lasts', 'ended')),
  made_at timestamptz not null,
  -- What was seen when it was made: in the unit of the check.
  state text not null check (state in ('good', 'attention', 'danger')),
  value double precision,
  problem text check (problem ~ '^[a-z-]+$'),
  channel text not null check (channel in ('email', 'telegram')),
  recipient_sealed bytea not null,
  -- `unknown` stands from before a try until its answer; `replaced` by a later one.
  status text not null default 'waiting'
    check (status in ('waiting', 'unknown', 'sent', 'refused', 'replaced')),
  attempts integer not null default 0,
  next_try_at timestamptz,
  settled_at timestamptz,
  code text check (code ~ '^[a-z0-9-]{1,40}$'),
  check ((next_try_at is null) = (status in ('sent', 'refused', 'replaced')))
);
create index alarm_notice_of_alarm on alarm_notice (alarm_id, made_at);
create index alarm_notice_due on alarm_notice (next_try_at) where next_try_at is not null;

alter table alarm enable row level security;
create policy alarm_read on alarm for select using (
  (select actor_kind()) = 'system' or 'administrator' = any ((select actor_roles())::text[]));
create policy alarm_add on alarm for insert with check ((select actor_kind()) = 'system');
create policy alarm_move on alarm for update using ((select actor_kind()) = 'system');
create policy alarm_forget on alarm for delete using (
  (select actor_kind()) = 'system' and raised_at is null);
alter table alarm_notice enable row level security;
create policy alarm_notice_read on alarm_notice for select using (
  (select actor_kind()) = 'system' or 'administrator' = any ((select actor_roles())::text[]));
create policy alarm_notice_add on alarm_notice for insert with check (
  (select actor_kind()) = 'system');
create policy alarm_notice_move on alarm_notice for update using (
  (select actor_kind()) = 'system');
create policy alarm_notice_end on alarm_notice for delete using (
  (select actor_kind()) = 'system' and next_try_at is null);
grant select on alarm, alarm_notice to become_app;
grant select, insert, delete on alarm, alarm_notice to become_jobs;
grant update (state, raised_at, worse_since, well_since, told_at, ended_at) on alarm to become_jobs;
grant update (status, attempts, next_try_at, settled_at, code) on alarm_notice to become_jobs;
