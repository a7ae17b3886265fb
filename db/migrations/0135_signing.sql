-- Who signed what: written once, never changed. The second factor is given again for a sitting,
-- which belongs to one browser's session and ends with it.

alter table session
  add column signing_since timestamptz,
  add column signing_by text check (signing_by in ('totp', 'passkey')),
  add constraint session_signing_whole check ((signing_since is null) = (signing_by is null));
grant update (signing_since, signing_by) on session to become_app;

create table signature (
  id uuid primary key default uuidv7(),
  record_type text not null,
  record_id uuid not null,
  person_id uuid not null references person (id),
  role text not null,
  office_id uuid references office (id),
  -- Of the agencies module, which comes later: no foreign key.
  agency_id uuid,
  -- Whose power was used, where a deputy signed in somebody's place.
  acting_for uuid references person (id) check (acting_for <> person_id),
  signed_at timestamptz not null,
  -- What signing meant: "letter.approve". A code, never a text.
  meaning text not null check (meaning ~ '^[a-z][a-z0-9.-]*$'),
  -- SHA-256 of what the signer was shown.
  shown_hash bytea not null check (length(shown_hash) = 32),
  method text not null check (method in ('totp', 'passkey'))
);
create index signature_by_record on signature (record_id, signed_at);
create index signature_by_person on signature (person_id, signed_at);

alter table signature enable row level security;
create policy signature_read on signature for select using (
  (select actor_kind()) = 'system' or (select actor_is_officer())
  or ((select actor_kind()) = 'person' and person_id::text = (select actor_id())));
-- Nobody signs for another, and no job signs at all.
create policy signature_add on signature for insert with check (
  (select actor_kind()) = 'person' and person_id::text = (select actor_id())
  and role = any (actor_roles())
  and agency_id is not distinct from (select actor_agency()));
grant select, insert on signature to become_app;
grant select on signature to become_jobs;
