-- The two roles below the owner. Run before every migration, so it must do no harm twice.
-- Their passwords are derived from MASTER_KEY (src/platform/database-urls.ts).
do $$
declare
  wanted text;
begin
  foreach wanted in array array['become_app', 'become_jobs'] loop
    if not exists (select from pg_roles where rolname = wanted) then
      begin
        execute format('create role %I login noinherit', wanted);
      exception when duplicate_object or unique_violation then
        null; -- another starter was quicker
      end;
    end if;
  end loop;
end $$;

revoke create on schema public from public;
