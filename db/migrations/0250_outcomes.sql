-- What a case ended in, for whom, and what has to be done about it (decision 22). What is to be paid
-- stands in the ledger as dues; here stand the terms that they come from.
create table outcome (
  id uuid primary key,
  complaint_id uuid not null references complaint (id),
  -- The n-th of its case: with the number of the case what officers and papers call it.
  position integer not null check (position > 0),
  kind text not null check (kind in ('settlement', 'decision', 'proposal', 'award-elsewhere',
    'paid-already')),
  made_on date not null,
  recorded_by text not null default actor_id(),
  recorded_at timestamptz not null,
  -- The rule about who may order it, as it stood, and how sure it was.
  rule_applied jsonb,
  standing text not null check (standing in ('verified', 'reported', 'assumed', 'unknown')),
  -- What it was found in: a meeting, a proceeding elsewhere; of a later module, so no foreign key.
  from_type text check (from_type ~ '^[a-z-]{1,40}$'),
  from_id uuid,
  -- The case's own key.
  key_id uuid not null references person_key (id),
  basis_sealed bytea not null,
  -- The agencies that something is asked of: they see it.
  agency_ids uuid[] not null default '{}',
  unique (complaint_id, position),
  check ((from_type is null) = (from_id is null)),
  -- Nothing is ordered by a rule that nobody knows.
  constraint ordered_by_a_known_rule check (kind <> 'decision' or standing <> 'unknown')
);
create index outcome_by_from on outcome (from_id) where from_id is not null;

-- What each person said to it. The present word; earlier ones stand in the events.
create table outcome_person (
  outcome_id uuid not null references outcome (id),
  person_id uuid not null references case_person (id),
  complaint_id uuid not null references complaint (id),
  answer text not null check (answer in ('accepted', 'refused', 'not-reached')),
  how text check (how in ('thumbprint', 'signature', 'by-phone', 'in-person', 'in-writing')),
  answered_on date,
  recorded_by text not null default actor_id(),
  recorded_at timestamptz not null,
  version integer not null default 1,
  primary key (outcome_id, person_id),
  check ((answer = 'not-reached') = (answered_on is null)),
  check ((answered_on is null) = (how is null))
);
create index outcome_person_by_case on outcome_person (complaint_id, person_id);
create index outcome_person_by_person on outcome_person (person_id);

create table money_term (
  id uuid primary key,
  outcome_id uuid not null references outcome (id),
  complaint_id uuid not null references complaint (id),
  person_id uuid not null references case_person (id),
  debtor_agency_id uuid,
  debtor_party_id uuid references case_party (id),
  -- Who pays in its place; null where the debtor does.
  payer_agency_id uuid,
  payer_party_id uuid references case_party (id),
  -- The whole, or of what recurs one part.
  minor bigint not null check (minor between 1 and 1000000000000),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  due_on date not null,
  parts integer not null default 1 check (parts between 1 and 120),
  every_months integer check (every_months between 1 and 12),
  -- What recurs until something is done: what, and the day of the next part.
  until_sealed bytea,
  next_on date,
  ended_on date,
  -- Who fetches the money with a power of attorney.
  collector_sealed bytea,
  -- Heirs who share: person and parts; empty where she has it all.
  shares jsonb not null default '[]',
  -- Whether its dues are open: somebody bound by it.
  in_force boolean not null,
  check ((debtor_agency_id is null) <> (debtor_party_id is null)),
  check (payer_agency_id is null or payer_party_id is null),
  check (parts = 1 or every_months is not null),
  check (until_sealed is null or (every_months is not null and parts = 1)),
  check (next_on is null or (until_sealed is not null and ended_on is null and in_force))
);
create index money_term_by_case on money_term (complaint_id, person_id);
create index money_term_by_outcome on money_term (outcome_id, person_id);
create index money_term_by_next on money_term (next_on) where next_on is not null;

-- What is to be done instead of paid.
create table remedy (
  id uuid primary key,
  outcome_id uuid not null references outcome (id),
  complaint_id uuid not null references complaint (id),
  person_id uuid not null references case_person (id),
  kind text not null check (kind in ('document-returned', 'deployment', 'other-job',
    'changed-conditions', 'return-home', 'record-corrected', 'other')),
  debtor_agency_id uuid,
  debtor_party_id uuid references case_party (id),
  due_on date not null,
  words_sealed bytea,
  status text not null check (status in ('agreed', 'due', 'reported', 'confirmed', 'dropped')),
  version integer not null default 1,
  -- Who says that it was done, on which day, and the proof.
  done_on date,
  reported_by text,
  evidence_id uuid,
  settled_at timestamptz,
  settled_by text,
  settled_how text check (settled_how in ('by-beneficiary', 'by-officer')),
  check ((debtor_agency_id is null) <> (debtor_party_id is null)),
  check ((status in ('reported', 'confirmed')) <= (done_on is not null)),
  check ((status = 'confirmed') = (settled_at is not null)),
  check ((settled_at is null) = (settled_by is null) and (settled_at is null) = (settled_how is null))
);
create index remedy_by_case on remedy (complaint_id, person_id);
create index remedy_by_outcome on remedy (outcome_id, person_id);
create index remedy_by_due on remedy (due_on, id) where status in ('due', 'reported');
create index remedy_by_agency on remedy (debtor_agency_id, due_on) where debtor_agency_id is not null;

-- How somebody's word about a payment or a remedy was obtained: hers, or what an officer heard.
create table word_given (
  id uuid primary key default uuidv7(),
  complaint_id uuid not null,
  person_id uuid not null,
  subject text not null check (subject in ('payment', 'remedy')),
  subject_id uuid not null,
  answer text not null check (answer in ('came', 'part', 'not')),
  -- Of a part: how much came.
  minor bigint check (minor > 0),
  said_by text not null check (said_by in ('herself', 'family', 'heir', 'collector', 'representative')),
  how text not null check (how in ('receipt', 'by-phone', 'in-person', 'in-writing', 'at-pay-out')),
  said_on date not null,
  recorded_by text not null default actor_id(),
  recorded_at timestamptz not null,
  check ((answer = 'part') = (minor is not null))
);
create index word_given_by_subject on word_given (subject_id);
create index word_given_by_case on word_given (complaint_id, recorded_at);

alter table outcome enable row level security;
create policy outcome_read on outcome for select using (case
  when (select actor_kind()) = 'public' then false
  when (select actor_agency()) is not null then (select actor_agency()) = any (agency_ids)
  else exists (select from complaint c where c.id = complaint_id) end);
create policy outcome_add on outcome for insert with check (
  ((select actor_kind()) = 'system' or (select actor_is_officer()))
  and exists (select from complaint c where c.id = complaint_id));

-- With a receipt one reads what concerns oneself; an agency what is asked of it.
do $$
declare
  part text;
begin
  foreach part in array array['outcome_person', 'money_term', 'remedy', 'word_given'] loop
    execute format('alter table %I enable row level security', part);
    execute format('create policy %I on %I for select using (case
      when (select actor_kind()) = ''public'' then false
      when (select actor_agency()) is not null then %s
      when (select actor_kind()) = ''complainant'' then exists (
        select from case_person p where p.id = person_id)
      else exists (select from complaint c where c.id = complaint_id) end)', part || '_read', part,
      case when part in ('money_term', 'remedy')
        then 'debtor_agency_id = (select actor_agency())' else 'false' end);
  end loop;
  foreach part in array array['outcome_person', 'money_term', 'remedy'] loop
    execute format('create policy %I on %I for insert with check (
      ((select actor_kind()) = ''system'' or (select actor_is_officer()))
      and exists (select from complaint c where c.id = complaint_id))', part || '_add', part);
    execute format('create policy %I on %I for update using (
      ((select actor_kind()) = ''system'' or (select actor_is_officer()))
      and exists (select from complaint c where c.id = complaint_id))', part || '_move', part);
  end loop;
end $$;
-- An agency says that it did what it owes; she says whether it did.
create policy remedy_report on remedy for update using (
  (select actor_agency()) is not null and debtor_agency_id = (select actor_agency())
  and status in ('due', 'reported'))
  with check (status = 'reported');
create policy remedy_word on remedy for update using (
  (select actor_kind()) = 'complainant' and status = 'reported'
  and exists (select from case_person p where p.id = person_id))
  with check (status in ('confirmed', 'due'));
create policy word_given_add on word_given for insert with check (case
  when (select actor_kind()) = 'complainant' then complaint_id::text = (select actor_id())
    and exists (select from case_person p where p.id = person_id)
  else ((select actor_kind()) = 'system' or (select actor_is_officer()))
    and exists (select from complaint c where c.id = complaint_id) end);

-- Of the money of a group each sees her own: the ledger itself knows no persons of cases.
create policy due_of_oneself on due as restrictive for select using (
  (select actor_kind()) <> 'complainant'
  or exists (select from case_person p where p.id = beneficiary_id));
create policy ledger_account_of_oneself on ledger_account as restrictive for select using (
  (select actor_kind()) <> 'complainant' or due_id is null
  or exists (select from due d where d.id = due_id));

grant select, insert on outcome, outcome_person, money_term, remedy, word_given
  to become_app, become_jobs;
grant update (answer, how, answered_on, recorded_by, recorded_at, version) on outcome_person
  to become_app;
grant update (in_force, due_on, next_on, ended_on) on money_term to become_app, become_jobs;
grant update (status, version, due_on, done_on, reported_by, evidence_id, settled_at, settled_by,
  settled_how) on remedy to become_app;
