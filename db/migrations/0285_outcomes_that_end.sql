-- An outcome ends where an appeal changes it, or where whoever should pay refuses a proposal. Nothing
-- more is owed by it; what was paid stays, and counts towards what holds instead.
alter table outcome
  add column ended_on date,
  add column ended_why text check (ended_why in ('appeal', 'refused')),
  add constraint ended_with_why check ((ended_on is null) = (ended_why is null));
create policy outcome_end on outcome for update using (
  ((select actor_kind()) = 'system' or (select actor_is_officer()))
  and exists (select from complaint c where c.id = complaint_id));
grant update (ended_on, ended_why) on outcome to become_app, become_jobs;
grant update (status, version) on remedy to become_jobs;

-- How much of what was paid under an ended outcome counts towards another; taken back (below zero)
-- where somebody said later that it did not come.
create table credit (
  id uuid primary key default uuidv7(),
  outcome_id uuid not null references outcome (id),
  complaint_id uuid not null references complaint (id),
  due_id uuid not null references due (id),
  minor bigint not null check (minor <> 0),
  recorded_by text not null default actor_id(),
  recorded_at timestamptz not null
);
create index credit_by_case on credit (complaint_id);
create index credit_by_due on credit (due_id);
create index credit_by_outcome on credit (outcome_id);
alter table credit enable row level security;
create policy credit_read on credit for select using (
  (select actor_kind()) <> 'public' and exists (select from due d where d.id = due_id));
create policy credit_add on credit for insert with check (
  ((select actor_kind()) = 'system' or (select actor_is_officer()))
  and exists (select from complaint c where c.id = complaint_id));
grant select, insert on credit to become_app, become_jobs;

-- An outcome that ended settles nothing.
create or replace function what_keeps_case_open(wanted uuid) returns text
language sql stable security definer set search_path = pg_catalog, public as $$
  select case
    when not exists (select from outcome o where o.complaint_id = wanted and o.ended_on is null)
      then 'nothing-recorded'
    when exists (select from ledger_account a
      where a.case_id = wanted and a.kind = 'owed' and a.balance > 0) then 'still-owed'
    when exists (select from ledger_account a
      where a.case_id = wanted and a.kind = 'paid' and a.balance > 0) then 'not-confirmed'
    when exists (select from money_term t where t.complaint_id = wanted and t.next_on is not null)
      then 'still-recurring'
    when exists (select from remedy r
      where r.complaint_id = wanted and r.status in ('due', 'reported')) then 'still-to-be-done'
    when exists (select from case_person p where p.complaint_id = wanted and p.left_at is null
      and p.joins <> 'refused' and not exists (select from outcome_person a
        join outcome o on o.id = a.outcome_id
        where a.person_id = p.id and o.ended_on is null and (a.answer = 'accepted'
          or (a.answer = 'not-reached' and o.kind in ('decision', 'award-elsewhere')))))
      then 'somebody-without-outcome'
  end
  where exists (select from complaint c where c.id = wanted)
    and (actor_kind() = 'system' or (actor_kind() = 'complainant' and wanted::text = actor_id())
      or actor_is_officer())
$$;

-- Both sides answer a proposal: each worker in `outcome_person`, whoever should pay here.
alter table decision
  add column agency_answer text check (agency_answer in ('accepted', 'refused')),
  add column agency_answered_on date,
  add constraint answer_with_its_day check ((agency_answer is null) = (agency_answered_on is null)),
  add constraint only_a_proposal_is_answered check (agency_answer is null or kind = 'proposal');
grant update (agency_answer, agency_answered_on) on decision to become_app;
grant update (in_force) on decision_person to become_jobs;
create policy decision_answer on decision for update using (
  (select actor_agency()) is not null and (select actor_agency()) = any (agency_ids)
  and kind = 'proposal' and status = 'issued' and agency_answer is null)
  with check (status = 'issued' and agency_answer is not null);

-- Once more after the last day has passed: a day of minus one.
alter table time_bar_alarm drop constraint time_bar_alarm_days_check,
  add constraint time_bar_alarm_days_check check (days >= -1);

-- What cannot be done by the day that was agreed: which remedies are late, for the lists of officers.
create index remedy_late on remedy (due_on) where status = 'due';
