-- Giving a deposit back: proposed by one, signed by two others, carried out once; after the agency
-- closed and its liabilities are cleared or a term has run, or as far as more is held than required.

-- The last day of the last licence; null while one is applied for, in force or suspended.
create function agency_closed_on(wanted uuid) returns date language sql stable parallel safe
  return (select case when count(*) filter (where l.status in ('applied', 'granted', 'suspended')) > 0
    then null else max(l.ended_on) end from licence l where l.agency_id = wanted);

create table deposit_release (
  id uuid primary key default uuidv7(),
  deposit_id uuid not null references deposit (id),
  -- The guarantee that goes back to its bank; null for cash.
  guarantee_id uuid references deposit_guarantee (id),
  minor bigint not null check (minor between 1 and 1000000000000),
  ground text not null check (ground in ('closed', 'excess')),
  closed_on date,
  -- The rule of the term, as it stood that day.
  rule_applied jsonb,
  standing text not null check (standing in ('verified', 'reported', 'assumed', 'unknown')),
  -- Day and number of the paper by which it is given back.
  on_day date not null,
  reference text not null check (length(reference) between 1 and 100),
  reason text not null check (length(reason) between 1 and 4000),
  status text not null default 'proposed'
    check (status in ('proposed', 'signed', 'executed', 'withdrawn', 'refused')),
  version integer not null default 1,
  proposed_by uuid not null,
  proposed_at timestamptz not null,
  first_signed_by uuid,
  first_signed_at timestamptz,
  second_signed_by uuid,
  executed_at timestamptz,
  ended_by uuid,
  ended_at timestamptz,
  ended_reason text check (length(ended_reason) between 1 and 4000),
  constraint deposit_release_by_three check (first_signed_by <> proposed_by
    and second_signed_by <> proposed_by and second_signed_by <> first_signed_by),
  check ((ground = 'closed') = (closed_on is not null)),
  check ((first_signed_by is null) = (first_signed_at is null)),
  check (status <> 'proposed' or first_signed_by is null),
  check (status not in ('signed', 'executed') or first_signed_by is not null),
  check ((status = 'executed') = (second_signed_by is not null)
    and (status = 'executed') = (executed_at is not null)),
  check ((status in ('withdrawn', 'refused')) = (ended_by is not null)
    and (ended_by is null) = (ended_at is null) and (ended_by is null) = (ended_reason is null))
);
create index deposit_release_by_deposit on deposit_release (deposit_id, proposed_at desc);
-- One at a time: two would be reckoned on the same money.
create unique index deposit_release_open on deposit_release (deposit_id)
  where status in ('proposed', 'signed');

alter table deposit_release enable row level security;
create policy deposit_release_read on deposit_release for select using (case
  when (select actor_agency()) is not null then status = 'executed'
    and exists (select from deposit d where d.id = deposit_id)
  else (select actor_kind()) = 'system' or (select actor_is_officer())
    or (select actor_signs_draws()) end);
create policy deposit_release_propose on deposit_release for insert with check (
  (select actor_kind()) = 'system' or ((select actor_keeps_deposits()) and status = 'proposed'
    and proposed_by::text = (select actor_id())));
create policy deposit_release_move on deposit_release for update
  using ((select actor_kind()) = 'system' or (select actor_keeps_deposits())
    or (select actor_signs_draws()))
  with check (case
    when (select actor_kind()) = 'system' then true
    when status = 'signed' then (select actor_signs_draws()) and first_signed_by::text = (select actor_id())
    when status = 'executed'
      then (select actor_signs_draws()) and second_signed_by::text = (select actor_id())
    else status in ('withdrawn', 'refused') and ended_by::text = (select actor_id())
  end);
grant select on deposit_release to become_app, become_jobs;
grant insert on deposit_release to become_app;
grant update (status, version, first_signed_by, first_signed_at, second_signed_by, executed_at,
  ended_by, ended_at, ended_reason) on deposit_release to become_app;

-- What was given back until now was signed by one; from now on only by a release.
alter table deposit_change add column release_id uuid unique references deposit_release (id),
  add check (release_id is null or kind = 'released');
drop policy deposit_change_add on deposit_change;
create policy deposit_change_add on deposit_change for insert with check (
  (select actor_kind()) = 'system' or (recorded_by::text = (select actor_id()) and case kind
    when 'paid-in' then (select actor_keeps_deposits())
    else (select actor_signs_draws()) and exists (select from deposit_release r
      where r.id = release_id and r.status = 'executed'
        and r.second_signed_by::text = (select actor_id())) end));
