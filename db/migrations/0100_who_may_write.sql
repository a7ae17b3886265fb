-- Behind the rules of the program: who may write what about a case, said once more by the rows.

-- Words come from whoever acts: nobody writes a message as the other side, or on a case unseen.
drop policy complaint_message_add on complaint_message;
create policy complaint_message_add on complaint_message for insert with check (
  case (select actor_kind())
    when 'system' then from_side = 'office'
    when 'complainant' then from_side = 'complainant'
    when 'person' then from_side = 'office' and author_id = (select actor_id())
    else false
  end
  and exists (select from complaint c where c.id = complaint_id));

drop policy note_add on note;
create policy note_add on note for insert with check (
  (select actor_is_officer()) and author_id::text = (select actor_id())
  and (record_type <> 'complaint' or exists (select from complaint c where c.id = record_id)));

-- A complaint comes from somebody unknown, or from an officer who is named as the helper.
drop policy complaint_add on complaint;
create policy complaint_add on complaint for insert with check (
  case (select actor_kind())
    when 'person' then (select actor_is_officer())
      and (helped_by is null or helped_by::text = (select actor_id()))
    else (select actor_kind()) in ('public', 'system')
  end);

-- Consent is given on a case that one sees: the complainant's own, or an officer's.
drop policy consent_add on consent;
create policy consent_add on consent for insert with check (
  (select actor_agency()) is null
  and (record_type <> 'complaint' or exists (select from complaint c where c.id = record_id)));

-- What happened is written in the name of whoever acts, and becomes public only by officers and jobs.
drop policy event_write on event;
create policy event_write on event for insert with check (
  case (select actor_kind())
    when 'system' then true
    when 'public' then event.actor_kind = 'public' and not visible_to && '{public,agency}'::text[]
    when 'complainant' then actor_id = (select actor_id()) and record_id::text = (select actor_id())
      and not visible_to && '{public,agency}'::text[]
    when 'person' then actor_id = (select actor_id()) and case
      when record_type = 'person' then record_id::text = (select actor_id())
      when (select actor_agency()) is null then (select actor_is_officer())
      else agency_id = (select actor_agency()) and not 'public' = any (visible_to)
    end
    else false
  end);

-- A worker's record is read with her case: other officers of the same area have no need of it.
drop policy worker_read on worker;
drop policy worker_of_seen_complaint on worker;
create policy worker_read on worker for select using (
  (select actor_kind()) = 'system'
  or ((select actor_is_officer()) and exists (select from complaint c where c.worker_id = worker.id)));

-- An agency answers what it was asked, once, and changes nothing of the question; nobody else
-- writes its answer. Like the policies, this holds the web process, and not the owner.
create function keep_inquiry_sides_apart() returns trigger language plpgsql as $$
begin
  if current_user <> 'become_app' or actor_kind() = 'system' then return new; end if;
  if actor_agency() is null then
    if (new.answer_sealed, new.answered_at, new.answered_by)
      is distinct from (old.answer_sealed, old.answered_at, old.answered_by) then
      raise insufficient_privilege using message = 'an answer is the agency''s own';
    end if;
  elsif old.status <> 'asked' or new.status <> 'answered'
    or (new.area, new.worker_name_sealed, new.story_sealed)
      is distinct from (old.area, old.worker_name_sealed, old.story_sealed)
  then
    raise insufficient_privilege using message = 'an agency answers once, and changes nothing else';
  end if;
  return new;
end $$;
create trigger inquiry_sides_apart before update on agency_inquiry
  for each row execute function keep_inquiry_sides_apart();
