-- The worker's own record, begun with what a complaint needs: a name, and what she agreed to.
create table worker (
  id uuid primary key default uuidv7(),
  key_id uuid not null references person_key (id),
  area text not null,
  -- Sealed under the person's key; the index finds an equal name without decrypting any.
  name_sealed bytea,
  name_index bytea,
  created_at timestamptz not null
);
create index worker_by_name on worker (name_index) where name_index is not null;

-- Consent, item by item, to show one thing to one party in one matter. Withdrawn, never deleted.
create table consent (
  id uuid primary key default uuidv7(),
  worker_id uuid not null references worker (id),
  record_type text not null,
  record_id uuid not null,
  area text not null,
  item text not null,
  given_at timestamptz not null,
  recorded_by text not null,
  withdrawn_at timestamptz
);
create unique index consent_given on consent (record_id, item) where withdrawn_at is null;

alter table worker enable row level security;
create policy worker_read on worker for select using (
  (select actor_kind()) = 'system'
  or ((select actor_is_officer())
    and ((select actor_areas()) is null or area = any ((select actor_areas())::text[]))));
create policy worker_add on worker for insert with check ((select actor_agency()) is null);

alter table consent enable row level security;
create policy consent_read on consent for select using (
  (select actor_kind()) = 'system'
  or ((select actor_kind()) = 'complainant' and record_id::text = (select actor_id()))
  or ((select actor_is_officer())
    and ((select actor_areas()) is null or area = any ((select actor_areas())::text[]))));
create policy consent_add on consent for insert with check ((select actor_agency()) is null);
create policy consent_withdraw on consent for update using ((select actor_agency()) is null);

grant select, insert on worker to become_app;
grant select on worker to become_jobs;
grant select, insert, update (withdrawn_at) on consent to become_app;
grant select on consent to become_jobs;
