-- People who sign in: their offices and assignments, how they prove who they are, and for how long.

create table office (
  id uuid primary key default uuidv7(),
  code text not null unique,
  kind text not null check (kind in ('ministry', 'provincial', 'resource-centre', 'embassy')),
  name_km text not null,
  name_en text not null,
  -- Province code; null for the whole country.
  province text check (province <> '00'),
  check (kind <> 'provincial' or province is not null),
  check (kind <> 'ministry' or province is null)
);
create unique index office_of_province on office (province) where kind = 'provincial';

create table person (
  id uuid primary key default uuidv7(),
  login text not null unique check (login ~ '^[a-z0-9][a-z0-9._-]{0,63}$'),
  name_km text not null,
  name_en text not null,
  demonstration boolean not null default false,
  created_at timestamptz not null default now(),
  disabled_at timestamptz
);

-- Apart from the names, which others may read.
create table credential (
  person_id uuid primary key references person (id) on delete cascade,
  password_hash text,
  -- Sealed by the vault; the code of the last step that was used is never taken again.
  totp_secret bytea,
  totp_since timestamptz,
  totp_last_step bigint,
  check ((totp_secret is null) = (totp_since is null)),
  check ((totp_secret is null) = (totp_last_step is null))
);

-- Who works as what, where and for how long. Without one a person may sign in and do nothing.
create table assignment (
  id uuid primary key default uuidv7(),
  person_id uuid not null references person (id) on delete cascade,
  role text not null check (role in ('agency-clerk', 'counsellor', 'complaints-officer',
    'complaints-head', 'licensing-officer', 'licensing-head', 'administrator')),
  office_id uuid references office (id),
  -- Province codes; null for the whole country.
  areas text[] check (cardinality(areas) > 0),
  -- Of the agencies module, which comes later: no foreign key.
  agency_id uuid,
  from_day date not null,
  to_day date check (to_day >= from_day),
  check ((role = 'agency-clerk') = (agency_id is not null)),
  check ((agency_id is null) = (office_id is not null)),
  check (agency_id is null or areas is null)
);
create index assignment_by_person on assignment (person_id);
create index assignment_by_agency on assignment (agency_id) where agency_id is not null;

-- Only a hash of what the browser holds.
create table session (
  id uuid primary key default uuidv7(),
  token_hash bytea not null unique,
  person_id uuid not null references person (id) on delete cascade,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  -- Null while the code is awaited, or where the person has none yet.
  second_factor_at timestamptz,
  code_attempts integer not null default 0,
  address_hash bytea not null
);
create index session_by_person on session (person_id);
create index session_by_expiry on session (expires_at);

create table api_token (
  id uuid primary key default uuidv7(),
  token_hash bytea not null unique,
  person_id uuid not null references person (id) on delete cascade,
  label text not null,
  scopes text[] not null check (cardinality(scopes) > 0),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  last_used_at timestamptz,
  revoked_at timestamptz
);
create index api_token_by_person on api_token (person_id);

-- Failed attempts by keyed hash: of an address, an account from an address, or a known device.
create table sign_in_failure (
  key bytea primary key,
  failures integer not null default 0,
  last_at timestamptz not null
);
create index sign_in_failure_by_age on sign_in_failure (last_at);

-- What a person may do on a day, as a list for the program to combine.
create function current_assignments(whose uuid, at timestamptz) returns jsonb
language sql stable as $$
  select coalesce(jsonb_agg(jsonb_build_object('role', role, 'officeId', office_id,
    'areas', areas, 'agencyId', agency_id) order by from_day desc, id desc), '[]')
  from assignment
  where person_id = whose and (at at time zone 'Asia/Phnom_Penh')::date
    between from_day and coalesce(to_day, 'infinity')
$$;

-- The functions below answer only to somebody who holds the secret whose hash is asked for, before
-- it is known who acts. Everything else goes through the policies.

create function session_identity(wanted bytea, at timestamptz, idle interval)
returns table (session_id uuid, person_id uuid, name_km text, name_en text,
  second_factor text, assignments jsonb)
language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  live session;
begin
  select * into live from session s
  where s.token_hash = wanted and s.expires_at > at and s.last_seen_at > at - idle;
  if live.id is null then return; end if;
  if live.last_seen_at < at - interval '1 minute' then
    update session s set last_seen_at = at where s.id = live.id;
  end if;
  return query
    select live.id, p.id, p.name_km, p.name_en,
      case when live.second_factor_at is not null then 'passed'
        when c.totp_secret is null then 'not-set-up' else 'awaited' end,
      current_assignments(p.id, at)
    from person p left join credential c on c.person_id = p.id
    where p.id = live.person_id and p.disabled_at is null;
end $$;

create function token_identity(wanted bytea, at timestamptz)
returns table (person_id uuid, name_km text, name_en text, scopes text[], assignments jsonb)
language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  live api_token;
begin
  select * into live from api_token t
  where t.token_hash = wanted and t.expires_at > at and t.revoked_at is null;
  if live.id is null then return; end if;
  if live.last_used_at is null or live.last_used_at < at - interval '1 minute' then
    update api_token t set last_used_at = at where t.id = live.id;
  end if;
  return query
    select p.id, p.name_km, p.name_en, live.scopes, current_assignments(p.id, at)
    from person p where p.id = live.person_id and p.disabled_at is null;
end $$;

-- For the one who knocks: what the password has to match.
create function sign_in_credential(wanted text, at timestamptz)
returns table (person_id uuid, password_hash text, has_second_factor boolean,
  demonstration boolean, disabled boolean, assignments jsonb)
language sql stable security definer set search_path = pg_catalog, public as $$
  select p.id, c.password_hash, c.totp_secret is not null, p.demonstration,
    p.disabled_at is not null, current_assignments(p.id, at)
  from person p left join credential c on c.person_id = p.id
  where p.login = wanted
$$;

create function end_session(wanted bytea) returns void
language sql security definer set search_path = pg_catalog, public as $$
  delete from session where token_hash = wanted
$$;

revoke all on function session_identity, token_identity, sign_in_credential, end_session,
  current_assignments from public;
grant execute on function session_identity, token_identity, sign_in_credential, end_session
  to become_app;

create function actor_is_person(whose uuid) returns boolean language sql stable parallel safe
  return actor_kind() = 'system' or (actor_kind() = 'person' and whose::text = actor_id());
-- Officers with a current assignment, and an agency's people for each other.
create function actor_sees_colleague(of_agency uuid) returns boolean language sql stable parallel safe
  return actor_kind() = 'person' and cardinality(actor_roles()) > 0
    and (actor_agency() is null or actor_agency() = of_agency);

alter table assignment enable row level security;
create policy assignment_read on assignment for select using (
  actor_is_person(person_id) or actor_sees_colleague(agency_id));
create policy assignment_write on assignment for insert with check ((select actor_kind()) = 'system');

alter table person enable row level security;
create policy person_read on person for select using (
  actor_is_person(id) or actor_sees_colleague(null)
  or exists (select from assignment a where a.person_id = person.id
    and a.agency_id = (select actor_agency())));
create policy person_write on person for insert with check ((select actor_kind()) = 'system');

alter table credential enable row level security;
create policy credential_own on credential using (actor_is_person(person_id));
alter table session enable row level security;
create policy session_own on session using (actor_is_person(person_id));
create policy session_old on session for delete to become_jobs using (true);
create policy session_age on session for select to become_jobs using (true);
alter table api_token enable row level security;
create policy api_token_own on api_token using (actor_is_person(person_id));
create policy api_token_age on api_token to become_jobs using (true);

grant select on office, person, assignment to become_app, become_jobs;
grant insert on person, assignment to become_app;
grant select, insert on credential to become_app;
grant update (password_hash, totp_secret, totp_since, totp_last_step) on credential to become_app;
grant select, insert, delete on session to become_app;
grant update (second_factor_at, code_attempts) on session to become_app;
grant select, insert on api_token to become_app;
grant update (revoked_at) on api_token to become_app;
grant select, insert, update, delete on sign_in_failure to become_app;
-- The worker forgets what is over.
grant select (id, last_seen_at, expires_at), delete on session to become_jobs;
grant select (id, expires_at, revoked_at), delete on api_token to become_jobs;
grant select, delete on sign_in_failure to become_jobs;
