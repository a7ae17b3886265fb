-- Every open case has somebody who answers for it. Where the body for complaints about officials stands
-- itself in the line of command, that is a body outside, by its code in the country pack, or oversight
-- while no rule names one.
alter table complaint
  add outside_body text,
  add constraint outside_body_of_office_only check (outside_body is null or about_office);
grant update (outside_body) on complaint to become_app, become_jobs;

-- What went outside before this stood anywhere: the body that dealt with it is in the named line.
update complaint c
set outside_body = coalesce((select r.value #>> '{}' from rule r
  where r.key = 'protection.official_body_outside' and r.value <> 'null'
  order by r.version desc limit 1), 'oversight')
where c.about_office and c.closed_at is null and exists (
  select from complaint_office n where n.complaint_id = c.id and in_one_line(n.office_id, c.office_id));

-- Oversight reads who answers for it, too.
drop function overseen_cases(integer);
create function overseen_cases(most integer)
returns table (complaint_id uuid, number text, hidden_as text, office_id uuid, outside_body text,
  status text, received_at timestamptz, next_due_at timestamptz, has_owner boolean,
  has_caseworker boolean, screened_at timestamptz, referrals_open integer, retaliations integer,
  last_event text, last_event_at timestamptz)
language sql stable security definer set search_path = pg_catalog, public as $$
  select c.id, c.number,
    case when c.is_protected and c.about_office then 'both' when c.is_protected then 'protected'
      else 'about-office' end,
    c.office_id, c.outside_body, c.status, c.received_at, c.next_due_at, c.owner_id is not null,
    (select t.caseworker_id is not null from protection_track t where t.complaint_id = c.id),
    (select max(made_at) from screening s where s.complaint_id = c.id),
    (select count(*)::int from referral r where r.complaint_id = c.id and r.next_on is not null),
    (select count(*)::int from retaliation r where r.complaint_id = c.id),
    e.type, e.happened_at
  from complaint c
  left join lateral (select type, happened_at from event
    where record_id = c.id and record_type = 'complaint'
    order by happened_at desc, id desc limit 1) e on true
  where (c.is_protected or c.about_office)
    and (actor_kind() = 'system'
      or (actor_kind() = 'person' and actor_agency() is null and 'oversight' = any (actor_roles())))
  order by c.next_due_at nulls last, c.id limit most
$$;
revoke all on function overseen_cases from public;
grant execute on function overseen_cases to become_app;

-- A child and whoever is referred are persons of that very case.
alter table case_person add constraint case_person_of_case unique (complaint_id, id);
update best_interest b set person_id = null where person_id is not null and not exists (
  select from case_person p where p.id = b.person_id and p.complaint_id = b.complaint_id);
update referral r set person_id = null where person_id is not null and not exists (
  select from case_person p where p.id = r.person_id and p.complaint_id = r.complaint_id);
alter table best_interest add constraint best_interest_of_person
  foreign key (complaint_id, person_id) references case_person (complaint_id, id);
alter table referral add constraint referral_of_person
  foreign key (complaint_id, person_id) references case_person (complaint_id, id);
