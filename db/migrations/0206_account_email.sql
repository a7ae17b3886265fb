-- A mailbox that somebody gave for the own account: that something waits is told there, by number
-- and link. It counts once a link that was sent there was opened by the same person.
create table person_email (
  person_id uuid primary key references person (id),
  key_id uuid not null references person_key (id),
  address_sealed bytea not null,
  confirmed_at timestamptz not null
);
create table person_email_waiting (
  person_id uuid primary key references person (id),
  key_id uuid not null references person_key (id),
  address_sealed bytea not null,
  code_index bytea not null,
  code_sealed bytea not null,
  expires_at timestamptz not null
);

alter table person_email enable row level security;
create policy person_email_own on person_email for select using (
  actor_is_person(person_id) or (select actor_kind()) = 'system');
create policy person_email_add on person_email for insert with check (actor_is_person(person_id));
create policy person_email_end on person_email for delete using (actor_is_person(person_id));
alter table person_email_waiting enable row level security;
create policy person_email_waiting_own on person_email_waiting using (
  actor_is_person(person_id) or (select actor_kind()) = 'system');
grant select, insert, delete on person_email, person_email_waiting to become_app;
grant select on person_email to become_jobs;
grant select, delete on person_email_waiting to become_jobs;

alter table outgoing_message drop constraint outgoing_message_kind_check;
alter table outgoing_message add constraint outgoing_message_kind_check check (kind in ('received',
  'news', 'words', 'your-turn', 'case-given', 'confirm-address', 'to-approve', 'to-sign', 'inquiry'));
