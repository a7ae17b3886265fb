-- Complaints (Prakas 249). Personal content is sealed; what stands open here are codes and sums.
create sequence complaint_number;

-- Reference data from the country pack; public, so without row-level security.
create table complaint_category (
  code text primary key,
  category_group text not null,
  group_km text not null,
  group_en text not null,
  name_km text not null,
  name_en text not null,
  sensitive boolean not null,
  position integer not null
);
grant select on complaint_category to become_app, become_jobs;

create table complaint (
  id uuid primary key default uuidv7(),
  number text not null unique,
  secret_hash bytea not null,
  status text not null default 'received' check (status in ('received', 'registered',
    'agency-asked', 'agency-answered', 'closure-proposed', 'withdrawal-asked', 'closed',
    'withdrawn', 'kept-as-warning')),
  version integer not null default 1,
  openness text not null check (openness in ('named', 'confidential', 'anonymous')),
  door text not null check (door in ('web', 'assisted', 'paper', 'api')),
  -- Receipt by any competent office starts the clock; a paper complaint keeps its own date.
  received_at timestamptz not null,
  entered_at timestamptz not null default now(),
  -- Province code of the office that owns the case; '00' for the ministry.
  area text not null,
  office_id uuid not null,
  owner_id uuid,
  helped_by uuid,
  paper_number text,
  worker_id uuid references worker (id),
  key_id uuid not null references person_key (id),
  people integer not null default 1 check (people between 1 and 100000),
  respondent_kind text not null check (respondent_kind in ('agency', 'broker', 'employer', 'unknown')),
  agency_id uuid,
  respondent_sealed bytea,
  respondent_index bytea,
  categories text[] not null check (cardinality(categories) > 0),
  happened_country text,
  happened_province text,
  happened_month text check (happened_month ~ '^\d{4}-\d{2}$'),
  asked_before text not null check (asked_before in ('nobody', 'agency', 'authority', 'other')),
  asked_answer_sealed bytea,
  story_sealed bytea,
  language text not null check (language in ('km', 'en')),
  -- Every open case has a next date; a finished one has none.
  next_due_at timestamptz,
  closed_at timestamptz,
  closed_how text check (closed_how in ('complainant-agreed', 'consent-recorded', 'withdrawn', 'kept-as-warning')),
  check ((status in ('closed', 'withdrawn', 'kept-as-warning')) = (next_due_at is null)),
  check ((status in ('closed', 'withdrawn', 'kept-as-warning')) = (closed_at is not null))
);
-- Worklists, keyset by due date; the national list and one area's.
create index complaint_by_due on complaint (next_due_at, id) where next_due_at is not null;
create index complaint_by_due_in_area on complaint (area, next_due_at, id) where next_due_at is not null;
create index complaint_by_receipt on complaint (received_at desc, id desc);
create index complaint_by_receipt_in_area on complaint (area, received_at desc, id desc);
create index complaint_by_owner on complaint (owner_id, next_due_at, id) where next_due_at is not null;
create index complaint_by_agency on complaint (agency_id, received_at desc) where agency_id is not null;
create index complaint_by_respondent on complaint (respondent_index) where respondent_index is not null;
create index complaint_by_worker on complaint (worker_id) where worker_id is not null;
create index complaint_by_status on complaint (status, received_at desc, id desc);
create index complaint_by_status_due on complaint (status, next_due_at, id) where next_due_at is not null;
create index complaint_unassigned on complaint (next_due_at, id)
  where owner_id is null and next_due_at is not null;
create index complaint_by_helper on complaint (helped_by, received_at desc, id desc)
  where helped_by is not null;

-- How to reach the person safely. Read only on purpose, each look with its reason.
create table complaint_contact (
  complaint_id uuid primary key references complaint (id),
  key_id uuid not null references person_key (id),
  area text not null,
  relation text not null check (relation in ('worker', 'family', 'representative', 'group')),
  name_sealed bytea,
  contact_sealed bytea,
  contact_index bytea,
  way text not null check (way in ('phone', 'message', 'through-someone', 'none')),
  safe_times text[] not null default '{}',
  prefers_woman boolean not null default false
);
create index complaint_contact_by_contact on complaint_contact (contact_index)
  where contact_index is not null;

-- Sums as the worker gave them: an unknown sum is open, not zero.
create table complaint_claim (
  id uuid primary key default uuidv7(),
  complaint_id uuid not null references complaint (id),
  area text not null,
  kind text not null check (kind in ('paid', 'owed', 'sought')),
  minor bigint check (minor >= 0),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  unique (complaint_id, kind)
);

create table complaint_message (
  id uuid primary key default uuidv7(),
  complaint_id uuid not null references complaint (id),
  area text not null,
  key_id uuid not null references person_key (id),
  from_side text not null check (from_side in ('complainant', 'office')),
  author_id text not null,
  sent_at timestamptz not null,
  body_sealed bytea not null,
  read_at timestamptz
);
create index complaint_message_by_case on complaint_message (complaint_id, sent_at);
create index complaint_message_unread on complaint_message (complaint_id)
  where read_at is null and from_side = 'complainant';

-- What an agency is asked, and all it ever sees of a case: copied here item by item, and sealed
-- under a key of its own.
create table agency_inquiry (
  id uuid primary key default uuidv7(),
  complaint_id uuid not null references complaint (id),
  agency_id uuid not null,
  area text not null,
  asked_at timestamptz not null,
  asked_by uuid not null,
  due_at timestamptz not null,
  key_id uuid not null references person_key (id),
  question_sealed bytea not null,
  categories text[] not null,
  happened_month text,
  claims jsonb not null,
  -- Present only for what the complainant agreed to show.
  worker_name_sealed bytea,
  story_sealed bytea,
  status text not null default 'asked' check (status in ('asked', 'answered', 'withdrawn')),
  answer_sealed bytea,
  answered_at timestamptz,
  answered_by uuid,
  version integer not null default 1,
  check ((status = 'answered') = (answer_sealed is not null))
);
create index agency_inquiry_by_agency on agency_inquiry (agency_id, due_at, id);
create index agency_inquiry_by_case on agency_inquiry (complaint_id, asked_at);

-- Answers given so far, sealed under a token that only the browser holds. Ends after two hours.
create table complaint_draft (
  token_hash bytea primary key,
  content_sealed bytea not null,
  expires_at timestamptz not null
);
create index complaint_draft_by_end on complaint_draft (expires_at);

-- Somebody who showed number and secret, for a short while.
create table receipt_session (
  token_hash bytea primary key,
  complaint_id uuid not null references complaint (id),
  expires_at timestamptz not null
);


alter table complaint enable row level security;
-- Who sees a case may move it where the rules allow; whoever does not see it may do neither.
do $$
declare
  seen text := $seen$
  case (select actor_kind())
    when 'system' then true
    when 'complainant' then id::text = (select actor_id())
    when 'person' then (select actor_is_officer()) and case
      when (select actor_roles()) && '{complaints-officer,complaints-head}'::text[]
        then (select actor_areas()) is null or area = any ((select actor_areas())::text[])
      -- A counsellor is not the ministry: she sees the cases that she helped to enter.
      when 'counsellor' = any ((select actor_roles())::text[])
        then helped_by::text = (select actor_id())
      else false
    end
    else false
  end
  $seen$;
begin
  execute format('create policy complaint_read on complaint for select using (%s)', seen);
  execute format('create policy complaint_move on complaint for update using (%s)', seen);
end $$;
create policy complaint_add on complaint for insert with check ((select actor_agency()) is null);

do $$
declare
  part text;
begin
  foreach part in array array['complaint_contact', 'complaint_claim', 'complaint_message'] loop
    execute format('alter table %I enable row level security', part);
    -- Visible exactly where the case itself is visible: its own policy decides.
    execute format('create policy %I on %I for select using (
      exists (select from complaint c where c.id = complaint_id))', part || '_read', part);
    execute format('create policy %I on %I for insert with check ((select actor_agency()) is null)',
      part || '_add', part);
  end loop;
end $$;
create policy complaint_message_move on complaint_message for update using (
  exists (select from complaint c where c.id = complaint_id));
-- The parts follow their case to another office's area; so do the notes.
create policy complaint_claim_move on complaint_claim for update using (
  (select actor_kind()) = 'system' or (select actor_is_officer()));
create policy note_move on note for update using ((select actor_kind()) = 'system');

-- What hangs on a case is seen by exactly those persons who see the case, in whichever area it was
-- written: a case that moved takes its timeline along.
do $$
declare
  part text;
begin
  foreach part in array array['event', 'clock', 'note', 'consent'] loop
    execute format('create policy %I on %I as restrictive for select using (
      (select actor_kind()) <> ''person'' or record_type <> ''complaint''
      or exists (select from complaint c where c.id = record_id))', part || '_of_seen_complaint', part);
  end loop;
end $$;
-- Notes are written by officers for officers.
create policy note_of_officers on note as restrictive for select using (
  (select actor_kind()) <> 'person' or record_type <> 'complaint'
  or (select actor_roles()) && '{complaints-officer,complaints-head}'::text[]);
create policy event_of_moved_complaint on event for select using (
  (select actor_is_officer()) and record_type = 'complaint' and 'officer' = any (visible_to)
  and exists (select from complaint c where c.id = record_id));
create policy worker_of_seen_complaint on worker as restrictive for select using (
  (select actor_roles()) <> '{counsellor}'
  or exists (select from complaint c where c.worker_id = worker.id));

alter table agency_inquiry enable row level security;
create policy agency_inquiry_read on agency_inquiry for select using (
  agency_id = (select actor_agency())
  or ((select actor_agency()) is null and exists (select from complaint c where c.id = complaint_id)));
create policy agency_inquiry_add on agency_inquiry for insert with check ((select actor_is_officer()));
-- The complainant, too: by taking a consent back or asking to withdraw.
create policy agency_inquiry_move on agency_inquiry for update using (
  agency_id = (select actor_agency()) or (select actor_is_officer())
  or (select actor_kind()) = 'system'
  or ((select actor_kind()) = 'complainant' and complaint_id::text = (select actor_id())));

-- What she lets the agency see is copied for it by her own act, so she reads her own record.
create policy worker_read_own on worker for select using (
  (select actor_kind()) = 'complainant'
  and exists (select from complaint c where c.worker_id = worker.id));

grant usage on sequence complaint_number to become_app;
grant select, insert on complaint, complaint_claim, complaint_message, complaint_contact to become_app;
grant update (status, version, area, office_id, owner_id, next_due_at, closed_at, closed_how, secret_hash)
  on complaint to become_app, become_jobs;
grant update (area) on complaint_contact, complaint_claim, complaint_message, worker, consent, note
  to become_app;
grant update (read_at) on complaint_message to become_app;
grant select, insert on agency_inquiry to become_app;
grant update (status, answer_sealed, answered_at, answered_by, version, area, worker_name_sealed,
  story_sealed)
  on agency_inquiry to become_app;
grant select, insert, update, delete on complaint_draft to become_app;
grant select, insert, delete on receipt_session to become_app;
grant select on complaint, complaint_contact, complaint_claim, complaint_message, agency_inquiry
  to become_jobs;
grant select, delete on complaint_draft, receipt_session to become_jobs;

-- Number and secret open a case before anybody is known: one exact look-up, nothing else.
create function find_complaint_by_receipt(given_number text, given_hash bytea) returns uuid
language sql stable security definer set search_path = pg_catalog, public
  return (select id from complaint where number = given_number and secret_hash = given_hash);
revoke all on function find_complaint_by_receipt from public;
grant execute on function find_complaint_by_receipt to become_app;

-- What the retention job takes away besides the keys: indexes by which a person could be found.
grant update (contact_index) on complaint_contact to become_jobs;
grant update (respondent_index) on complaint to become_jobs;
grant update (name_index) on worker to become_jobs;
create policy complaint_contact_forget on complaint_contact for update using (
  (select actor_kind()) = 'system' or (select actor_is_officer()));
create policy worker_move on worker for update using (
  (select actor_kind()) = 'system' or (select actor_is_officer()));
create index complaint_to_forget on complaint (closed_at) where closed_at is not null;
