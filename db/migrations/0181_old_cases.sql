-- Open cases of the register that was kept before: they come in with their own numbers and days,
-- and stay marked until an officer has looked at them.

alter table complaint drop constraint complaint_door_check;
alter table complaint add constraint complaint_door_check
  check (door in ('web', 'assisted', 'paper', 'api', 'old-register'));

create table old_case (
  complaint_id uuid primary key references complaint (id),
  old_number text not null unique check (length(old_number) between 1 and 60),
  run_id uuid not null references import_run (id),
  verified_by text,
  verified_at timestamptz,
  check ((verified_by is null) = (verified_at is null))
);
create index old_case_by_run on old_case (run_id);

alter table old_case enable row level security;
create policy old_case_read on old_case for select using (
  exists (select from complaint c where c.id = complaint_id));
create policy old_case_add on old_case for insert with check (
  (select actor_is_officer()) or (select actor_kind()) = 'system');
create policy old_case_verify on old_case for update using (
  exists (select from complaint c where c.id = complaint_id));

grant select on old_case to become_app, become_jobs;
grant insert on old_case to become_jobs;
grant update (verified_by, verified_at) on old_case to become_app;

-- The worker receives them as the head who confirmed the file.
grant usage on sequence complaint_number to become_jobs;
grant insert on complaint, complaint_claim, complaint_contact, worker, person_key to become_jobs;
