-- What a ministry changes in a normal year: proposed by one person, approved by another, in force
-- from a day. The reference tables themselves let nobody write but under an approved change.
create table change (
  id uuid primary key default uuidv7(),
  kind text not null check (kind ~ '^[a-z-]+$'),
  -- What is changed, in the words of its kind: the key of a rule, year and code of a holiday.
  subject text not null check (length(subject) between 1 and 200),
  -- As people call the subject, when it was proposed.
  name_km text not null,
  name_en text not null,
  content jsonb not null,
  status text not null default 'proposed'
    check (status in ('proposed', 'approved', 'in-force', 'superseded', 'refused', 'withdrawn')),
  version integer not null default 1,
  in_force_from date not null,
  reason text not null check (length(reason) between 1 and 4000),
  office_id uuid not null references office (id),
  proposed_by uuid not null references person (id),
  proposed_at timestamptz not null,
  approved_by uuid references person (id),
  approved_at timestamptz,
  -- The approver came out of the pool: the office has nobody else.
  from_pool boolean not null default false,
  -- Of the approver, in the table of signatures; no foreign key.
  signature_id uuid,
  -- Refused or withdrawn: by whom, and why. Null where the platform did it.
  ended_by uuid references person (id),
  ended_at timestamptz,
  ended_reason text check (length(ended_reason) between 1 and 4000),
  came_into_force_at timestamptz,
  constraint change_by_two_people check (approved_by <> proposed_by),
  check ((approved_by is null) = (approved_at is null)),
  check (status not in ('approved', 'in-force', 'superseded') or approved_by is not null),
  check (status not in ('proposed', 'refused') or approved_by is null),
  check ((status in ('refused', 'withdrawn')) = (ended_at is not null)),
  check ((status in ('refused', 'withdrawn')) = (ended_reason is not null)),
  check ((status in ('in-force', 'superseded')) = (came_into_force_at is not null))
);
create index change_open on change (in_force_from) where status in ('proposed', 'approved');
create index change_by_subject on change (kind, subject, proposed_at desc);
create index change_by_time on change (proposed_at desc, id desc);

alter table change enable row level security;
create policy change_read on change for select using (
  (select actor_is_officer()) or (select actor_kind()) = 'system');
create policy change_propose on change for insert with check (
  (select actor_is_officer()) and status = 'proposed' and proposed_by::text = (select actor_id()));
-- A person acts in the own name; what the calendar does, the platform does.
create policy change_move on change for update
  using ((select actor_is_officer()) or (select actor_kind()) = 'system')
  with check (case (select actor_kind())
    when 'system' then true
    else (status = 'approved' and approved_by::text = (select actor_id()))
      or (status in ('refused', 'withdrawn') and ended_by::text = (select actor_id()))
  end);
grant select, insert on change to become_app;
grant select on change to become_jobs;
grant update (status, version, approved_by, approved_at, from_pool, signature_id, ended_by, ended_at,
  ended_reason) on change to become_app;
grant update (status, version, came_into_force_at, ended_at, ended_reason) on change to become_jobs;

create function is_approved(of_kind text, what text) returns boolean language sql stable parallel safe
  return exists (select from change where kind = of_kind and subject = what and status = 'approved');

-- Who may be the second where an office has only one: persons by name.
create table approver_pool (
  person_id uuid not null references person (id),
  from_day date not null,
  -- The last day; null while no end is set.
  to_day date,
  primary key (person_id, from_day),
  check (to_day >= from_day)
);
alter table approver_pool enable row level security;
create policy approver_pool_read on approver_pool for select using (
  (select actor_is_officer()) or (select actor_kind()) = 'system');
create policy approver_pool_add on approver_pool for insert
  with check (is_approved('approver', person_id::text));
create policy approver_pool_end on approver_pool for update
  using (is_approved('approver', person_id::text));
grant select, insert on approver_pool to become_app, become_jobs;
grant update (to_day) on approver_pool to become_app, become_jobs;

-- Rules: a version that was approved and stopped before its first day is kept, and never counts.
alter table rule add column withdrawn boolean not null default false;
-- The last day that the version before had until this one closed it, to be given back.
alter table rule add column closed_before date;
alter table rule drop constraint rule_no_overlap;
alter table rule add constraint rule_no_overlap exclude using gist
  (key with =, daterange(valid_from, valid_to, '[]') with &&) where (not withdrawn);
alter table rule enable row level security;
create policy rule_read on rule for select using (true);
create policy rule_add on rule for insert
  with check (origin = 'ministry' and is_approved('rule', key));
create policy rule_close on rule for update using (is_approved('rule', key));
grant insert on rule to become_app;
grant update (valid_to, withdrawn) on rule to become_app;

-- Holidays: what the ministry set is not overwritten by the country pack.
alter table holiday add column origin text not null default 'country-pack'
  check (origin in ('country-pack', 'ministry'));
-- Set by the ministry not to be a holiday in this year: kept, so that it does not come back.
alter table holiday add column struck boolean not null default false check (not struck or day is null);
alter table holiday enable row level security;
create policy holiday_read on holiday for select using (true);
create policy holiday_add on holiday for insert
  with check (origin = 'ministry' and is_approved('holiday', year || '/' || code));
create policy holiday_remove on holiday for delete using (is_approved('holiday', year || '/' || code));
grant insert, delete on holiday to become_jobs;

-- Kinds of complaint: renamed, added or retired, never deleted; cases keep theirs.
alter table complaint_category add column retired boolean not null default false;
alter table complaint_category add column origin text not null default 'country-pack'
  check (origin in ('country-pack', 'ministry'));
alter table complaint_category enable row level security;
create policy complaint_category_read on complaint_category for select using (true);
create policy complaint_category_add on complaint_category for insert
  with check (origin = 'ministry' and is_approved('category', code));
create policy complaint_category_change on complaint_category for update
  using (is_approved('category', code)) with check (origin = 'ministry');
grant insert on complaint_category to become_jobs;
grant update (name_km, name_en, sensitive, retired, origin) on complaint_category to become_jobs;

-- Texts of messages and documents as the ministry words them; else those of the locales hold.
create table wording (
  key text not null check (key ~ '^wording(\.[a-z0-9-]+)+$'),
  version integer not null check (version > 0),
  text_km text not null,
  text_en text not null,
  valid_from date not null,
  withdrawn boolean not null default false,
  primary key (key, version)
);
alter table wording enable row level security;
create policy wording_read on wording for select using (true);
create policy wording_add on wording for insert with check (is_approved('wording', key));
create policy wording_withdraw on wording for update using (is_approved('wording', key));
grant select on wording to become_app, become_jobs;
grant insert on wording to become_app;
grant update (withdrawn) on wording to become_app;
