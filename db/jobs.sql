-- Rights on the job tables, after the library has migrated them. Run after every migration.
-- The worker works as become_jobs; the web process only queues, through queue_job().
grant usage on schema graphile_worker to become_jobs;
grant select, insert, update, delete on all tables in schema graphile_worker to become_jobs;
grant usage on all sequences in schema graphile_worker to become_jobs;
grant execute on all functions in schema graphile_worker to become_jobs;

-- The library switches row-level security on and leaves its tables to their owner.
do $$
declare
  job_table text;
begin
  for job_table in
    select relname from pg_class
    where relnamespace = 'graphile_worker'::regnamespace and relkind = 'r' and relrowsecurity
  loop
    execute format('drop policy if exists worker on graphile_worker.%I', job_table);
    execute format('create policy worker on graphile_worker.%I to become_jobs using (true)', job_table);
  end loop;
end $$;
