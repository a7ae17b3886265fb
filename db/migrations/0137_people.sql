-- People in the browser: who gives which role to whom, with a second person, and who acts for whom.

-- A first password is handed over once, works for some days, and gives no role before it is changed.
alter table credential add column first_password_until timestamptz;
grant update (first_password_until) on credential to become_app;

create or replace function session_identity(wanted bytea, at timestamptz, idle interval)
returns table (session_id uuid, person_id uuid, name_km text, name_en text,
  second_factor text, assignments jsonb)
language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  live session;
begin
  select * into live from session s
  where s.token_hash = wanted and s.expires_at > at and s.last_seen_at > at - idle;
  if live.id is null then return; end if;
  if live.last_seen_at < at - interval '1 minute' then
    update session s set last_seen_at = at where s.id = live.id;
  end if;
  return query
    select live.id, p.id, p.name_km, p.name_en,
      case when live.second_factor_at is null and c.totp_secret is not null then 'awaited'
        when live.second_factor_at is null or c.first_password_until is not null then 'not-set-up'
        else 'passed' end,
      coalesce(acting_assignment(live.acting, p.id, at), current_assignments(p.id, at))
    from person p left join credential c on c.person_id = p.id
    where p.id = live.person_id and p.disabled_at is null;
end $$;

drop function sign_in_credential(text, timestamptz);
create function sign_in_credential(wanted text, at timestamptz)
returns table (person_id uuid, password_hash text, has_second_factor boolean, first_password boolean,
  demonstration boolean, disabled boolean, assignments jsonb)
language sql stable security definer set search_path = pg_catalog, public as $$
  select p.id, case when c.first_password_until is null or c.first_password_until > at
      then c.password_hash end,
    c.totp_secret is not null, c.first_password_until is not null, p.demonstration,
    p.disabled_at is not null, current_assignments(p.id, at)
  from person p left join credential c on c.person_id = p.id
  where p.login = wanted
$$;
revoke all on function sign_in_credential from public;
grant execute on function sign_in_credential to become_app;

-- Ended before it began: never held. So a role can be taken on its first day.
alter table assignment drop constraint assignment_check;
alter table assignment add constraint assignment_days check (to_day >= from_day - 1);
grant update (to_day) on assignment to become_app, become_jobs;

create function actor_sees_to_people() returns boolean language sql stable parallel safe
  return actor_kind() = 'person' and actor_agency() is null
    and actor_roles() && '{complaints-head,licensing-head,signatory,administrator}'::text[];

-- What needs a second person: a role for somebody, or the end of a second factor.
create table person_request (
  id uuid primary key default uuidv7(),
  kind text not null check (kind in ('assignment', 'second-factor-reset')),
  person_id uuid not null references person (id),
  role text,
  office_id uuid references office (id),
  areas text[] check (cardinality(areas) > 0),
  agency_id uuid,
  from_day date,
  to_day date check (to_day >= from_day),
  reason text not null check (length(reason) between 1 and 1000),
  status text not null default 'proposed'
    check (status in ('proposed', 'approved', 'refused', 'withdrawn')),
  version integer not null default 1,
  proposed_by uuid not null references person (id),
  proposed_at timestamptz not null,
  decided_by uuid references person (id),
  decided_at timestamptz,
  signature_id uuid references signature (id),
  check ((kind = 'assignment') = (role is not null and from_day is not null)),
  check ((status = 'proposed') = (decided_by is null)),
  check ((decided_by is null) = (decided_at is null)),
  check ((status = 'approved') = (signature_id is not null)),
  constraint request_by_two_people
    check (status <> 'approved' or decided_by not in (proposed_by, person_id))
);
create index person_request_by_person on person_request (person_id, proposed_at desc);
create index person_request_open on person_request (proposed_at) where status = 'proposed';

alter table person_request enable row level security;
create policy person_request_read on person_request for select using (
  (select actor_is_officer()) or (select actor_kind()) = 'system');
create policy person_request_add on person_request for insert with check (
  (select actor_sees_to_people()) and status = 'proposed'
  and proposed_by::text = (select actor_id()));
create policy person_request_decide on person_request for update
  using ((select actor_sees_to_people()) and status = 'proposed')
  with check (decided_by::text = (select actor_id()));
grant select, insert on person_request to become_app;
grant update (status, version, decided_by, decided_at, signature_id) on person_request to become_app;
grant select on person_request to become_jobs;

-- A role is written under a request that this actor approved, or by the platform itself.
drop policy assignment_write on assignment;
create policy assignment_write on assignment for insert with check (
  (select actor_kind()) = 'system'
  or exists (select from person_request r where r.kind = 'assignment' and r.status = 'approved'
    and r.decided_by::text = (select actor_id()) and r.person_id = assignment.person_id
    and r.role = assignment.role and r.from_day <= assignment.from_day
    and r.office_id is not distinct from assignment.office_id
    and r.agency_id is not distinct from assignment.agency_id
    and r.areas is not distinct from assignment.areas));
create policy assignment_end on assignment for update using (
  (select actor_kind()) = 'system' or (select actor_sees_to_people()));

create function actor_administers() returns boolean language sql stable parallel safe
  return actor_kind() = 'person' and actor_agency() is null
    and 'administrator' = any (actor_roles());
drop policy person_write on person;
create policy person_write on person for insert with check (
  (select actor_kind()) = 'system' or ((select actor_administers()) and not demonstration));
create policy person_disable on person for update using ((select actor_administers()));
grant update (disabled_at) on person to become_app;

-- What somebody did about another person stands with that person.
create policy event_about_people on event for insert with check (
  event.actor_kind = 'person' and actor_id = (select actor_id()) and record_type = 'person'
  and (select actor_sees_to_people()) and not visible_to && '{public,agency,complainant}'::text[]);

-- An acting head: somebody's own role, given to a deputy for some days.
create table delegation (
  id uuid primary key default uuidv7(),
  from_person uuid not null references person (id),
  to_person uuid not null references person (id) check (to_person <> from_person),
  role text not null,
  office_id uuid not null references office (id),
  areas text[] check (cardinality(areas) > 0),
  from_day date not null,
  to_day date not null check (to_day >= from_day),
  reason text not null check (length(reason) between 1 and 1000),
  made_at timestamptz not null,
  ended_at timestamptz,
  ended_by uuid references person (id),
  check ((ended_at is null) = (ended_by is null)),
  constraint delegation_one_deputy exclude using gist (from_person with =, role with =,
    office_id with =, daterange(from_day, to_day, '[]') with &&) where (ended_at is null)
);
create index delegation_to on delegation (to_person, to_day);
create index delegation_from on delegation (from_person, to_day);

alter table delegation enable row level security;
create policy delegation_read on delegation for select using (
  (select actor_is_officer()) or (select actor_kind()) = 'system');
create policy delegation_add on delegation for insert with check (
  (select actor_is_officer()) and from_person::text = (select actor_id()) and ended_at is null
  and role = any ((select actor_roles())::text[]));
create policy delegation_end on delegation for update
  using ((select actor_sees_to_people()) or from_person::text = (select actor_id())
    or to_person::text = (select actor_id()))
  with check (ended_by::text = (select actor_id()));
grant select, insert on delegation to become_app;
grant update (ended_at, ended_by) on delegation to become_app;
grant select on delegation to become_jobs;

-- As whom the browser of a deputy acts now: nothing of it counts outside the days.
alter table session add column acting uuid references delegation (id) on delete set null;
grant update (acting) on session to become_app;

create function acting_assignment(wanted uuid, deputy uuid, at timestamptz) returns jsonb
language sql stable as $$
  select jsonb_build_array(jsonb_build_object('role', d.role, 'officeId', d.office_id,
    'areas', d.areas, 'agencyId', null, 'actingFor', d.from_person,
    'actingForKm', p.name_km, 'actingForEn', p.name_en))
  from delegation d join person p on p.id = d.from_person
  where d.id = wanted and d.to_person = deputy and d.ended_at is null and p.disabled_at is null
    and (at at time zone 'Asia/Phnom_Penh')::date between d.from_day and d.to_day
    -- What the head no longer holds, the deputy does not hold either.
    and exists (select from assignment a where a.person_id = d.from_person and a.role = d.role
      and a.office_id = d.office_id and a.areas is not distinct from d.areas
      and (at at time zone 'Asia/Phnom_Penh')::date
        between a.from_day and coalesce(a.to_day, 'infinity'))
$$;
revoke all on function acting_assignment from public;

drop policy signature_add on signature;
create policy signature_add on signature for insert with check (
  (select actor_kind()) = 'person' and person_id::text = (select actor_id())
  and role = any (actor_roles())
  and agency_id is not distinct from (select actor_agency())
  and (acting_for is null or exists (select from delegation d where d.from_person = acting_for
    and d.to_person = signature.person_id and d.role = signature.role and d.ended_at is null
    and (signed_at at time zone 'Asia/Phnom_Penh')::date between d.from_day and d.to_day)));
