-- A name that is not somebody's own: brokers are known by a nickname, agencies lend theirs or have it
-- imitated.
alter table case_party add name_is text not null default 'own'
  check (name_is in ('own', 'nickname', 'lent', 'imitated'));

-- A day that passed without what was to be done: whose it was, since when, why, and what happened then.
-- Whatever was promised or ordered, also where no clock of ours ran.
create table missed_deadline (
  id uuid primary key default uuidv7(),
  complaint_id uuid not null references complaint (id),
  by_whom text not null check (by_whom in ('office', 'agency', 'employer', 'worker', 'court',
    'authority', 'other')),
  since date not null,
  key_id uuid not null references person_key (id),
  what_sealed bytea not null,
  why_sealed bytea,
  then_sealed bytea,
  recorded_by text not null,
  recorded_at timestamptz not null
);
create index missed_deadline_by_case on missed_deadline (complaint_id, since);
alter table missed_deadline enable row level security;
create policy missed_deadline_read on missed_deadline for select using (
  ((select actor_kind()) = 'system' or (select actor_is_officer()))
  and exists (select from complaint c where c.id = complaint_id));
create policy missed_deadline_add on missed_deadline for insert with check (
  (select actor_is_officer()) and recorded_by = (select actor_id())
  and exists (select from complaint c where c.id = complaint_id));
grant select, insert on missed_deadline to become_app;
grant select on missed_deadline to become_jobs;
