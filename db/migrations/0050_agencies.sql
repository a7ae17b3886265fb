-- The register of agencies is public: everybody reads what stands on it. Rows that do not stand on
-- it yet (`is_public` false) are seen by the agency itself and by officers. No internal notes here.
create extension if not exists pg_trgm;

create table agency (
  id uuid primary key default uuidv7(),
  -- `unlicensed`: an operator that never was licensed, kept so that people can be warned.
  kind text not null check (kind in ('agency', 'unlicensed')),
  name_km text check (length(name_km) between 1 and 200),
  name_latin text check (length(name_latin) between 1 and 200),
  is_public boolean not null default false,
  version integer not null default 1,
  check (name_km is not null or name_latin is not null)
);

-- Other names under which people know it: spellings in Latin letters, trade names, former names.
create table agency_name (
  id uuid primary key default uuidv7(),
  agency_id uuid not null references agency (id),
  kind text not null check (kind in ('official', 'spelling', 'trade', 'former')),
  name text not null check (length(name) between 1 and 200),
  -- From platform/text: equal keys are the same name; alike sounds only resemble.
  key text not null,
  sound text not null,
  is_public boolean not null default false,
  unique (agency_id, kind, name)
);
create index agency_name_by_key on agency_name (key);

create table agency_site (
  id uuid primary key default uuidv7(),
  agency_id uuid not null references agency (id),
  kind text not null check (kind in ('head-office', 'branch', 'training-centre', 'dormitory')),
  province_code text not null references province (code),
  address_km text not null,
  address_latin text not null,
  from_day date not null,
  -- The last day; null while it is in use.
  to_day date,
  is_public boolean not null default false,
  check (from_day <= to_day)
);
create index agency_site_by_agency on agency_site (agency_id);

-- The official telephones and pages. One that has ended proves nothing any more.
create table agency_contact (
  id uuid primary key default uuidv7(),
  agency_id uuid not null references agency (id),
  kind text not null check (kind in ('phone', 'page')),
  shown text not null check (length(shown) between 1 and 200),
  key text not null,
  from_day date not null,
  to_day date,
  is_public boolean not null default false,
  check (from_day <= to_day)
);
create index agency_contact_by_agency on agency_contact (agency_id);
create index agency_contact_by_key on agency_contact (key);

-- What connects two records: the same owner or address, or one that takes the other's looks.
create table agency_link (
  id uuid primary key default uuidv7(),
  agency_id uuid not null references agency (id),
  other_id uuid not null references agency (id),
  kind text not null check (kind in ('same-owner', 'same-address', 'same-number', 'imitates')),
  source text not null,
  since_day date not null,
  is_public boolean not null default false,
  check (agency_id <> other_id),
  unique (agency_id, other_id, kind)
);
create index agency_link_by_other on agency_link (other_id);

-- A public warning: why, on whose word, how long, and what became of an appeal.
create table agency_warning (
  id uuid primary key default uuidv7(),
  agency_id uuid not null references agency (id),
  warned_on date not null,
  reason text not null check (reason ~ '^[a-z-]+$'),
  source text not null,
  source_url text check (source_url ~ '^https?://'),
  -- The last day on which it holds; null while no end is set.
  ends_on date,
  -- The last day for an appeal; null while the term of the law is not known.
  appeal_until date,
  appeal text not null default 'none' check (appeal in ('none', 'open', 'upheld', 'lifted')),
  rules jsonb not null default '[]',
  is_public boolean not null default false,
  check (warned_on <= ends_on)
);
create index agency_warning_by_agency on agency_warning (agency_id);

-- The names on the public register, and nothing else, so without row-level security: an index on
-- likeness cannot be used under it. Kept by the triggers below.
create table register_name (
  name_id uuid primary key references agency_name (id) on delete cascade,
  agency_id uuid not null references agency (id),
  kind text not null,
  name text not null,
  key text not null,
  sound text not null
);
create index register_name_by_key on register_name (key);
create index register_name_by_agency on register_name (agency_id);
-- Read a thousand times for every write: no list of rows still to be indexed.
create index register_name_by_sound on register_name using gin (sound gin_trgm_ops)
  with (fastupdate = off);

-- The names nearest in sound, the nearest first. The planner takes comparing likeness for cheap and
-- would read every name; the index is four times as quick.
create function register_names_like(wanted text, most integer)
returns table (agency_id uuid, name text)
language sql stable set enable_seqscan = off
as $$
  select r.agency_id, r.name from register_name r
  where r.sound % wanted or wanted <% r.sound
  order by greatest(similarity(r.sound, wanted), word_similarity(wanted, r.sound) * 0.9) desc, r.name
  limit most
$$;

create function keep_register_name() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  delete from register_name where agency_id = new.agency_id and name_id = new.id;
  insert into register_name (name_id, agency_id, kind, name, key, sound)
  select new.id, new.agency_id, new.kind, new.name, new.key, new.sound
  from agency where id = new.agency_id and agency.is_public and new.is_public;
  return null;
end $$;
create trigger agency_name_kept after insert or update on agency_name
  for each row execute function keep_register_name();

create function keep_register_of_agency() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  delete from register_name where agency_id = new.id;
  insert into register_name (name_id, agency_id, kind, name, key, sound)
  select id, agency_id, kind, name, key, sound from agency_name
  where agency_id = new.id and is_public and new.is_public;
  return null;
end $$;
create trigger agency_kept after update of is_public on agency
  for each row execute function keep_register_of_agency();

create function actor_licenses() returns boolean language sql stable parallel safe
  return actor_is_officer() and actor_roles() && '{licensing-officer,licensing-head}'::text[];

alter table agency enable row level security;
create policy agency_read on agency for select using (
  is_public or id = (select actor_agency()) or (select actor_is_officer())
  or (select actor_kind()) = 'system');
create policy agency_add on agency for insert with check ((select actor_licenses()));
create policy agency_change on agency for update using ((select actor_licenses()));

-- An agency sees its own rows and may propose new ones; only licensing puts them on the register.
do $$
declare
  part text;
begin
  foreach part in array array['agency_name', 'agency_site', 'agency_contact', 'agency_link',
    'agency_warning']
  loop
    execute format('alter table %I enable row level security', part);
    execute format('create policy %I on %I for select using (
      (is_public and exists (select from agency a where a.id = agency_id))
      or agency_id = (select actor_agency())
      or (select actor_is_officer()) or (select actor_kind()) = ''system'')', part || '_read', part);
    execute format('create policy %I on %I for insert with check ((select actor_licenses()))',
      part || '_add', part);
    execute format('create policy %I on %I for update using ((select actor_licenses()))',
      part || '_change', part);
  end loop;
  foreach part in array array['agency_name', 'agency_site', 'agency_contact'] loop
    execute format('create policy %I on %I for insert with check (
      agency_id = (select actor_agency()) and not is_public)', part || '_propose', part);
  end loop;
end $$;

grant select on agency, agency_name, agency_site, agency_contact, agency_link, agency_warning,
  register_name to become_app, become_jobs;
grant insert on agency, agency_name, agency_site, agency_contact, agency_link, agency_warning
  to become_app;
grant update (name_km, name_latin, is_public, version) on agency to become_app;
grant update (is_public) on agency_name, agency_link to become_app;
grant update (to_day, is_public) on agency_site, agency_contact to become_app;
grant update (ends_on, appeal_until, appeal, is_public) on agency_warning to become_app;
