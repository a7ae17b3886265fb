-- Short questions under row-level security. Whatever a policy asks by a query of its own, if only
-- `(select actor_kind())`, is made ready whenever a statement begins, for every table and partition
-- in it, whether or not a row will need it: a fifth of what the database does for a short list. Of
-- the register and of events nearly every row is decided by its own columns, so the rest is asked
-- row by row, where it is reached.

-- By the policy on complaint, for whoever acts.
create function sees_complaint(wanted uuid) returns boolean language plpgsql stable parallel safe
as $$ begin return exists (select from complaint where id = wanted); end $$;

alter policy event_of_seen_complaint on event using (
  actor_kind() <> 'person' or record_type <> 'complaint' or sees_complaint(record_id));
alter policy event_of_moved_complaint on event using (
  record_type = 'complaint' and 'officer' = any (visible_to) and actor_is_officer()
  and sees_complaint(record_id));
alter policy event_read on event using (
  case actor_kind()
    when 'system' then true
    when 'public' then 'public' = any (visible_to)
    when 'complainant' then 'complainant' = any (visible_to) and record_id::text = actor_id()
    when 'person' then
      case when actor_is_officer()
        then 'officer' = any (visible_to)
          and (area is null or actor_areas() is null or area = any (actor_areas()))
        else 'agency' = any (visible_to) and agency_id = actor_agency()
      end
    else false
  end);


do $$
declare
  others text := 'actor_is_officer() or actor_kind() = ''system''';
  part text;
begin
  execute format('alter policy agency_read on agency using (
    is_public or id = actor_agency() or %s)', others);
  execute format('alter policy licence_read on licence using (
    (status not in (''applied'', ''refused'') and exists (select from agency a where a.id = agency_id))
    or agency_id = actor_agency() or %s)', others);
  foreach part in array '{name,site,contact,link,warning}'::text[] loop
    execute format('alter policy %1$I on %2$I using (
      (is_public and exists (select from agency a where a.id = %2$I.agency_id))
      or agency_id = actor_agency() or %3$s)',
      'agency_' || part || '_read', 'agency_' || part, others);
  end loop;
end $$;
