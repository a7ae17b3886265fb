-- What police, prosecutors, courts, labour authorities and insurance schemes of any country do in a
-- case: recorded as it is. It ends nothing that it does not cover.
create table proceeding (
  id uuid primary key,
  complaint_id uuid not null references complaint (id),
  area text not null,
  kind text not null check (kind in ('police', 'prosecutor', 'court', 'labour-authority', 'insurance',
    'arbitration', 'other')),
  country text not null check (country ~ '^[A-Z]{2}$'),
  stage text not null check (stage in ('to-file', 'filed', 'investigated', 'heard', 'decided',
    'appealed', 'enforced', 'ended')),
  version integer not null default 1,
  -- Whoever looks after it here.
  owner_id uuid not null references person (id),
  -- By when it has to be filed; set by hand where no rule says it.
  file_by date,
  filed_on date,
  -- When somebody looks at it again.
  look_on date,
  ended_how text check (ended_how in ('decided', 'settled', 'dropped', 'not-filed', 'other')),
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  -- The case's own key.
  key_id uuid not null references person_key (id),
  authority_sealed bytea not null,
  number_sealed bytea,
  check ((stage = 'to-file') <= (filed_on is null and file_by is not null)),
  check ((stage = 'ended') = (ended_how is not null)),
  check ((stage = 'ended') = (look_on is null))
);
create index proceeding_by_case on proceeding (complaint_id, recorded_at);
create index proceeding_by_day on proceeding (look_on, id) where look_on is not null;

-- Whom it covers; nobody else of the case is touched by what comes of it.
create table proceeding_person (
  proceeding_id uuid not null references proceeding (id),
  complaint_id uuid not null,
  person_id uuid not null references case_person (id),
  primary key (proceeding_id, person_id)
);
create index proceeding_person_by_case on proceeding_person (complaint_id);

-- What happened or is fixed: a hearing, an order, a word of the authority.
create table proceeding_entry (
  id uuid primary key default uuidv7(),
  proceeding_id uuid not null references proceeding (id),
  complaint_id uuid not null,
  kind text not null check (kind in ('hearing', 'detention', 'release', 'freezing', 'award', 'other-order',
    'note')),
  on_day date not null,
  at_time text check (at_time ~ '^\d\d:\d\d$'),
  -- Of an order: until when it holds.
  until date,
  outcome_id uuid,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  key_id uuid not null references person_key (id),
  words_sealed bytea,
  check ((kind = 'award') = (outcome_id is not null)),
  check (at_time is null or kind = 'hearing')
);
create index proceeding_entry_by_case on proceeding_entry (complaint_id, on_day);

alter table proceeding enable row level security;
alter table proceeding_person enable row level security;
alter table proceeding_entry enable row level security;
-- Her own page says where it stands, as far as it covers her; the other side learns of it there.
create policy proceeding_read on proceeding for select using (
  (select actor_agency()) is null and exists (select from complaint c where c.id = complaint_id)
  and (actor_case_person() is null or exists (select from proceeding_person p
    where p.proceeding_id = id and p.person_id = actor_case_person())));
create policy proceeding_person_read on proceeding_person for select using (
  (select actor_agency()) is null and exists (select from complaint c where c.id = complaint_id)
  and (actor_case_person() is null or person_id = actor_case_person()));
create policy proceeding_entry_read on proceeding_entry for select using (
  exists (select from proceeding p where p.id = proceeding_id));
do $$
declare
  part text;
  officer text := '((select actor_kind()) = ''system'' or (select actor_is_officer()))
    and exists (select from complaint c where c.id = complaint_id)';
begin
  foreach part in array array['proceeding', 'proceeding_person', 'proceeding_entry'] loop
    execute format('create policy %I on %I for insert with check (%s)', part || '_add', part, officer);
  end loop;
  execute format('create policy proceeding_move on proceeding for update using (%s)', officer);
end $$;

grant select, insert on proceeding, proceeding_person, proceeding_entry to become_app;
grant update (stage, version, owner_id, file_by, filed_on, look_on, ended_how, number_sealed)
  on proceeding to become_app;
grant select on proceeding, proceeding_person, proceeding_entry to become_jobs;
