-- Meetings of both sides, what came of them, and decisions by a second officer after they failed.

create table conciliation (
  id uuid primary key,
  complaint_id uuid not null references complaint (id),
  -- How often it was tried, counted; nobody knows yet how often it has to be.
  attempt integer not null check (attempt > 0),
  status text not null default 'planned' check (status in ('planned', 'invited', 'held', 'not-held',
    'settled', 'failed')),
  version integer not null default 1,
  way text not null check (way in ('phone', 'video', 'in-person')),
  province text check (province ~ '^\d\d$'),
  meets_at timestamptz not null,
  conducted_by uuid not null references person (id),
  -- The agencies that are invited: they see it.
  agency_ids uuid[] not null default '{}',
  -- How long before the rule wanted both sides to know, as it stood.
  rules_applied jsonb not null default '[]',
  planned_by uuid not null,
  planned_at timestamptz not null,
  invited_at timestamptz,
  held_at timestamptz,
  ended_at timestamptz,
  not_held_why text check (not_held_why in ('worker-absent', 'agency-absent', 'both-absent',
    'excused', 'office', 'protected')),
  failed_why text check (failed_why in ('no-agreement', 'agency-refuses', 'agency-stays-away',
    'worker-wants-decision', 'other')),
  -- To whom the minutes were read aloud.
  read_to text[] not null default '{}',
  -- The case's own key.
  key_id uuid not null references person_key (id),
  place_sealed bytea,
  reason_sealed bytea,
  minutes_sealed bytea,
  report_sealed bytea,
  outcome_id uuid,
  unique (complaint_id, attempt),
  check ((way = 'in-person') = (province is not null)),
  check ((status in ('held', 'settled')) <= (minutes_sealed is not null)),
  check ((status = 'failed') = (failed_why is not null)),
  check ((status in ('planned', 'invited', 'held')) = (ended_at is null)),
  check ((status = 'settled') = (outcome_id is not null))
);
-- One attempt at a time: of two planned at once the second is refused.
create unique index conciliation_under_way on conciliation (complaint_id)
  where status in ('planned', 'invited', 'held');
create index conciliation_by_day on conciliation (meets_at) where status in ('planned', 'invited');
create index conciliation_by_agency on conciliation using gin (agency_ids);

-- Who came and who did not. Which of a group stays with the officers.
create table conciliation_attendance (
  conciliation_id uuid not null references conciliation (id),
  side text not null check (side in ('worker', 'agency')),
  came text not null check (came in ('in-person', 'by-phone', 'represented', 'absent')),
  why text check (why in ('abroad', 'not-reached', 'excused', 'refused', 'unknown')),
  primary key (conciliation_id, side),
  check ((came = 'absent') = (why is not null))
);

-- What the meeting cost somebody: costs of the case, never hers to bear unseen.
create table conciliation_cost (
  id uuid primary key default uuidv7(),
  complaint_id uuid not null references complaint (id),
  conciliation_id uuid not null references conciliation (id),
  kind text not null check (kind in ('travel', 'lodging', 'meals', 'interpreter', 'lost-wage', 'other')),
  minor bigint not null check (minor between 1 and 1000000000000),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  payer text not null check (payer in ('ministry', 'agency', 'organisation', 'worker', 'nobody-yet')),
  recorded_by uuid not null,
  recorded_at timestamptz not null
);
create index conciliation_cost_by_case on conciliation_cost (complaint_id, recorded_at);

-- What there is of evidence, as both sides read of it. Files stay with the office: what a piece says is
-- written down; what would endanger somebody is kept back, with the reason.
create table exhibit (
  id uuid primary key default uuidv7(),
  complaint_id uuid not null references complaint (id),
  position integer not null check (position > 0),
  brought_by text not null check (brought_by in ('worker', 'agency', 'office', 'other')),
  -- A file of the case, if it is one.
  evidence_id uuid,
  shown boolean not null,
  kept_back_why text check (kept_back_why in ('safety', 'contact', 'somebody-else', 'no-consent')),
  agency_ids uuid[] not null default '{}',
  key_id uuid not null references person_key (id),
  what_sealed bytea not null,
  sorted_by uuid not null,
  sorted_at timestamptz not null,
  unique (complaint_id, position),
  check (shown = (kept_back_why is null))
);
create unique index exhibit_of_file on exhibit (evidence_id) where evidence_id is not null;

create table decision (
  id uuid primary key,
  complaint_id uuid not null references complaint (id),
  kind text not null check (kind in ('decision', 'proposal')),
  status text not null default 'drafted' check (status in ('drafted', 'issued', 'appealed', 'upheld',
    'changed', 'set-aside', 'dropped')),
  version integer not null default 1,
  decided_by uuid not null references person (id),
  finding text not null check (finding in ('for-worker', 'partly', 'against')),
  -- Whether the ministry may order it, as the rule stood, and how sure it was.
  may_order text not null check (may_order in ('yes', 'no', 'unknown')),
  rules_applied jsonb not null default '[]',
  agency_ids uuid[] not null default '{}',
  drafted_at timestamptz not null,
  issued_at timestamptz,
  signature_id uuid,
  -- Until when each side may appeal: by the rule, or set by hand with a reason.
  worker_until date not null,
  agency_until date not null,
  until_by text not null check (until_by in ('rule', 'officer')),
  key_id uuid not null references person_key (id),
  until_reason_sealed bytea,
  content_sealed bytea not null,
  -- Sums and days per person, without names, until it is issued.
  terms jsonb not null default '[]',
  outcome_id uuid,
  ruled_by uuid references person (id),
  ruled_at timestamptz,
  ruling_sealed bytea,
  -- Nothing is ordered by a rule that nobody knows.
  check (kind <> 'decision' or may_order = 'yes'),
  check ((status in ('drafted', 'dropped')) = (issued_at is null)),
  check ((issued_at is null) = (signature_id is null)),
  check ((until_by = 'officer') = (until_reason_sealed is not null)),
  check ((status in ('upheld', 'changed', 'set-aside')) = (ruled_by is not null)),
  constraint another_hears_the_appeal check (ruled_by <> decided_by)
);
create index decision_by_case on decision (complaint_id, drafted_at);
create index decision_by_agency on decision using gin (agency_ids);

-- For whom. Of two decisions for one person at once the second is refused.
create table decision_person (
  decision_id uuid not null references decision (id),
  complaint_id uuid not null,
  person_id uuid not null references case_person (id),
  in_force boolean not null default true,
  primary key (decision_id, person_id)
);
create unique index decision_of_person on decision_person (person_id) where in_force;

create table appeal (
  id uuid primary key default uuidv7(),
  decision_id uuid not null references decision (id),
  complaint_id uuid not null references complaint (id),
  side text not null check (side in ('worker', 'agency')),
  lodged_at timestamptz not null,
  -- She herself, the agency's own people, or an officer who entered what came on paper.
  lodged_by text not null,
  key_id uuid not null references person_key (id),
  grounds_sealed bytea not null,
  unique (decision_id, side)
);
create index appeal_by_case on appeal (complaint_id, lodged_at);

-- Whoever mediated neither decides nor hears an appeal, whatever the program says.
create function has_mediated(wanted uuid, somebody uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, public
begin atomic
  select exists (select from conciliation where complaint_id = wanted and conducted_by = somebody);
end;
revoke all on function has_mediated from public;
grant execute on function has_mediated to become_app, become_jobs;

create function another_decides() returns trigger language plpgsql as $$
begin
  if has_mediated(new.complaint_id, new.decided_by) or has_mediated(new.complaint_id, new.ruled_by) then
    raise check_violation using message = 'whoever mediated does not decide',
      constraint = 'another_decides';
  end if;
  return new;
end $$;
create trigger another_decides before insert or update of decided_by, ruled_by on decision
  for each row execute function another_decides();
-- And whoever decides does not mediate later.
create function decider_does_not_mediate() returns trigger language plpgsql as $$
begin
  if exists (select from decision where complaint_id = new.complaint_id
    and new.conducted_by in (decided_by, ruled_by) and status <> 'dropped') then
    raise check_violation using message = 'whoever decided does not mediate',
      constraint = 'decider_does_not_mediate';
  end if;
  return new;
end $$;
create trigger decider_does_not_mediate before insert or update of conducted_by on conciliation
  for each row execute function decider_does_not_mediate();

-- What is signed stays as it was signed.
create function keep_decision_as_signed() returns trigger language plpgsql as $$
begin
  if old.issued_at is not null and (new.content_sealed, new.terms, new.finding, new.kind,
    new.decided_by, new.issued_at, new.signature_id, new.worker_until, new.agency_until)
    is distinct from (old.content_sealed, old.terms, old.finding, old.kind, old.decided_by,
    old.issued_at, old.signature_id, old.worker_until, old.agency_until) then
    raise insufficient_privilege using message = 'a signed decision stays as it is';
  end if;
  return new;
end $$;
create trigger decision_stays_as_signed before update on decision
  for each row execute function keep_decision_as_signed();

do $$
declare
  part text;
  officer text := '((select actor_kind()) = ''system'' or (select actor_is_officer()))
    and exists (select from complaint c where c.id = complaint_id)';
begin
  foreach part in array array['conciliation', 'conciliation_cost', 'exhibit', 'decision',
    'decision_person'] loop
    execute format('alter table %I enable row level security', part);
    execute format('create policy %I on %I for insert with check (%s)', part || '_add', part, officer);
    execute format('create policy %I on %I for update using (%s)', part || '_move', part, officer);
  end loop;
  -- Nobody in danger ever meets the other side.
  create policy conciliation_unprotected on conciliation as restrictive for insert
    with check (not is_on_protected_track(complaint_id));
end $$;
alter table conciliation_attendance enable row level security;
alter table appeal enable row level security;

create policy conciliation_read on conciliation for select using (case
  when (select actor_kind()) = 'public' then false
  when (select actor_agency()) is not null then invited_at is not null
    and (select actor_agency()) = any (agency_ids) and not is_on_protected_track(complaint_id)
  else exists (select from complaint c where c.id = complaint_id) end);
create policy conciliation_attendance_read on conciliation_attendance for select using (
  exists (select from conciliation m where m.id = conciliation_id));
create policy conciliation_attendance_add on conciliation_attendance for insert with check (
  ((select actor_kind()) = 'system' or (select actor_is_officer()))
  and exists (select from conciliation m where m.id = conciliation_id));
create policy conciliation_cost_read on conciliation_cost for select using (
  (select actor_agency()) is null and exists (select from complaint c where c.id = complaint_id)
  and actor_case_person() is null);
create policy exhibit_read on exhibit for select using (case
  when (select actor_kind()) = 'public' then false
  when (select actor_agency()) is not null then shown
    and (select actor_agency()) = any (agency_ids) and not is_on_protected_track(complaint_id)
  else exists (select from complaint c where c.id = complaint_id) and actor_case_person() is null end);
-- Both sides read what was issued, and nothing that somebody is still writing.
create policy decision_read on decision for select using (case
  when (select actor_kind()) = 'public' then false
  when (select actor_agency()) is not null then issued_at is not null
    and (select actor_agency()) = any (agency_ids)
  when (select actor_kind()) = 'complainant' then issued_at is not null
    and complaint_id::text = (select actor_id())
    and (actor_case_person() is null or exists (select from decision_person p
      where p.decision_id = id and p.person_id = actor_case_person()))
  else exists (select from complaint c where c.id = complaint_id) end);
create policy decision_person_read on decision_person for select using (
  (select actor_agency()) is null and exists (select from complaint c where c.id = complaint_id)
  and (actor_case_person() is null or person_id = actor_case_person()));
create policy decision_appeal on decision for update using (
  (select actor_kind()) in ('complainant', 'person') and status in ('issued', 'appealed')
  and case when (select actor_agency()) is not null then (select actor_agency()) = any (agency_ids)
    else complaint_id::text = (select actor_id()) end)
  with check (status = 'appealed');
create policy appeal_read on appeal for select using (
  exists (select from decision d where d.id = decision_id)
  and ((select actor_agency()) is null or side = 'agency'));
create policy appeal_add on appeal for insert with check (
  exists (select from decision d where d.id = decision_id and d.complaint_id = appeal.complaint_id)
  and case
    when (select actor_agency()) is not null then side = 'agency'
    when (select actor_kind()) = 'complainant' then side = 'worker'
    else (select actor_kind()) = 'system' or (select actor_is_officer()) end);

grant select, insert on conciliation, conciliation_attendance, conciliation_cost, exhibit, decision,
  decision_person, appeal to become_app;
grant update (status, version, way, province, meets_at, conducted_by, invited_at, held_at, ended_at,
  not_held_why, failed_why, read_to, place_sealed, reason_sealed, minutes_sealed, report_sealed,
  outcome_id, agency_ids) on conciliation to become_app;
grant update (shown, kept_back_why, agency_ids, sorted_by, sorted_at) on exhibit to become_app;
grant update (payer) on conciliation_cost to become_app;
grant update (status, version, issued_at, signature_id, outcome_id, ruled_by, ruled_at, ruling_sealed)
  on decision to become_app;
grant update (in_force) on decision_person to become_app;
grant select on conciliation, conciliation_attendance, conciliation_cost, exhibit, decision,
  decision_person, appeal to become_jobs;
grant update (status, version, ended_at, not_held_why) on conciliation to become_jobs;
