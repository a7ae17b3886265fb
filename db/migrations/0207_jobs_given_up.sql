-- A job at work on its last try is not given up, and one that comes again by itself, each minute or
-- each night, was made good by the next: it counts for an hour.
create function jobs_given_up() returns bigint
language plpgsql stable set search_path = pg_catalog, public as $$
begin
  return (select count(*) from graphile_worker.jobs
    where attempts >= max_attempts and locked_at is null
      and (max_attempts > 1 or run_at > now() - interval '1 hour'));
end $$;
revoke all on function jobs_given_up from public;

create or replace function operating_figures() returns table (
  overdue bigint, jobs_waiting bigint, jobs_failed bigint, seal_age_seconds bigint)
language plpgsql stable security definer set search_path = pg_catalog, public as $$
begin
  return query select
    (select count(*) from clock where stopped_at is null and due_at < now()),
    (select count(*) from graphile_worker.jobs where run_at < now() and attempts < max_attempts),
    jobs_given_up(),
    (select coalesce(extract(epoch from now() - max(sealed_at)), 0)::bigint from seal_block);
end $$;

create or replace function house_figures() returns table (
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
    jobs_given_up(),
    pg_database_size(current_database()),
    (select max(sealed_at) from seal_block),
    (select min(recorded_at) from event e
      where xid >= coalesce((select up_to_xid from seal_block where ledger = 'event'
        order by number desc limit 1), '0'::xid8)),
    (select max(day) from daily_digest);
end $$;

