-- Officers who linked a chat with the ministry's bot: what they forward there belongs to a case.
create table telegram_chat (
  person_id uuid primary key references person (id),
  key_id uuid not null references person_key (id),
  chat_sealed bytea not null,
  chat_index bytea not null unique,
  linked_at timestamptz not null,
  -- The case named last: what is forwarded right after it goes there, too.
  record_number text,
  record_until timestamptz
);
-- Shown once to somebody signed in, and typed into the chat.
create table telegram_code (
  person_id uuid primary key references person (id),
  code_index bytea not null unique,
  code_sealed bytea not null,
  expires_at timestamptz not null
);
-- Forwarded before its case was named.
create table telegram_waiting (
  update_id bigint primary key,
  chat_index bytea not null,
  key_id uuid not null references person_key (id),
  content_sealed bytea not null,
  received_at timestamptz not null
);
create index telegram_waiting_by_chat on telegram_waiting (chat_index, update_id);
-- Carried out already, should it come twice.
create table telegram_update (
  bot_id text not null,
  update_id bigint not null,
  handled_at timestamptz not null,
  primary key (bot_id, update_id)
);
create index telegram_update_by_age on telegram_update (handled_at);

alter table telegram_chat enable row level security;
create policy telegram_chat_own on telegram_chat for select using (actor_is_person(person_id));
create policy telegram_chat_add on telegram_chat for insert with check (
  (select actor_kind()) = 'system');
create policy telegram_chat_move on telegram_chat for update using ((select actor_kind()) = 'system');
create policy telegram_chat_end on telegram_chat for delete using (actor_is_person(person_id));
alter table telegram_code enable row level security;
create policy telegram_code_own on telegram_code using (actor_is_person(person_id));
alter table telegram_waiting enable row level security;
create policy telegram_waiting_of_jobs on telegram_waiting using ((select actor_kind()) = 'system');
alter table telegram_update enable row level security;
create policy telegram_update_of_jobs on telegram_update using ((select actor_kind()) = 'system');

grant select, delete on telegram_chat to become_app, become_jobs;
grant insert on telegram_chat to become_jobs;
grant update (record_number, record_until) on telegram_chat to become_jobs;
grant select, insert, delete on telegram_code to become_app;
grant select, delete on telegram_code to become_jobs;
grant select, insert, delete on telegram_waiting, telegram_update to become_jobs;
-- Who it is that forwards, with the roles of today: the bot acts as this person and no further.
grant execute on function current_assignments(uuid, timestamptz) to become_jobs;
-- What an officer forwards is kept in the officer's own name: the policies ask who acts.
grant insert on note to become_jobs;
