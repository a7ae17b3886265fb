-- Backups and restores that were made, and what the worker saw of the machine: what an operator
-- asks after first. Nothing of any person.
create table backup_run (
  id uuid primary key default uuidv7(),
  kind text not null check (kind in ('backup', 'restore')),
  outcome text not null check (outcome in ('done', 'incomplete', 'failed')),
  -- Of which moment: a backup holds what was committed before.
  of_moment timestamptz not null,
  finished_at timestamptz not null default now(),
  file_name text not null,
  bytes bigint not null check (bytes >= 0),
  row_count bigint not null check (row_count >= 0),
  file_count bigint not null check (file_count >= 0),
  -- Files that are not what their name says.
  damaged_count integer not null default 0 check (damaged_count >= 0)
);
create index backup_run_by_time on backup_run (finished_at);

create table machine_check (
  what text primary key check (what in ('data-disk', 'backup-disk', 'certificate')),
  checked_at timestamptz not null,
  -- Free bytes of a disk; the end of a certificate's term in seconds since 1970.
  value bigint,
  problem text check (problem in ('not-reached', 'not-trusted', 'not-known'))
);

alter table backup_run enable row level security;
create policy backup_run_read on backup_run for select using (
  (select actor_kind()) = 'system' or 'administrator' = any ((select actor_roles())::text[]));
alter table machine_check enable row level security;
create policy machine_check_read on machine_check for select using (
  (select actor_kind()) = 'system' or 'administrator' = any ((select actor_roles())::text[]));
create policy machine_check_write on machine_check for insert to become_jobs with check (true);
create policy machine_check_again on machine_check for update to become_jobs using (true);
grant select on backup_run to become_app, become_jobs;
grant select on machine_check to become_app;
grant select, insert, update on machine_check to become_jobs;

-- For the metrics and for /health, which act as nobody: figures only, null where there is none yet.
create function house_figures() returns table (
  backup_at timestamptz, backup_bytes bigint, backup_outcome text,
  data_disk_free bigint, backup_disk_free bigint, certificate_until timestamptz,
  certificate_problem text, machine_checked_at timestamptz, job_waits_since timestamptz,
  jobs_failed bigint, database_bytes bigint, sealed_at timestamptz, unsealed_since timestamptz,
  digest_day date)
language plpgsql stable security definer set search_path = pg_catalog, public as $$
#variable_conflict use_column
begin
  return query select
    (select max(of_moment) from backup_run where kind = 'backup' and outcome <> 'failed'),
    (select bytes from backup_run where kind = 'backup' and outcome <> 'failed'
      order by of_moment desc limit 1),
    (select outcome from backup_run where kind = 'backup' order by finished_at desc limit 1),
    (select value from machine_check where what = 'data-disk'),
    (select value from machine_check where what = 'backup-disk'),
    (select to_timestamp(value) from machine_check where what = 'certificate'),
    (select problem from machine_check where what = 'certificate'),
    (select max(checked_at) from machine_check),
    (select min(run_at) from graphile_worker.jobs
      where run_at < now() and attempts < max_attempts and locked_at is null),
    (select count(*) from graphile_worker.jobs where attempts >= max_attempts),
    pg_database_size(current_database()),
    (select max(sealed_at) from seal_block),
    (select min(recorded_at) from event e
      where xid >= coalesce((select up_to_xid from seal_block where ledger = 'event'
        order by number desc limit 1), '0'::xid8)),
    (select max(day) from daily_digest);
end $$;
revoke all on function house_figures from public;
grant execute on function house_figures to become_app, become_jobs;
