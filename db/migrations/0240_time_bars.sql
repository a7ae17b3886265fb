-- A claim that was filed elsewhere in time: by the time bar that it stops. Codes and days only.
create table claim_filing (
  id uuid primary key default uuidv7(),
  complaint_id uuid not null references complaint (id),
  bar text not null check (bar ~ '^[A-Z]{2}\.[a-z-]{1,20}$'),
  filed_on date not null,
  recorded_by text not null,
  recorded_at timestamptz not null,
  unique (complaint_id, bar)
);

-- That the owner of a case was told: each of the days of the rule once.
create table time_bar_alarm (
  complaint_id uuid not null references complaint (id),
  bar text not null check (bar ~ '^[A-Z]{2}\.[a-z-]{1,20}$'),
  until date not null,
  days integer not null check (days >= 0),
  raised_at timestamptz not null,
  primary key (complaint_id, bar, until, days)
);

alter table claim_filing enable row level security;
alter table time_bar_alarm enable row level security;
-- Visible exactly where the case itself is visible: its own policy decides.
create policy claim_filing_read on claim_filing for select using (
  exists (select from complaint c where c.id = complaint_id));
create policy claim_filing_add on claim_filing for insert with check (
  actor_is_officer() and exists (select from complaint c where c.id = complaint_id));
create policy time_bar_alarm_read on time_bar_alarm for select using (
  actor_kind() = 'system');
create policy time_bar_alarm_add on time_bar_alarm for insert with check (
  actor_kind() = 'system');

grant select, insert on claim_filing to become_app;
grant select on claim_filing to become_jobs;
grant select, insert on time_bar_alarm to become_jobs;
