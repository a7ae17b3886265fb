-- Clocks, notes and owners for any record. A clock says by which rule it runs, and how sure it is.
create table clock (
  id uuid primary key default uuidv7(),
  record_type text not null,
  record_id uuid not null,
  kind text not null,
  area text not null,
  rule_key text not null,
  -- The rule and its companions, with the versions that applied.
  rules_applied jsonb not null,
  started_at timestamptz not null,
  due_at timestamptz not null,
  -- True when the span crosses days whose holidays nobody has published yet.
  uncertain boolean not null,
  paused_at timestamptz,
  paused_ms bigint not null default 0 check (paused_ms >= 0),
  stopped_at timestamptz,
  outcome text check (outcome in ('met', 'missed', 'void')),
  escalated_at timestamptz,
  check ((stopped_at is null) = (outcome is null)),
  check (stopped_at is null or paused_at is null)
);
create unique index clock_running on clock (record_id, kind) where stopped_at is null;
create index clock_by_record on clock (record_id, started_at);
create index clock_due on clock (due_at) where stopped_at is null and escalated_at is null;

-- What officers write for each other; never shown to the complainant or the agency.
create table note (
  id uuid primary key default uuidv7(),
  record_type text not null,
  record_id uuid not null,
  area text not null,
  author_id uuid not null,
  written_at timestamptz not null,
  key_id uuid not null references person_key (id),
  body_sealed bytea not null
);
create index note_by_record on note (record_id, written_at);

create function actor_sees_area(area text) returns boolean language sql stable parallel safe
  return actor_is_officer() and (actor_areas() is null or area = any (actor_areas()));

alter table clock enable row level security;
create policy clock_read on clock for select using (
  (select actor_kind()) = 'system'
  or ((select actor_is_officer())
    and ((select actor_areas()) is null or area = any ((select actor_areas())::text[])))
  or ((select actor_kind()) = 'complainant' and record_id::text = (select actor_id())));
create policy clock_add on clock for insert with check (true);
create policy clock_move on clock for update using ((select actor_agency()) is null);

alter table note enable row level security;
create policy note_read on note for select using (
  (select actor_kind()) = 'system'
  or ((select actor_is_officer())
    and ((select actor_areas()) is null or area = any ((select actor_areas())::text[]))));
create policy note_add on note for insert with check ((select actor_is_officer()));

grant select, insert, update on clock to become_app, become_jobs;
grant select, insert on note to become_app;
grant select on note to become_jobs;
