-- A list with its filters under a name, kept by the person who uses it.
create table worklist_view (
  id uuid primary key default uuidv7(),
  person_id uuid not null references person (id) on delete cascade,
  list text not null check (list in ('complaints')),
  name text not null check (length(name) between 1 and 60),
  -- The address's query, as the list itself wrote it.
  query text not null check (length(query) <= 1000),
  created_at timestamptz not null,
  unique (person_id, list, name)
);

alter table worklist_view enable row level security;
create policy worklist_view_own on worklist_view using (
  (select actor_kind()) = 'person' and person_id::text = (select actor_id()));

grant select, insert, delete on worklist_view to become_app;
grant update (query) on worklist_view to become_app;
