-- A case concerns persons, one or hundreds, against anybody (decision 22). Facts are the case's;
-- sums, consent, outcome and receipt are each person's.

-- Where a case may stand once it is conciliated, decided, paid out, or waits for a court.
alter table complaint drop constraint complaint_status_check, drop constraint complaint_check,
  drop constraint complaint_check1, drop constraint complaint_closed_how_check;
alter table complaint
  add constraint complaint_status_check check (status in ('received', 'registered', 'agency-asked',
    'agency-answered', 'in-conciliation', 'not-settled', 'performance', 'waiting-elsewhere',
    'closure-proposed', 'withdrawal-asked', 'closed', 'withdrawn', 'kept-as-warning', 'merged')),
  add constraint complaint_check check (
    (status in ('closed', 'withdrawn', 'kept-as-warning', 'merged')) = (next_due_at is null)),
  add constraint complaint_check1 check (
    (status in ('closed', 'withdrawn', 'kept-as-warning', 'merged')) = (closed_at is not null)),
  add constraint complaint_closed_how_check check (closed_how in ('complainant-agreed',
    'consent-recorded', 'withdrawn', 'kept-as-warning', 'confirmed', 'without-confirmation',
    'late-entry', 'merged'));
-- Why it was closed although nobody confirmed; and who gave out the digits that open it now.
alter table complaint add closed_reason text, add secret_by uuid;
grant update (closed_reason, secret_by) on complaint to become_app, become_jobs;

-- A day that somebody set by hand: no holiday or transfer moves it.
alter table clock add set_by text;

-- Somebody of a group who followed her own part with her own receipt.
create function actor_case_person() returns uuid language sql stable parallel safe
  return nullif(current_setting('become.case_person', true), '')::uuid;
alter table receipt_session add person_id uuid;

create table case_person (
  id uuid primary key default uuidv7(),
  complaint_id uuid not null references complaint (id),
  area text not null,
  -- The first is she for whom the complaint was made.
  position integer not null check (position > 0),
  key_id uuid not null references person_key (id),
  name_sealed bytea,
  name_index bytea,
  -- A key of its own: how to reach her is forgotten sooner. Null for the first: complaint_contact.
  contact_key_id uuid references person_key (id),
  contact_sealed bytea,
  contact_index bytea,
  sex text check (sex in ('female', 'male', 'other')),
  minor boolean,
  situation text not null default 'unknown' check (situation in ('at-home', 'abroad', 'missing',
    'detained', 'dead', 'unknown')),
  -- Whether she wants to be part of it, and whether the agency may learn her name.
  joins text not null default 'not-asked' check (joins in ('not-asked', 'agreed', 'refused',
    'not-reached')),
  joins_at timestamptz,
  name_shown boolean not null default false,
  receipt_number text unique,
  secret_hash bytea,
  joined_at timestamptz not null,
  left_at timestamptz,
  left_why text,
  version integer not null default 1,
  unique (complaint_id, position),
  check ((receipt_number is null) = (secret_hash is null)),
  check ((left_at is null) = (left_why is null))
);
create index case_person_by_name on case_person (name_index) where name_index is not null;
create index case_person_by_contact on case_person (contact_index) where contact_index is not null;

-- Who is complained of, who owes, who pays: roles, open to anybody.
create table case_party (
  id uuid primary key default uuidv7(),
  complaint_id uuid not null references complaint (id),
  area text not null,
  role text not null check (role in ('respondent', 'debtor', 'payer')),
  kind text not null check (kind in ('agency', 'affiliate', 'broker', 'employer',
    'destination-agency', 'co-worker', 'relative', 'guarantor', 'insurer', 'scheme', 'state',
    'sender', 'official', 'unknown')),
  agency_id uuid,
  key_id uuid not null references person_key (id),
  name_sealed bytea,
  name_index bytea,
  added_by text not null,
  added_at timestamptz not null,
  ended_at timestamptz
);
create index case_party_by_case on case_party (complaint_id, id);
create index case_party_by_agency on case_party (agency_id) where agency_id is not null;
create index case_party_by_name on case_party (name_index) where name_index is not null;

-- What sources say, side by side: nothing overwrites.
create table case_statement (
  id uuid primary key default uuidv7(),
  complaint_id uuid not null references complaint (id),
  area text not null,
  -- Null where it is about the case as a whole.
  person_id uuid references case_person (id),
  field text not null check (field ~ '^[a-z-]{1,40}$'),
  key_id uuid not null references person_key (id),
  value_sealed bytea not null,
  source text not null check (source in ('worker', 'family', 'representative', 'agency', 'employer',
    'broker', 'document', 'authority', 'organisation', 'officer', 'other')),
  said_on date,
  recorded_by text not null,
  recorded_at timestamptz not null
);
create index case_statement_by_case on case_statement (complaint_id, field, id);
create index case_statement_by_person on case_statement (person_id) where person_id is not null;

-- What a person claims, or what is claimed from her. An unknown sum is open, not zero.
create table case_claim (
  id uuid primary key default uuidv7(),
  complaint_id uuid not null references complaint (id),
  area text not null,
  person_id uuid not null references case_person (id),
  kind text not null check (kind ~ '^[a-z-]{1,40}$'),
  direction text not null check (direction in ('of-worker', 'against-worker')),
  minor bigint check (minor >= 0),
  currency text check (currency ~ '^[A-Z]{3}$'),
  -- "Half of the wages": of what, says the basis.
  share_of integer check (share_of > 0),
  share integer check (share > 0 and share <= share_of),
  state text not null default 'alleged' check (state in ('alleged', 'disputed', 'forbidden',
    'cancelled', 'paid')),
  key_id uuid not null references person_key (id),
  basis_sealed bytea,
  creditor_sealed bytea,
  -- As it was agreed or demanded: "3 % a month".
  interest text,
  arose_on date,
  recorded_by text not null,
  recorded_at timestamptz not null,
  version integer not null default 1,
  check (minor is null or currency is not null),
  check ((share is null) = (share_of is null)),
  check (creditor_sealed is null or direction = 'against-worker')
);
create index case_claim_by_case on case_claim (complaint_id, person_id);
create index case_claim_by_person on case_claim (person_id);

alter table case_person enable row level security;
-- With a receipt one sees the person to whom it was given, and nobody else of the group.
create policy case_person_read on case_person for select using (
  exists (select from complaint c where c.id = complaint_id)
  and (actor_kind() <> 'complainant'
    or case when actor_case_person() is null then position = 1 else id = actor_case_person() end));
create policy case_person_add on case_person for insert with check (
  exists (select from complaint c where c.id = complaint_id)
  and (actor_kind() = 'system' or actor_is_officer()
    or (actor_kind() = 'complainant' and actor_case_person() is null and position = 1)));
create policy case_person_move on case_person for update using (
  actor_kind() = 'system'
  or (actor_is_officer() and exists (select from complaint c where c.id = complaint_id)));

do $$
declare
  part text;
begin
  foreach part in array array['case_party', 'case_statement', 'case_claim'] loop
    execute format('alter table %I enable row level security', part);
    execute format('create policy %I on %I for update using (actor_kind() = ''system''
      or (actor_is_officer() and exists (select from complaint c where c.id = complaint_id)))',
      part || '_move', part);
  end loop;
  foreach part in array array['case_party', 'case_claim'] loop
    execute format('create policy %I on %I for insert with check (
      exists (select from complaint c where c.id = complaint_id)
      and (actor_kind() = ''system'' or actor_is_officer()
        or (actor_kind() = ''complainant'' and actor_case_person() is null)))',
      part || '_add', part);
  end loop;
end $$;
create policy case_statement_add on case_statement for insert with check (
  exists (select from complaint c where c.id = complaint_id)
  and (actor_kind() = 'system' or actor_is_officer()));
create policy case_party_read on case_party for select using (
  actor_kind() <> 'complainant' and exists (select from complaint c where c.id = complaint_id));
create policy case_statement_read on case_statement for select using (
  actor_kind() <> 'complainant' and exists (select from complaint c where c.id = complaint_id));
create policy case_claim_read on case_claim for select using (
  exists (select from case_person p where p.id = person_id));

-- Somebody of a group reads and writes her own words, and of the rest of the case only how it stands.
alter table complaint_message add person_id uuid references case_person (id);
create policy message_of_member on complaint_message as restrictive for select using (
  actor_case_person() is null or person_id = actor_case_person());
create policy message_by_member on complaint_message as restrictive for insert with check (
  person_id is not distinct from actor_case_person() or actor_kind() <> 'complainant');
create policy complaint_not_by_member on complaint as restrictive for update using (
  actor_case_person() is null);
do $$
declare
  part text;
begin
  foreach part in array array['complaint_contact', 'complaint_claim', 'agency_inquiry', 'evidence',
    'consent', 'worker', 'old_case'] loop
    execute format('create policy %I on %I as restrictive for select using (
      actor_case_person() is null)', part || '_not_for_member', part);
  end loop;
  foreach part in array array['evidence', 'consent'] loop
    execute format('create policy %I on %I as restrictive for insert with check (
      actor_case_person() is null)', part || '_not_by_member', part);
  end loop;
  foreach part in array array['agency_inquiry', 'consent'] loop
    execute format('create policy %I on %I as restrictive for update using (
      actor_case_person() is null)', part || '_not_moved_by_member', part);
  end loop;
end $$;

grant select, insert on case_person, case_party, case_statement, case_claim to become_app;
grant update (area, name_sealed, name_index, contact_key_id, contact_sealed, contact_index, sex,
  minor, situation, joins, joins_at, name_shown, receipt_number, secret_hash, left_at, left_why,
  version) on case_person to become_app;
grant update (area, ended_at) on case_party to become_app;
grant update (area) on case_statement to become_app;
grant update (area, minor, currency, state, version) on case_claim to become_app;
grant select on case_person, case_party, case_statement, case_claim to become_jobs;
grant insert on case_person, case_party, case_claim to become_jobs;
grant update (contact_index, name_index) on case_person to become_jobs;
grant update (name_index) on case_party to become_jobs;

-- Number and secret of one person of a group: one exact look-up, nothing else.
create function find_case_person_by_receipt(given_number text, given_hash bytea)
returns table (complaint_id uuid, person_id uuid)
language sql stable security definer set search_path = pg_catalog, public
begin atomic
  select complaint_id, id from case_person
    where receipt_number = given_number and secret_hash = given_hash;
end;
revoke all on function find_case_person_by_receipt from public;
grant execute on function find_case_person_by_receipt to become_app;

-- The first person, what she seeks, and the first respondent of every case that was registered.
insert into case_person (complaint_id, area, position, key_id, name_sealed, name_index, joins,
    joined_at)
  select c.id, c.area, 1, c.key_id, w.name_sealed, w.name_index, 'agreed', c.received_at
  from complaint c left join worker w on w.id = c.worker_id
  where c.status not in ('received', 'kept-as-warning') and c.openness <> 'anonymous';
insert into case_claim (complaint_id, area, person_id, kind, direction, minor, currency, key_id,
    recorded_by, recorded_at)
  select c.id, c.area, p.id, 'sought', 'of-worker', k.minor, k.currency, c.key_id, 'system',
    c.received_at
  from complaint c
  join case_person p on p.complaint_id = c.id
  join complaint_claim k on k.complaint_id = c.id and k.kind = 'sought'
  where c.people = 1;
insert into case_party (complaint_id, area, role, kind, agency_id, key_id, name_sealed, name_index,
    added_by, added_at)
  select id, area, 'respondent', respondent_kind, agency_id, key_id, respondent_sealed,
    respondent_index, 'system', received_at
  from complaint where status <> 'received';
