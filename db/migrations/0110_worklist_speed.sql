-- Worklists under row-level security: what the policies ask of the acting person is asked once per
-- question, and each row then costs one comparison.

-- Null where the actor sees no case in this way.
create function actor_sees_every_case() returns boolean language sql stable parallel safe
  return actor_kind() = 'system'
    or (actor_is_officer() and actor_roles() && '{complaints-officer,complaints-head}'::text[]
      and actor_areas() is null);
create function actor_case_areas() returns text[] language sql stable parallel safe
  return case when actor_is_officer()
    and actor_roles() && '{complaints-officer,complaints-head}'::text[] then actor_areas() end;
-- A counsellor is not the ministry: she sees the cases that she helped to enter.
create function actor_as_helper() returns text language sql stable parallel safe
  return case when actor_is_officer() and 'counsellor' = any (actor_roles())
    and not actor_roles() && '{complaints-officer,complaints-head}'::text[] then actor_id() end;
create function actor_own_case() returns text language sql stable parallel safe
  return case when actor_kind() = 'complainant' then actor_id() end;

do $$
declare
  seen text := $seen$
  (select actor_sees_every_case())
  or area = any ((select actor_case_areas())::text[])
  or helped_by::text = (select actor_as_helper())
  or id::text = (select actor_own_case())
  $seen$;
begin
  execute format('alter policy complaint_read on complaint using (%s)', seen);
  execute format('alter policy complaint_move on complaint using (%s)', seen);
end $$;

create function actor_sees_all_people() returns boolean language sql stable parallel safe
  return actor_kind() = 'system' or actor_sees_colleague(null);
create function actor_as_person() returns text language sql stable parallel safe
  return case when actor_kind() = 'person' then actor_id() end;
alter policy person_read on person using (
  (select actor_sees_all_people()) or id::text = (select actor_as_person())
  or exists (select from assignment a where a.person_id = person.id
    and a.agency_id = (select actor_agency())));

-- Whether the complainant wrote something that nobody has read stands on the case itself: a list
-- of such cases, and their number, come from an index then.
alter table complaint add unread boolean not null default false;
update complaint c set unread = true
  where exists (select from complaint_message m
    where m.complaint_id = c.id and m.read_at is null and m.from_side = 'complainant');
create index complaint_with_unread on complaint (next_due_at, id)
  include (area, owner_id, helped_by) where unread and next_due_at is not null;
create index complaint_with_unread_in_area on complaint (area, next_due_at, id)
  include (owner_id, helped_by) where unread and next_due_at is not null;

create function note_unread() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  -- The case first: of two who write and read at the same time, the second sees what the first did.
  perform from complaint where id = new.complaint_id for no key update;
  update complaint c set unread = not c.unread
    where c.id = new.complaint_id and c.unread <> exists (select from complaint_message m
      where m.complaint_id = c.id and m.read_at is null and m.from_side = 'complainant');
  return null;
end $$;
create trigger message_unread after insert or update of read_at on complaint_message
  for each row when (new.from_side = 'complainant') execute function note_unread();

-- A counsellor's open cases in the order of her list.
create index complaint_by_helper_due on complaint (helped_by, next_due_at, id)
  include (area, owner_id) where helped_by is not null and next_due_at is not null;
