-- Who was reminded of what, once for each step; and when a case is done.
create table due_reminder (
  due_id uuid not null references due (id),
  step text not null check (step in ('reminded', 'escalated')),
  at timestamptz not null,
  primary key (due_id, step)
);
alter table due_reminder enable row level security;
create policy due_reminder_read on due_reminder for select using (
  (select actor_kind()) not in ('public', 'complainant')
  and exists (select from due d where d.id = due_id));
create policy due_reminder_add on due_reminder for insert with check (
  (select actor_kind()) = 'system');
grant select, insert on due_reminder to become_jobs;
grant select on due_reminder to become_app;

-- She may also say by herself that it was done, before anybody reports it.
drop policy remedy_word on remedy;
create policy remedy_word on remedy for update using (
  (select actor_kind()) = 'complainant' and status in ('due', 'reported')
  and exists (select from case_person p where p.id = person_id))
  with check (status in ('confirmed', 'due'));

-- What stands between a case and its end; null where nothing does. Whoever speaks for a group may
-- ask without seeing the others: one word comes back.
create function what_keeps_case_open(wanted uuid) returns text
language sql stable security definer set search_path = pg_catalog, public as $$
  select case
    when not exists (select from outcome o where o.complaint_id = wanted) then 'nothing-recorded'
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
        where a.person_id = p.id and (a.answer = 'accepted'
          or (a.answer = 'not-reached' and o.kind in ('decision', 'award-elsewhere')))))
      then 'somebody-without-outcome'
  end
  where exists (select from complaint c where c.id = wanted)
    and (actor_kind() = 'system' or (actor_kind() = 'complainant' and wanted::text = actor_id())
      or actor_is_officer())
$$;
revoke all on function what_keeps_case_open from public;
grant execute on function what_keeps_case_open to become_app, become_jobs;
