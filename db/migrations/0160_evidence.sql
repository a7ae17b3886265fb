-- Photos, documents and recordings that belong to a record. The files lie sealed beside the
-- database, named by the hash of their sealed bytes; here stands which there are and how they stand.
create table evidence (
  id uuid primary key default uuidv7(),
  record_type text not null check (record_type in ('complaint')),
  record_id uuid not null,
  area text not null,
  key_id uuid not null references person_key (id),
  kind text not null check (kind in ('jpeg', 'png', 'webp', 'pdf', 'mp3', 'm4a', 'ogg', 'webm', 'wav')),
  origin text not null check (origin in ('complainant-web', 'complainant-follow', 'officer-entry',
    'telegram', 'paper-scan')),
  given_by text not null,
  given_at timestamptz not null,
  -- Keyed, under the person's key: the same file twice is kept once.
  content_mark bytea not null,
  status text not null default 'quarantined' check (status in ('quarantined', 'checked', 'refused')),
  refused_reason text,
  checked_at timestamptz,
  attempts smallint not null default 0,
  size integer not null check (size > 0),
  -- As it came; gone once what was made of it is safe.
  original_hash text check (original_hash ~ '^[0-9a-f]{64}$'),
  -- What is served, and a small picture of it.
  file_hash text check (file_hash ~ '^[0-9a-f]{64}$'),
  small_hash text check (small_hash ~ '^[0-9a-f]{64}$'),
  name_sealed bytea,
  -- Only for records of which the law asks where a photo was taken.
  location_sealed bytea,
  -- What a recording says, written down by an officer.
  summary_sealed bytea,
  summary_by uuid,
  summary_at timestamptz,
  unique (record_id, content_mark),
  check ((status = 'quarantined') = (checked_at is null)),
  check ((status = 'refused') = (refused_reason is not null)),
  check ((summary_sealed is null) = (summary_by is null))
);
create index evidence_by_record on evidence (record_id, given_at, id);
-- What a worker that was killed left behind.
create index evidence_unfinished on evidence (given_at)
  where status = 'quarantined' or (status = 'checked' and original_hash is not null);

alter table evidence enable row level security;
-- Agencies never: what they are shown of a case is copied for them (agency_inquiry).
create policy evidence_read on evidence for select using (
  (select actor_kind()) = 'system'
  or ((select actor_is_officer())
    and ((select actor_areas()) is null or area = any ((select actor_areas())::text[])))
  or ((select actor_kind()) = 'complainant' and record_type = 'complaint'
    and record_id::text = (select actor_id())));
create policy evidence_of_seen_complaint on evidence as restrictive for select using (
  (select actor_kind()) <> 'person' or record_type <> 'complaint'
  or exists (select from complaint c where c.id = record_id));
create policy evidence_add on evidence for insert with check (
  status = 'quarantined' and case (select actor_kind())
    when 'system' then true
    when 'public' then origin = 'complainant-web' and given_by = 'complainant'
    when 'complainant' then origin = 'complainant-follow' and given_by = 'complainant'
      and record_id::text = (select actor_id())
    when 'person' then (select actor_is_officer()) and given_by = (select actor_id())
    else false
  end);
create policy evidence_move on evidence for update using (
  (select actor_kind()) = 'system' or (select actor_is_officer()));

grant select, insert on evidence to become_app;
grant update (area, summary_sealed, summary_by, summary_at) on evidence to become_app;
grant select on evidence to become_jobs;
grant update (status, refused_reason, checked_at, attempts, size, original_hash, file_hash,
  small_hash, location_sealed) on evidence to become_jobs;

-- Files of a draft that nobody has sent: only their names and until when, so that they go with it.
create table held_file (
  file_hash text primary key check (file_hash ~ '^[0-9a-f]{64}$'),
  held_until timestamptz not null
);
create index held_file_by_end on held_file (held_until);
alter table held_file enable row level security;
-- Whoever is signed in on that phone: the names alone open nothing.
create policy held_file_use on held_file using (true);
grant select, insert, update on held_file to become_app;
grant select, delete on held_file to become_jobs;
