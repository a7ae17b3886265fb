-- Money paid in cash, on a day, at a place, to many at once: who is on the list, and what became of
-- each. What was received counts as her own word, given in person (word_given, at-pay-out).
create sequence pay_out_number;
create table pay_out_day (
  id uuid primary key,
  -- What the list is called: nothing personal.
  number text not null unique check (number ~ '^P\d{2}-\d{5,}$'),
  held_on date not null,
  place text not null check (length(place) between 1 and 200),
  office_id uuid not null references office (id),
  area text not null,
  -- Of the scans of the list: names of many cases stand on one paper.
  key_id uuid not null references person_key (id),
  planned_by text not null default actor_id(),
  planned_at timestamptz not null
);
create index pay_out_day_by_day on pay_out_day (held_on desc, id);

-- A person on the list of a day.
create table pay_out_entry (
  id uuid primary key,
  day_id uuid not null references pay_out_day (id),
  complaint_id uuid not null references complaint (id),
  person_id uuid not null references case_person (id),
  -- The number on the list.
  position integer not null check (position > 0),
  status text not null default 'listed' check (status in ('listed', 'received', 'refused', 'absent',
    'taken-off')),
  version integer not null default 1,
  -- Who took it: herself, or somebody in her place.
  received_by text check (received_by in ('herself', 'family', 'heir', 'collector', 'representative')),
  recorded_by text,
  recorded_at timestamptz,
  -- A photo of her with the money, kept with the evidence of her case.
  photo_id uuid references evidence (id),
  unique (day_id, position),
  check ((status = 'received') = (received_by is not null)),
  check ((status = 'listed') = (recorded_at is null) and (recorded_at is null) = (recorded_by is null))
);
create unique index pay_out_entry_once on pay_out_entry (day_id, person_id) where status <> 'taken-off';
create index pay_out_entry_by_person on pay_out_entry (person_id);
create index pay_out_entry_by_case on pay_out_entry (complaint_id);

-- The sums that she is to get that day, and the payment once she got them.
create table pay_out_line (
  entry_id uuid not null references pay_out_entry (id),
  due_id uuid not null references due (id),
  minor bigint not null check (minor between 1 and 1000000000000),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  payment_id uuid references due_payment (id),
  -- While it waits for her on this day; no due waits on two days.
  is_open boolean not null default true,
  primary key (entry_id, due_id),
  check (payment_id is null or not is_open)
);
create unique index pay_out_line_once on pay_out_line (due_id) where is_open;
create index pay_out_line_by_due on pay_out_line (due_id);

-- How she wants to get her money.
create table pay_wish (
  person_id uuid primary key references case_person (id),
  complaint_id uuid not null references complaint (id),
  way text not null check (way in ('bank', 'wallet', 'cash')),
  recorded_by text not null default actor_id(),
  recorded_at timestamptz not null
);
create index pay_wish_by_case on pay_wish (complaint_id);

alter table pay_out_entry enable row level security;
create policy pay_out_entry_read on pay_out_entry for select using (case
  when (select actor_kind()) = 'system' then true
  when (select actor_kind()) = 'complainant' then exists (
    select from case_person p where p.id = person_id)
  when (select actor_is_officer()) then exists (select from complaint c where c.id = complaint_id)
  else false end);
create policy pay_out_entry_add on pay_out_entry for insert with check (
  (select actor_is_officer()) and exists (select from complaint c where c.id = complaint_id));
create policy pay_out_entry_move on pay_out_entry for update using (
  (select actor_is_officer()) and exists (select from complaint c where c.id = complaint_id));

alter table pay_out_day enable row level security;
create policy pay_out_day_read on pay_out_day for select using (case
  when (select actor_kind()) = 'system' then true
  when (select actor_is_officer()) then (select actor_areas()) is null
    or area = any ((select actor_areas())::text[])
  when (select actor_kind()) = 'complainant' then exists (
    select from pay_out_entry e where e.day_id = id)
  else false end);
create policy pay_out_day_add on pay_out_day for insert with check ((select actor_is_officer())
  and ((select actor_areas()) is null or area = any ((select actor_areas())::text[])));

alter table pay_out_line enable row level security;
create policy pay_out_line_read on pay_out_line for select using (
  exists (select from pay_out_entry e where e.id = entry_id));
create policy pay_out_line_add on pay_out_line for insert with check (
  (select actor_is_officer()) and exists (select from pay_out_entry e where e.id = entry_id));
create policy pay_out_line_move on pay_out_line for update using (
  (select actor_is_officer()) and exists (select from pay_out_entry e where e.id = entry_id));

alter table pay_wish enable row level security;
create policy pay_wish_read on pay_wish for select using (case
  when (select actor_kind()) = 'system' then true
  when (select actor_kind()) = 'complainant' then exists (
    select from case_person p where p.id = person_id)
  when (select actor_is_officer()) then exists (select from complaint c where c.id = complaint_id)
  else false end);
create policy pay_wish_add on pay_wish for insert with check (
  (select actor_is_officer()) and exists (select from complaint c where c.id = complaint_id));
create policy pay_wish_change on pay_wish for update using (
  (select actor_is_officer()) and exists (select from complaint c where c.id = complaint_id));

-- The scan of the list with its thumbprints.
alter table evidence drop constraint evidence_record_type_check;
alter table evidence add constraint evidence_record_type_check
  check (record_type in ('complaint', 'letter', 'letter-scan', 'pay-out'));
create policy evidence_of_seen_pay_out on evidence as restrictive for select using (
  (select actor_kind()) <> 'person' or record_type <> 'pay-out'
  or exists (select from pay_out_day d where d.id = evidence.record_id));

grant usage on sequence pay_out_number to become_app;
grant select, insert on pay_out_day, pay_out_entry, pay_out_line, pay_wish to become_app;
grant update (status, version, received_by, recorded_by, recorded_at, photo_id) on pay_out_entry
  to become_app;
grant update (is_open, payment_id) on pay_out_line to become_app;
grant update (way, recorded_by, recorded_at) on pay_wish to become_app;
grant select on pay_out_day, pay_out_entry, pay_out_line, pay_wish to become_jobs;
