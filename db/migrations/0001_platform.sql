-- The ground: who acts, what happened, who looked, and what was already received.
-- Roles become_app (web) and become_jobs (worker) are made by db/roles.sql.

-- Who acts in this transaction, set locally by platform/db.ts. Missing means nobody.
create function actor_kind() returns text language sql stable parallel safe
  return coalesce(current_setting('become.actor_kind', true), '');
create function actor_id() returns text language sql stable parallel safe
  return coalesce(current_setting('become.actor_id', true), '');
create function actor_agency() returns uuid language sql stable parallel safe
  return nullif(current_setting('become.agency_id', true), '')::uuid;
create function actor_roles() returns text[] language sql stable parallel safe
  return string_to_array(coalesce(current_setting('become.roles', true), ''), ',');
-- Province codes; null stands for the whole country.
create function actor_areas() returns text[] language sql stable parallel safe
  return case coalesce(current_setting('become.areas', true), '')
    when '*' then null else string_to_array(current_setting('become.areas', true), ',') end;
-- An officer is a person of the ministry, a provincial office or a resource centre with a current
-- assignment there; never of an agency, and never somebody whose assignments have ended.
create function actor_is_officer() returns boolean language sql stable parallel safe
  return actor_kind() = 'person' and actor_agency() is null
    and actor_roles() && '{counsellor,complaints-officer,complaints-head,licensing-officer,licensing-head,administrator}'::text[];

create function make_month_partitions(parent text, from_day date, to_day date) returns void
language plpgsql as $$
declare
  month date := date_trunc('month', from_day);
  part text;
begin
  while month <= to_day loop
    part := format('%s_%s', parent, to_char(month, 'YYYY_MM'));
    if to_regclass(part) is null then
      execute format('create table %I partition of %I for values from (%L) to (%L)',
        part, parent, month::timestamp at time zone 'UTC',
        (month + interval '1 month')::timestamp at time zone 'UTC');
    end if;
    month := month + interval '1 month';
  end loop;
end $$;

-- What happened to any record: ids and codes only. Personal content lies with its record,
-- encrypted; here stands at most its keyed hash.
create table event (
  id uuid not null default uuidv7(),
  happened_at timestamptz not null,
  recorded_at timestamptz not null default now(),
  record_type text not null,
  record_id uuid not null,
  type text not null,
  actor_kind text not null,
  actor_id text not null,
  from_status text,
  to_status text,
  data jsonb not null default '{}',
  content_hash bytea,
  visible_to text[] not null default '{officer}'
    check (visible_to <@ '{public,complainant,agency,officer}'::text[]),
  area text,
  agency_id uuid,
  xid xid8 not null default pg_current_xact_id(),
  primary key (id, happened_at)
) partition by range (happened_at);
create index event_by_record on event (record_id, happened_at, id);
create index event_by_xid on event (xid);

-- Who looked at what, who revealed or exported it, and why.
create table audit (
  id uuid not null default uuidv7(),
  happened_at timestamptz not null default now(),
  actor_kind text not null,
  actor_id text not null,
  act text not null check (act in ('looked', 'revealed', 'exported', 'signed-in', 'refused')),
  record_type text not null,
  record_id uuid,
  reason text,
  data jsonb not null default '{}',
  xid xid8 not null default pg_current_xact_id(),
  primary key (id, happened_at)
) partition by range (happened_at);
create index audit_by_record on audit (record_id, happened_at);
create index audit_by_xid on audit (xid);

select make_month_partitions('event', '2024-01-01', '2027-12-31');
select make_month_partitions('audit', '2024-01-01', '2027-12-31');
create table event_default partition of event default;
create table audit_default partition of audit default;

alter table event enable row level security;
create policy event_read on event for select using (
  case (select actor_kind())
    when 'system' then true
    when 'public' then 'public' = any (visible_to)
    when 'complainant' then 'complainant' = any (visible_to) and record_id::text = (select actor_id())
    when 'person' then
      case when (select actor_is_officer())
        then 'officer' = any (visible_to)
          and (area is null or (select actor_areas()) is null or area = any ((select actor_areas())::text[]))
        else 'agency' = any (visible_to) and agency_id = (select actor_agency())
      end
    else false
  end);
create policy event_write on event for insert with check (true);

alter table audit enable row level security;
create policy audit_read on audit for select using (
  (select actor_kind()) = 'system' or 'administrator' = any ((select actor_roles())::text[]));
create policy audit_write on audit for insert with check (true);

-- The chain over both, written by a job: a changed, missing or added row shows.
create table seal_block (
  ledger text not null check (ledger in ('event', 'audit')),
  number bigint not null,
  up_to_xid xid8 not null,
  entries integer not null,
  previous_hash bytea not null,
  hash bytea not null,
  sealed_at timestamptz not null default now(),
  primary key (ledger, number)
);
create table seal_entry (
  ledger text not null,
  entry_id uuid not null,
  happened_at timestamptz not null,
  block bigint not null,
  position integer not null,
  entry_hash bytea not null,
  primary key (entry_id),
  foreign key (ledger, block) references seal_block (ledger, number)
);
create index seal_entry_by_block on seal_entry (ledger, block, position);
-- One signed line a day, published.
create table daily_digest (
  day date not null,
  ledger text not null,
  block bigint not null,
  hash bytea not null,
  signature text not null,
  primary key (day, ledger)
);

-- One key per person; destroying it makes everything sealed under it unreadable for ever.
create table person_key (
  id uuid primary key default uuidv7(),
  wrapped bytea,
  created_at timestamptz not null default now(),
  destroyed_at timestamptz,
  check ((wrapped is null) = (destroyed_at is not null))
);

-- Every write carries a submission id; the outcome is kept so that pressing twice does no harm.
-- Only a hash of the id stands here, and the outcome is encrypted under the id itself.
create table submission (
  key_hash bytea primary key,
  received_at timestamptz not null default now(),
  outcome bytea
);
create index submission_by_age on submission (received_at);

-- Rate limits that hold for all processes together.
create unlogged table rate_limit (
  key varchar(255) primary key,
  points integer not null default 0,
  expire bigint
);

grant usage on schema public to become_app, become_jobs;
grant select, insert on event, audit, person_key to become_app, become_jobs;
grant update (wrapped, destroyed_at) on person_key to become_jobs;
grant select, insert on seal_block, seal_entry, daily_digest to become_jobs;
grant select on daily_digest to become_app;
grant select, insert, update (outcome) on submission to become_app;
grant select, delete on submission to become_jobs;
grant select, insert, update, delete on rate_limit to become_app, become_jobs;

-- The web process queues jobs inside its own transaction, without any right on the job tables.
create function queue_job(task text, payload json, run_at timestamptz, job_key text) returns void
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  perform graphile_worker.add_job(task, payload, run_at => run_at, job_key => job_key);
end $$;
revoke all on function queue_job from public;
grant execute on function queue_job to become_app, become_jobs;

-- The worker may make the coming partitions, and nothing else of the schema.
create function make_coming_partitions() returns void
language sql security definer set search_path = pg_catalog, public as $$
  select make_month_partitions('event', current_date, (current_date + interval '3 months')::date);
  select make_month_partitions('audit', current_date, (current_date + interval '3 months')::date);
$$;
revoke all on function make_coming_partitions from public;
grant execute on function make_coming_partitions to become_jobs;
