-- Scans that were handed in together: each finds its letter by the code on it, or waits for somebody
-- who knows its number. Until then a scan belongs to nobody's letter and has a key of its own.

alter table evidence drop constraint evidence_record_type_check;
alter table evidence add constraint evidence_record_type_check
  check (record_type in ('complaint', 'letter', 'letter-scan'));

create table letter_scan (
  id uuid primary key default uuidv7(),
  office_id uuid not null references office (id),
  area text not null,
  key_id uuid not null references person_key (id),
  uploaded_by uuid not null references person (id),
  uploaded_at timestamptz not null,
  -- Which letters whoever handed it in may see; null for all.
  reach text[],
  status text not null default 'reading' check (status in ('reading', 'matched', 'unmatched', 'dropped')),
  version integer not null default 1,
  -- Why it found no letter.
  reason text,
  -- The letter that it belongs to, or was said to belong to.
  letter_id uuid references letter (id),
  ended_at timestamptz,
  check ((status = 'unmatched') = (reason is not null)),
  check (status <> 'matched' or letter_id is not null),
  check ((status in ('matched', 'dropped')) = (ended_at is not null))
);
create index letter_scan_open on letter_scan (id) where status in ('reading', 'unmatched');
create index letter_scan_by_office on letter_scan (office_id, id desc);

alter table letter_scan enable row level security;
create policy letter_scan_read on letter_scan for select using ((select actor_kind()) = 'system'
  or ((select actor_writes_letters()) and actor_reaches_area(area)));
create policy letter_scan_add on letter_scan for insert with check (
  (select actor_writes_letters()) and actor_reaches_area(area)
  and uploaded_by::text = (select actor_id()) and status = 'reading');
create policy letter_scan_move on letter_scan for update using ((select actor_kind()) = 'system'
  or ((select actor_writes_letters()) and actor_reaches_area(area)));

create policy evidence_of_seen_scan on evidence as restrictive for select using (
  (select actor_kind()) <> 'person' or record_type <> 'letter-scan'
  or exists (select from letter_scan s where s.id = evidence.record_id));

grant select, insert on letter_scan to become_app;
grant update (status, version, reason, letter_id, ended_at) on letter_scan to become_app;
grant select on letter_scan to become_jobs;
grant update (status, version, reason, letter_id, ended_at) on letter_scan to become_jobs;
grant execute on function find_document to become_jobs;
