-- Who and what an agency is: its people, its sites, its numbers, each with first and last day and
-- with whoever said so. An agency proposes; licensing accepts or refuses. Nothing is overwritten.
create extension if not exists btree_gist;

create table agency_proposal (
  id uuid primary key default uuidv7(),
  agency_id uuid not null references agency (id),
  kind text not null check (kind in ('role', 'role-end', 'person', 'site', 'site-end', 'contact',
    'contact-end')),
  -- What it changes or ends; null where it adds.
  subject_id uuid,
  -- Of the file as it stood when this was written: `agency.version`.
  file_version integer not null,
  status text not null default 'proposed'
    check (status in ('proposed', 'accepted', 'refused', 'withdrawn')),
  version integer not null default 1,
  key_id uuid not null references person_key (id),
  -- What is proposed, on what evidence, and why it was refused: sealed under its own key.
  content_sealed bytea not null,
  basis_sealed bytea not null,
  reason_sealed bytea,
  -- Entered by the office from its own papers.
  by_office boolean not null default false,
  proposed_by text not null,
  proposed_at timestamptz not null,
  decided_by text,
  decided_at timestamptz,
  check ((status = 'proposed') = (decided_at is null)),
  check ((decided_by is null) = (decided_at is null)),
  check (status <> 'refused' or reason_sealed is not null)
);
create index agency_proposal_by_agency on agency_proposal (agency_id, id desc);
create index agency_proposal_waiting on agency_proposal (proposed_at, id) where status = 'proposed';
create index agency_proposal_decided on agency_proposal (decided_at)
  where status in ('accepted', 'refused');

create table agency_person (
  id uuid primary key default uuidv7(),
  agency_id uuid not null references agency (id),
  key_id uuid not null references person_key (id),
  -- In both scripts; and identity number, telephone and day of birth.
  names_sealed bytea not null,
  facts_sealed bytea not null,
  nationality text not null check (nationality ~ '^[A-Z]{2}$'),
  -- Keyed: find an equal number, or two parts of a name that sound alike, without decrypting any.
  identity_index bytea,
  phone_index bytea,
  sounds text[] not null default '{}',
  -- An officer judged that this is the same person.
  same_as uuid references agency_person (id),
  added_at timestamptz not null,
  changed_at timestamptz,
  check (same_as <> id)
);
create index agency_person_by_agency on agency_person (agency_id);
create index agency_person_by_identity on agency_person (identity_index) where identity_index is not null;
create index agency_person_by_phone on agency_person (phone_index) where phone_index is not null;
create index agency_person_by_sound on agency_person using gin (sounds) with (fastupdate = off);

create sequence recruiter_number;
create table agency_role (
  id uuid primary key default uuidv7(),
  agency_id uuid not null references agency (id),
  person_id uuid not null references agency_person (id),
  role text not null check (role in ('director', 'owner', 'staff', 'representative', 'recruiter')),
  -- Hundredths of a percent.
  share_bp integer check (share_bp between 1 and 10000),
  country text references destination (code),
  province_code text references province (code),
  -- On a recruiter's card.
  card_number text unique,
  from_day date not null,
  to_day date,
  is_public boolean not null default false,
  -- Of somebody whom everybody may look up.
  public_name_sealed bytea,
  key_id uuid not null references person_key (id),
  proposal_id uuid not null references agency_proposal (id),
  recorded_at timestamptz not null,
  end_proposal_id uuid references agency_proposal (id),
  end_recorded_at timestamptz,
  check (from_day <= to_day),
  check ((role = 'owner') = (share_bp is not null)),
  check (role <> 'representative' or country is not null),
  check ((role = 'recruiter') = (card_number is not null)),
  check ((to_day is null) = (end_recorded_at is null)),
  check (is_public = (public_name_sealed is not null)),
  -- One person has one role of a kind at a time.
  exclude using gist (person_id with =, role with =, country with =,
    daterange(from_day, to_day, '[]') with &&) where (country is not null),
  exclude using gist (person_id with =, role with =,
    daterange(from_day, to_day, '[]') with &&) where (country is null)
);
create index agency_role_by_agency on agency_role (agency_id);
create index agency_role_by_person on agency_role (person_id);

-- Two records of one agency that may be one person: judged by an officer, the last word counts.
create table agency_person_judgement (
  id uuid primary key default uuidv7(),
  agency_id uuid not null references agency (id),
  person_id uuid not null references agency_person (id),
  other_id uuid not null references agency_person (id),
  verdict text not null check (verdict in ('same', 'other', 'unsure')),
  reason text not null check (length(reason) between 1 and 1000),
  judged_by text not null,
  judged_at timestamptz not null,
  check (person_id < other_id)
);
create index agency_person_judgement_by_agency on agency_person_judgement (agency_id, id desc);

-- Sites: representation abroad, room, coordinates, and when it was written down.
alter table agency_site drop constraint agency_site_kind_check,
  alter column province_code drop not null,
  add column country text references destination (code),
  add column capacity integer check (capacity between 1 and 100000),
  add column floor_m2 integer check (floor_m2 between 1 and 1000000),
  add column lat double precision check (lat between -90 and 90),
  add column lon double precision check (lon between -180 and 180),
  -- From platform/text: equal keys are the same address.
  add column address_key text,
  add column proposal_id uuid references agency_proposal (id),
  add column recorded_at timestamptz,
  add column end_proposal_id uuid references agency_proposal (id),
  add column end_recorded_at timestamptz,
  add constraint agency_site_kind_check check (kind in ('head-office', 'branch', 'training-centre',
    'dormitory', 'representation')),
  add constraint agency_site_somewhere check ((kind = 'representation') = (country is not null)
    and (kind = 'representation') = (province_code is null)),
  add constraint agency_site_pinned check ((lat is null) = (lon is null));
create index agency_site_by_address on agency_site (address_key) where address_key is not null;
create index agency_site_by_lat on agency_site (lat) where lat is not null;

-- Whether a number or page is proven its own: named by the ministry's own register, by a code that
-- was sent to it, or by an officer with evidence. Until then it answers for nobody.
alter table agency_contact
  add column verified_how text check (verified_how in ('register', 'code', 'evidence')),
  add column verified_at timestamptz,
  add column verified_by text,
  add column verified_note text check (length(verified_note) between 1 and 1000),
  add column proposal_id uuid references agency_proposal (id),
  add column recorded_at timestamptz,
  add column end_proposal_id uuid references agency_proposal (id),
  add column end_recorded_at timestamptz,
  add constraint agency_contact_verified check ((verified_how is null) = (verified_at is null)
    and (verified_how is distinct from 'evidence' or verified_note is not null));
update agency_contact set verified_how = 'register', verified_at = now();
alter table agency_contact alter column recorded_at set default now();
alter table agency_site alter column recorded_at set default now();

-- A code sent to a number: only its keyed hash, a few tries, a few minutes.
create table agency_contact_code (
  contact_id uuid primary key references agency_contact (id),
  agency_id uuid not null references agency (id),
  key_id uuid not null references person_key (id),
  code_sealed bytea not null,
  code_index bytea not null,
  asked_by text not null,
  asked_at timestamptz not null,
  expires_at timestamptz not null,
  tries smallint not null default 0
);

create function verify_contact(wanted uuid, typed bytea, at timestamptz) returns boolean
language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  right_code boolean;
begin
  update agency_contact_code set tries = tries + 1
  where contact_id = wanted and agency_id = actor_agency() and expires_at > at and tries < 5
  returning code_index = typed into right_code;
  if not coalesce(right_code, false) then return false; end if;
  delete from agency_contact_code where contact_id = wanted;
  update agency_contact set verified_how = 'code', verified_at = at, verified_by = actor_id()
  where id = wanted and verified_how is null;
  return found;
end $$;
revoke all on function verify_contact from public;
grant execute on function verify_contact to become_app;

do $$
declare
  part text;
begin
  foreach part in array array['agency_person', 'agency_proposal', 'agency_contact_code'] loop
    execute format('alter table %I enable row level security', part);
    execute format('create policy %I on %I for select using (
      agency_id = actor_agency() or (actor_is_officer() and actor_agency() is null)
      or actor_kind() = ''system'')', part || '_read', part);
  end loop;
end $$;
create policy agency_person_add on agency_person for insert with check ((select actor_licenses()));
create policy agency_person_change on agency_person for update using ((select actor_licenses()));

create policy agency_proposal_add on agency_proposal for insert with check (
  proposed_by = actor_id() and status = 'proposed' and reason_sealed is null
  and ((actor_licenses() and by_office) or (agency_id = actor_agency() and not by_office)));
create policy agency_proposal_end on agency_proposal for update
  using (status = 'proposed' and (actor_licenses() or agency_id = actor_agency()))
  with check (decided_by = actor_id() and case
    when actor_agency() is not null then agency_id = actor_agency() and status = 'withdrawn'
    else status in ('accepted', 'refused') end);

alter table agency_role enable row level security;
create policy agency_role_read on agency_role for select using (
  (is_public and exists (select from agency a where a.id = agency_role.agency_id))
  or agency_id = actor_agency() or actor_is_officer() or actor_kind() = 'system');
create policy agency_role_add on agency_role for insert with check ((select actor_licenses()));
create policy agency_role_change on agency_role for update using ((select actor_licenses()));

alter table agency_person_judgement enable row level security;
create policy agency_person_judgement_read on agency_person_judgement for select using (
  actor_is_officer() and actor_agency() is null);
create policy agency_person_judgement_add on agency_person_judgement for insert with check (
  (select actor_licenses()) and judged_by = (select actor_id()));

-- An agency asks for a code to its own number; the job that sends it reads it.
create policy agency_contact_code_ask on agency_contact_code for insert with check (
  agency_id = actor_agency() and asked_by = actor_id());
create policy agency_contact_code_again on agency_contact_code for update
  using (agency_id = actor_agency()) with check (agency_id = actor_agency() and asked_by = actor_id());

grant select, insert on agency_person, agency_role, agency_proposal, agency_person_judgement,
  agency_contact_code to become_app;
grant select on agency_person, agency_role, agency_proposal, agency_contact_code to become_jobs;
grant update (names_sealed, facts_sealed, nationality, identity_index, phone_index, sounds, same_as,
  changed_at) on agency_person to become_app;
grant update (to_day, end_proposal_id, end_recorded_at) on agency_role to become_app;
grant update (status, version, reason_sealed, decided_by, decided_at) on agency_proposal to become_app;
grant update (end_proposal_id, end_recorded_at) on agency_site to become_app;
grant update (end_proposal_id, end_recorded_at, verified_how, verified_at, verified_by, verified_note)
  on agency_contact to become_app;
grant update (key_id, code_sealed, code_index, asked_by, asked_at, expires_at, tries) on agency_contact_code
  to become_app;
grant usage on sequence recruiter_number to become_app;

-- Papers with what an agency proposes. Whatever else takes files by now stays as it is.
do $$
declare
  part text;
  holds text;
begin
  foreach part in array array['record_type', 'origin'] loop
    select regexp_replace(pg_get_constraintdef(oid), '^CHECK \((.*)\)$', '\1') into strict holds
    from pg_constraint where conrelid = 'evidence'::regclass and conname = 'evidence_' || part || '_check';
    execute format('alter table evidence drop constraint %I', 'evidence_' || part || '_check');
    execute format('alter table evidence add constraint %I check (%s or %I = %L)',
      'evidence_' || part || '_check', holds, part,
      case part when 'origin' then 'agency-form' else 'agency-proposal' end);
  end loop;
  select regexp_replace(pg_get_constraintdef(oid), '^CHECK \((.*)\)$', '\1') into strict holds
  from pg_constraint
  where conrelid = 'outgoing_message'::regclass and conname = 'outgoing_message_kind_check';
  alter table outgoing_message drop constraint outgoing_message_kind_check;
  execute format('alter table outgoing_message add constraint outgoing_message_kind_check
    check (%s or kind = ''number-code'')', holds);
end $$;
create policy evidence_of_own_proposal on evidence for select using (
  record_type = 'agency-proposal' and actor_agency() is not null
  and exists (select from agency_proposal p where p.id = evidence.record_id));
create policy evidence_of_seen_proposal on evidence as restrictive for select using (
  actor_kind() <> 'person' or record_type <> 'agency-proposal'
  or exists (select from agency_proposal p where p.id = evidence.record_id));
create policy evidence_add_to_own_proposal on evidence for insert with check (
  status = 'quarantined' and record_type = 'agency-proposal' and origin = 'agency-form'
  and actor_agency() is not null and given_by = actor_id()
  and exists (select from agency_proposal p where p.id = evidence.record_id and p.status = 'proposed'));
