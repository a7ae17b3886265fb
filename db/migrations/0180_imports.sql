-- Files of other registers, brought in whole or not at all. A run keeps who, when, what was found
-- and what came of it; the file itself lies sealed and goes when the run has ended.

create table import_run (
  id uuid primary key default uuidv7(),
  kind text not null check (kind ~ '^[a-z-]+$'),
  status text not null default 'uploaded'
    check (status in ('uploaded', 'unreadable', 'checked', 'confirmed', 'done', 'out-of-date', 'dropped')),
  version integer not null default 1,
  -- Roles that may see and carry on a run of this kind.
  readers text[] not null check (cardinality(readers) > 0),
  key_id uuid not null references person_key (id),
  name_sealed bytea not null,
  -- Null once the file was removed.
  file_hash text check (file_hash ~ '^[0-9a-f]{64}$'),
  uploaded_by text not null,
  uploaded_at timestamptz not null,
  -- Why it could not be read.
  refusal text,
  line_count integer,
  problem_count integer,
  new_count integer,
  changed_count integer,
  unchanged_count integer,
  -- Of everything that was found: what is carried out is what was shown.
  findings_hash bytea,
  confirmed_by text,
  confirmed_at timestamptz,
  -- As whom it is carried out: the one who confirmed, with the roles of that moment.
  confirmed_as jsonb,
  done_count integer not null default 0,
  ended_at timestamptz,
  check ((status = 'unreadable') = (refusal is not null)),
  check (status not in ('checked', 'confirmed', 'done') or findings_hash is not null),
  check ((confirmed_by is null) = (confirmed_at is null) and (confirmed_by is null) = (confirmed_as is null))
);

-- What a dry run found, line by line. Codes, numbers of lines and public facts; no personal content.
create table import_finding (
  run_id uuid not null references import_run (id),
  position integer not null,
  line integer not null,
  kind text not null check (kind in ('problem', 'absent', 'changed', 'new')),
  subject text not null,
  data jsonb not null,
  primary key (run_id, position)
);
create index import_finding_by_kind on import_finding (run_id, kind, position);

alter table import_run enable row level security;
create policy import_run_read on import_run for select using (
  (select actor_kind()) = 'system'
  or (select actor_is_officer()) and readers && (select actor_roles()));
create policy import_run_add on import_run for insert with check (
  (select actor_kind()) = 'system'
  or (select actor_is_officer()) and readers && (select actor_roles())
    and uploaded_by = (select actor_id()));
create policy import_run_move on import_run for update using (
  (select actor_kind()) = 'system'
  or (select actor_is_officer()) and readers && (select actor_roles()));

alter table import_finding enable row level security;
create policy import_finding_read on import_finding for select using (
  exists (select from import_run r where r.id = run_id));
create policy import_finding_write on import_finding for insert with check (
  (select actor_kind()) = 'system');

grant select, insert on import_run to become_app;
grant update (status, version, confirmed_by, confirmed_at, confirmed_as, ended_at) on import_run
  to become_app;
grant select on import_finding to become_app;
grant select on import_run to become_jobs;
grant update (status, version, refusal, line_count, problem_count, new_count, changed_count,
  unchanged_count, findings_hash, done_count, ended_at, file_hash) on import_run to become_jobs;
grant select, insert on import_finding to become_jobs;

-- The worker carries a register in as the officer who confirmed it.
grant insert on agency, agency_name, agency_site, agency_contact, licence, licence_destination
  to become_jobs;
grant update (name_km, name_latin, version) on agency to become_jobs;
grant update (to_day) on agency_site, agency_contact, licence_destination to become_jobs;
grant update (is_public) on agency_name to become_jobs;
