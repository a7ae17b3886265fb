-- What leaves the house by text message, e-mail or Telegram. To whom and what is sealed under the
-- key of the person it concerns: where that key ends, the message ends with it.
create table outgoing_message (
  id uuid not null default uuidv7(),
  queued_at timestamptz not null,
  record_type text not null,
  record_id uuid not null,
  kind text not null check (kind in ('received', 'news', 'words', 'your-turn', 'case-given')),
  channel text not null check (channel in ('sms', 'email', 'telegram')),
  language text not null check (language in ('km', 'en')),
  key_id uuid not null references person_key (id),
  recipient_sealed bytea not null,
  text_sealed bytea not null,
  -- When the person said that it is safe; empty for any time of the day.
  safe_hours text[] not null default '{}'
    check (safe_hours <@ '{morning,midday,evening,night,sunday}'::text[]),
  -- `unknown` stands from before a try until its answer: whoever dies in between leaves the truth.
  status text not null default 'queued'
    check (status in ('queued', 'handed-over', 'delivered', 'failed', 'unknown')),
  attempts integer not null default 0 check (attempts >= 0),
  -- Null where nothing more happens by itself.
  next_attempt_at timestamptz,
  tried_at timestamptz,
  handed_over_at timestamptz,
  settled_at timestamptz,
  -- Why not, in a word without anybody's data.
  code text check (code ~ '^[a-z0-9-]{1,40}$'),
  primary key (id, queued_at),
  check (next_attempt_at is null or status in ('queued', 'unknown')),
  check (status <> 'queued' or next_attempt_at is not null)
) partition by range (queued_at);
create index outgoing_message_due on outgoing_message (next_attempt_at)
  where next_attempt_at is not null;
create index outgoing_message_by_status on outgoing_message (status, queued_at desc, id desc);
create index outgoing_message_by_record on outgoing_message (record_id, queued_at);
select make_month_partitions('outgoing_message', current_date,
  (current_date + interval '3 months')::date);
create table outgoing_message_default partition of outgoing_message default;

create or replace function make_coming_partitions() returns void
language sql security definer set search_path = pg_catalog, public as $$
  select make_month_partitions('event', current_date, (current_date + interval '3 months')::date);
  select make_month_partitions('audit', current_date, (current_date + interval '3 months')::date);
  select make_month_partitions('outgoing_message', current_date,
    (current_date + interval '3 months')::date);
$$;

-- One cause, one message, for all months together.
create table outgoing_cause (
  cause text primary key,
  message_id uuid not null,
  queued_at timestamptz not null
);
create index outgoing_cause_by_age on outgoing_cause (queued_at);

-- What the centre calls the parts that it took, and what it said of them later: either may come first.
create table outgoing_part (
  message_id uuid not null,
  queued_at timestamptz not null,
  number integer not null check (number > 0),
  attempt integer not null,
  channel text not null,
  provider_id text not null,
  primary key (message_id, attempt, number)
);
create index outgoing_part_by_provider on outgoing_part (channel, provider_id);
create index outgoing_part_by_age on outgoing_part (queued_at);
create table delivery_receipt (
  id uuid primary key default uuidv7(),
  channel text not null,
  provider_id text not null,
  state text not null check (state in ('delivered', 'failed', 'expired')),
  code text not null check (code ~ '^[a-z0-9-]{1,40}$'),
  heard_at timestamptz not null
);
create index delivery_receipt_by_provider on delivery_receipt (channel, provider_id);
create index delivery_receipt_by_age on delivery_receipt (heard_at);

-- What the local servers of a demonstration were handed.
create table sink_message (
  id uuid primary key default uuidv7(),
  received_at timestamptz not null default now(),
  channel text not null check (channel in ('sms', 'email', 'telegram')),
  parts integer not null,
  recipient_sealed bytea not null,
  text_sealed bytea not null
);
create index sink_message_by_age on sink_message (received_at desc, id desc);

alter table outgoing_message enable row level security;
create policy outgoing_message_read on outgoing_message for select using (
  (select actor_kind()) = 'system' or 'administrator' = any ((select actor_roles())::text[]));
create policy outgoing_message_add on outgoing_message for insert with check (
  (select actor_kind()) = 'system');
-- An administrator only sends again.
create policy outgoing_message_move on outgoing_message for update using (
  (select actor_kind()) = 'system' or 'administrator' = any ((select actor_roles())::text[]))
  with check ((select actor_kind()) = 'system' or status = 'queued');
do $$
declare
  part text;
begin
  foreach part in array array['outgoing_cause', 'outgoing_part', 'delivery_receipt'] loop
    execute format('alter table %I enable row level security', part);
    execute format('create policy %I on %I using ((select actor_kind()) = ''system'')',
      part || '_of_jobs', part);
  end loop;
end $$;
alter table sink_message enable row level security;
create policy sink_message_read on sink_message for select using (
  (select actor_kind()) = 'system' or 'administrator' = any ((select actor_roles())::text[]));
create policy sink_message_write on sink_message for insert with check ((select actor_kind()) = 'system');
create policy sink_message_end on sink_message for delete using ((select actor_kind()) = 'system');

grant select, insert on outgoing_message, outgoing_cause, outgoing_part, delivery_receipt, sink_message
  to become_jobs;
grant update (status, attempts, next_attempt_at, tried_at, handed_over_at, settled_at, code)
  on outgoing_message to become_jobs;
grant delete on outgoing_cause, outgoing_part, delivery_receipt, sink_message to become_jobs;
grant select on outgoing_message, sink_message to become_app;
grant update (status, next_attempt_at, settled_at, code) on outgoing_message to become_app;
