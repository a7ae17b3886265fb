-- What an operator watches, as counts only: the web process may see no job and no other area.
create function operating_figures() returns table (
  overdue bigint, jobs_waiting bigint, jobs_failed bigint, seal_age_seconds bigint)
language plpgsql stable security definer set search_path = pg_catalog, public as $$
begin
  return query select
    (select count(*) from clock where stopped_at is null and due_at < now()),
    (select count(*) from graphile_worker.jobs where run_at < now() and attempts < max_attempts),
    (select count(*) from graphile_worker.jobs where attempts >= max_attempts),
    (select coalesce(extract(epoch from now() - max(sealed_at)), 0)::bigint from seal_block);
end $$;
revoke all on function operating_figures from public;
grant execute on function operating_figures to become_app;
