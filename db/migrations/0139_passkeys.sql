-- A passkey beside the code: the key stays in the person's device, here lies its public half.
create table passkey (
  id uuid primary key default uuidv7(),
  person_id uuid not null references person (id) on delete cascade,
  -- As the authenticator names it.
  credential_id text not null unique,
  public_key bytea not null,
  -- Rises with each use where the device counts; one that falls was copied.
  counter bigint not null,
  transports text[] not null,
  label text not null check (length(label) between 1 and 60),
  made_at timestamptz not null,
  last_used_at timestamptz,
  -- When the question was put that was answered last: an older one is never answered again.
  last_challenge_at timestamptz
);
create index passkey_by_person on passkey (person_id);

alter table passkey enable row level security;
create policy passkey_own on passkey using (actor_is_person(person_id));
grant select, insert, delete on passkey to become_app;
grant update (counter, last_used_at, last_challenge_at) on passkey to become_app;
