-- Which steps of the first start are done, each in the transaction that did it: a start that was
-- killed in between goes on where it stopped.
create table setup_step (
  name text primary key,
  demonstration boolean not null,
  done_at timestamptz not null default now()
);
grant select on setup_step to become_app, become_jobs;
