-- An officer who entered what is about an office sees it no more; a counsellor, who is not the ministry,
-- still does. With the owner's rights, since it reads what hides itself.
create or replace function opens_hidden_case(wanted uuid) returns boolean
language plpgsql stable parallel safe security definer set search_path = pg_catalog, public as $$
declare
  hidden complaint;
  track protection_track;
begin
  if actor_kind() <> 'person' or actor_agency() is not null then return false; end if;
  select * into hidden from complaint where id = wanted;
  if hidden.id is null then return false; end if;
  -- Before all else: nobody in the line of command of an office that the complaint names, and
  -- nobody who works only in that office's province.
  if hidden.about_office and exists (select from complaint_office n join office o on o.id = n.office_id
    where n.complaint_id = wanted and (in_one_line(n.office_id, actor_office())
      or (o.province is not null and o.province = any (coalesce(actor_areas(), '{}'))))) then
    return false;
  end if;
  if hidden.owner_id::text = actor_id() then return true; end if;
  if exists (select from protection_grant g where g.complaint_id = wanted
    and g.person_id::text = actor_id() and g.ended_at is null
    and g.ends_on >= (now() at time zone 'Asia/Phnom_Penh')::date) then return true; end if;
  if hidden.about_office and not hidden.is_protected then
    return (hidden.office_id = actor_office()
        and actor_roles() && '{complaints-officer,complaints-head}'::text[])
      or hidden.helped_by::text = actor_as_helper();
  end if;
  select * into track from protection_track where complaint_id = wanted;
  if track.head_id is not null then return track.head_id::text = actor_id(); end if;
  -- Until somebody has it, the heads who can give it to somebody.
  return 'complaints-head' = any (actor_roles()) and actor_reaches_area(hidden.area)
    and (not hidden.about_office or hidden.office_id = actor_office());
end $$;
