-- What is kept beside a case about the person's safety, and people at risk who do not complain.

-- An officer's short form; each look is a version of its own, none is changed.
create table screening (
  id uuid primary key default uuidv7(),
  complaint_id uuid not null references complaint (id),
  version integer not null check (version > 0),
  -- Which edition of the list was asked.
  list text not null,
  -- By indicator: yes, no or not known, and for whom.
  answers jsonb not null,
  outcome text not null check (outcome in ('protected', 'ask-again', 'ordinary')),
  reasons text[] not null,
  key_id uuid not null references person_key (id),
  note_sealed bytea,
  made_by uuid not null references person (id),
  made_at timestamptz not null,
  unique (complaint_id, version)
);

-- A relative or a recruiter who may be involved: nothing goes there.
create table must_not_be_told (
  id uuid primary key default uuidv7(),
  complaint_id uuid not null references complaint (id),
  relation text not null
    check (relation in ('relative', 'recruiter', 'agency', 'employer', 'official', 'other')),
  key_id uuid not null references person_key (id),
  who_sealed bytea not null,
  contact_sealed bytea,
  contact_index bytea,
  kept_by uuid not null references person (id),
  kept_at timestamptz not null,
  lifted_at timestamptz,
  check ((contact_sealed is null) = (contact_index is null) or lifted_at is not null)
);
create index must_not_be_told_by_case on must_not_be_told (complaint_id);

-- What is best for a child is found by steps, without a guardian who is involved, by two persons.
create table best_interest (
  id uuid primary key default uuidv7(),
  complaint_id uuid not null references complaint (id),
  -- Of complaints' case_person, where the child is one of the persons of the case.
  person_id uuid,
  status text not null default 'open' check (status in ('open', 'proposed', 'decided')),
  version integer not null default 1,
  guardian text not null check (guardian in ('parent', 'relative', 'social-worker', 'nobody')),
  guardian_involved text not null check (guardian_involved in ('yes', 'no', 'not-known')),
  key_id uuid not null references person_key (id),
  opened_by uuid not null references person (id),
  opened_at timestamptz not null,
  proposed_by uuid references person (id),
  proposed_at timestamptz,
  decision_sealed bytea,
  decided_by uuid references person (id),
  decided_at timestamptz,
  -- Somebody who may be involved stands for nobody.
  constraint guardian_is_not_involved check (status = 'open' or guardian = 'nobody'
    or guardian_involved = 'no'),
  constraint best_interest_by_two check (decided_by <> proposed_by),
  check ((status = 'open') = (proposed_by is null)),
  check ((status = 'decided') = (decided_by is not null)),
  check ((proposed_by is null) = (decision_sealed is null))
);
create index best_interest_by_case on best_interest (complaint_id);
create table best_interest_step (
  best_interest_id uuid not null references best_interest (id),
  step text not null,
  done_by uuid not null references person (id),
  done_at timestamptz not null,
  primary key (best_interest_id, step)
);

create table referral (
  id uuid primary key default uuidv7(),
  complaint_id uuid not null references complaint (id),
  person_id uuid,
  body text not null check (body in ('social-affairs', 'shelter', 'victim-identification',
    'embassy', 'police', 'immigration', 'health', 'legal-aid')),
  status text not null default 'prepared' check (status in ('prepared', 'sent', 'refused',
    'helping', 'helped', 'declined')),
  version integer not null default 1,
  is_child boolean not null,
  -- An adult's own yes to this one referral, or what two persons decided for a child.
  consent_how text check (consent_how in ('in-person', 'by-phone', 'in-writing')),
  consented_on date,
  consent_by uuid references person (id),
  best_interest_id uuid references best_interest (id),
  -- What may happen to her there, and what came of the warning.
  warnings text[] not null default '{}',
  warning_answer text check (warning_answer in ('she-knows-and-agrees', 'danger-removed')),
  warning_sealed bytea,
  key_id uuid not null references person_key (id),
  to_sealed bytea not null,
  owner_id uuid not null references person (id),
  next_on date,
  answer_sealed bytea,
  made_by uuid not null references person (id),
  made_at timestamptz not null,
  check (is_child or best_interest_id is null),
  check ((consent_how is null) = (consented_on is null)),
  check ((consent_how is null) = (consent_by is null)),
  constraint referred_by_her_own_yes check (status in ('prepared', 'declined')
    or (not is_child and consent_how is not null) or best_interest_id is not null),
  constraint warning_is_answered check (status in ('prepared', 'declined')
    or warnings = '{}' or (warning_answer is not null and warning_sealed is not null)),
  -- Open until somebody helped or she said no: then nothing is due.
  check ((status in ('helped', 'declined')) = (next_on is null))
);
create index referral_by_case on referral (complaint_id, made_at);
create index referral_by_owner on referral (owner_id, next_on) where next_on is not null;

create table retaliation (
  id uuid primary key default uuidv7(),
  complaint_id uuid not null references complaint (id),
  happened_on date not null,
  kind text not null check (kind in ('threat', 'violence', 'dismissal', 'papers-taken',
    'pressure-on-family', 'counter-complaint', 'other')),
  key_id uuid not null references person_key (id),
  what_sealed bytea not null,
  reported_by uuid not null references person (id),
  reported_at timestamptz not null,
  done_on date check (done_on >= happened_on),
  done_sealed bytea,
  done_by uuid references person (id),
  check ((done_on is null) = (done_sealed is null)),
  check ((done_on is null) = (done_by is null))
);
create index retaliation_by_case on retaliation (complaint_id, happened_on);

-- Somebody is worried about a person who does not complain.
create table concern (
  id uuid primary key default uuidv7(),
  status text not null default 'new'
    check (status in ('new', 'watched', 'complaint', 'safe', 'stopped')),
  version integer not null default 1,
  door text not null check (door in ('officer', 'counsellor', 'public')),
  area text not null,
  office_id uuid not null references office (id),
  country text,
  signs text[] not null default '{}',
  key_id uuid not null references person_key (id),
  about_sealed bytea not null,
  reporter_sealed bytea,
  made_by uuid references person (id),
  made_at timestamptz not null,
  owner_id uuid references person (id),
  next_on date,
  -- Her own yes, and how she gave it: without it nothing becomes a complaint.
  yes_how text check (yes_how in ('in-person', 'by-phone', 'in-writing', 'voice-message')),
  yes_on date,
  yes_heard_by uuid references person (id),
  complaint_id uuid references complaint (id),
  ended_at timestamptz,
  ended_sealed bytea,
  check ((status in ('new', 'watched')) = (next_on is not null)),
  check ((status in ('new', 'watched')) = (ended_at is null)),
  check (status <> 'watched' or owner_id is not null),
  constraint complaint_by_her_own_yes check (status <> 'complaint' or (yes_how is not null
    and yes_on is not null and yes_heard_by is not null and complaint_id is not null)),
  check ((door = 'public') = (made_by is null))
);
create index concern_by_next on concern (next_on, id) where next_on is not null;
create index concern_to_forget on concern (ended_at) where ended_at is not null;

create table concern_help (
  id uuid primary key default uuidv7(),
  concern_id uuid not null references concern (id),
  help text not null check (help in ('information', 'a-call', 'shelter', 'doctor',
    'way-home', 'legal-aid', 'food-or-money')),
  offered_on date not null,
  answer text not null check (answer in ('yes', 'no', 'later', 'not-reached')),
  offered_by uuid not null references person (id),
  key_id uuid not null references person_key (id),
  note_sealed bytea
);
create index concern_help_by_concern on concern_help (concern_id, offered_on);

do $$
declare
  part text;
begin
  foreach part in array array['screening', 'must_not_be_told', 'best_interest', 'referral',
    'retaliation'] loop
    execute format('alter table %I enable row level security', part);
    execute format('create policy %I on %I for select using (
      (select actor_protects()) and sees_complaint(complaint_id))', part || '_read', part);
    execute format('create policy %I on %I for insert with check (
      (select actor_protects()) and sees_complaint(complaint_id))', part || '_add', part);
  end loop;
  foreach part in array array['must_not_be_told', 'best_interest', 'referral', 'retaliation'] loop
    execute format('create policy %I on %I for update using (
      (select actor_protects()) and sees_complaint(complaint_id))', part || '_move', part);
  end loop;
end $$;
alter table best_interest_step enable row level security;
create policy best_interest_step_read on best_interest_step for select using (
  exists (select from best_interest b where b.id = best_interest_id));
create policy best_interest_step_add on best_interest_step for insert with check (
  done_by::text = (select actor_id()) and exists (select from best_interest b
    where b.id = best_interest_id and b.status = 'open'));

-- Caseworkers and heads of the area; otherwise whoever wrote it down or watches it.
alter table concern enable row level security;
do $$
declare
  seen text := $q$
  (select actor_kind()) = 'system'
  or ((select actor_is_officer()) and (
    (owner_id is null and made_by::text = (select actor_id()))
    or owner_id::text = (select actor_id())
    or ((select actor_roles()) && '{complaints-head,caseworker}'::text[]
      and actor_reaches_area(area))))
  $q$;
begin
  execute format('create policy concern_read on concern for select using (%s)', seen);
  execute format('create policy concern_move on concern for update using (%s) with check (true)', seen);
end $$;
create policy concern_add on concern for insert with check (
  status = 'new' and case (select actor_kind())
    when 'public' then door = 'public'
    when 'person' then (select actor_is_officer()) and made_by::text = (select actor_id())
    else (select actor_kind()) = 'system' end);
alter table concern_help enable row level security;
create policy concern_help_read on concern_help for select using (
  exists (select from concern c where c.id = concern_id));
create policy concern_help_add on concern_help for insert with check (
  offered_by::text = (select actor_id()) and exists (select from concern c where c.id = concern_id));

-- Events about concerns are read by whoever sees the concern.
create function sees_concern(wanted uuid) returns boolean language plpgsql stable parallel safe
as $$ begin return exists (select from concern where id = wanted); end $$;
create policy event_of_seen_concern on event as restrictive for select using (
  actor_kind() <> 'person' or record_type <> 'concern' or sees_concern(record_id));

grant select, insert on screening, must_not_be_told, best_interest, best_interest_step, referral,
  retaliation, concern, concern_help to become_app;
grant update (lifted_at, contact_index) on must_not_be_told to become_app;
grant update (status, version, guardian, guardian_involved, proposed_by, proposed_at,
  decision_sealed, decided_by, decided_at) on best_interest to become_app;
grant update (status, version, consent_how, consented_on, consent_by, best_interest_id,
  warning_answer, warning_sealed, owner_id, next_on, answer_sealed) on referral to become_app;
grant update (done_on, done_sealed, done_by) on retaliation to become_app;
grant update (status, version, owner_id, next_on, yes_how, yes_on, yes_heard_by, complaint_id,
  ended_at, ended_sealed) on concern to become_app;
grant select on screening, must_not_be_told, best_interest, best_interest_step, referral,
  retaliation, concern, concern_help to become_jobs;
grant update (contact_index) on must_not_be_told to become_jobs;

-- Ageing and decisions of every hidden case, for oversight: codes and dates, no person, no words.
create function overseen_cases(most integer)
returns table (complaint_id uuid, number text, hidden_as text, office_id uuid, status text,
  received_at timestamptz, next_due_at timestamptz, has_owner boolean, has_caseworker boolean,
  screened_at timestamptz, referrals_open integer, retaliations integer, last_event text,
  last_event_at timestamptz)
language sql stable security definer set search_path = pg_catalog, public as $$
  select c.id, c.number,
    case when c.is_protected and c.about_office then 'both' when c.is_protected then 'protected'
      else 'about-office' end,
    c.office_id, c.status, c.received_at, c.next_due_at, c.owner_id is not null,
    (select t.caseworker_id is not null from protection_track t where t.complaint_id = c.id),
    (select max(made_at) from screening s where s.complaint_id = c.id),
    (select count(*)::int from referral r where r.complaint_id = c.id and r.next_on is not null),
    (select count(*)::int from retaliation r where r.complaint_id = c.id),
    e.type, e.happened_at
  from complaint c
  left join lateral (select type, happened_at from event
    where record_id = c.id and record_type = 'complaint'
    order by happened_at desc, id desc limit 1) e on true
  where (c.is_protected or c.about_office)
    and (actor_kind() = 'system'
      or (actor_kind() = 'person' and actor_agency() is null and 'oversight' = any (actor_roles())))
  order by c.next_due_at nulls last, c.id limit most
$$;
revoke all on function overseen_cases from public;
grant execute on function overseen_cases to become_app;
