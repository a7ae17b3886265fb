-- Work behind the scenes: it comes after what somebody waits for, and several pieces at once.
create function queue_background_job(task text, payload json, job_key text) returns void
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  perform graphile_worker.add_job(task, payload, job_key => job_key, priority => 50);
end $$;
revoke all on function queue_background_job from public;
grant execute on function queue_background_job to become_app, become_jobs;
