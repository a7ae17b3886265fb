-- Cases that not everybody of their area may see: those on the protected track, and those about an
-- official or an office. Whatever hangs on a case asks for the case, so the case itself is hidden.

alter table assignment drop constraint assignment_role_check;
alter table assignment add constraint assignment_role_check check (role in ('agency-clerk',
  'counsellor', 'complaints-officer', 'complaints-head', 'caseworker', 'oversight',
  'licensing-officer', 'licensing-head', 'signatory', 'administrator'));

-- Oversight is not among them: it reads what one function tells it, and no record.
create or replace function actor_is_officer() returns boolean language sql stable parallel safe
  return actor_kind() = 'person' and actor_agency() is null
    and actor_roles() && '{counsellor,complaints-officer,complaints-head,caseworker,licensing-officer,licensing-head,signatory,administrator}'::text[];

create function actor_office() returns uuid language sql stable parallel safe
  return nullif(current_setting('become.office_id', true), '')::uuid;

alter table complaint
  add is_protected boolean not null default false,
  add about_office boolean not null default false,
  -- Whoever may be in danger never meets the other side.
  add constraint protected_never_meets
    check (not is_protected or status not in ('in-conciliation'));

-- The caseworkers: who was trained, and whether a woman or a man. Kept by a head, about others.
create table caseworker (
  person_id uuid primary key references person (id),
  sex text not null check (sex in ('woman', 'man')),
  trained_on date not null,
  trained_until date check (trained_until >= trained_on),
  course text not null check (length(course) between 1 and 200),
  kept_by uuid not null references person (id) check (kept_by <> person_id),
  kept_at timestamptz not null
);

create table protection_track (
  complaint_id uuid primary key references complaint (id),
  status text not null default 'waiting' check (status in ('waiting', 'in-care', 'ended')),
  version integer not null default 1,
  since timestamptz not null,
  placed_by uuid not null references person (id),
  reasons text[] not null check (cardinality(reasons) > 0),
  wants text not null check (wants in ('woman', 'man', 'either')),
  -- Her head: who gave the case to the caseworker.
  head_id uuid references person (id),
  caseworker_id uuid references person (id) check (caseworker_id <> head_id),
  next_on date,
  ended_at timestamptz,
  ended_how text check (ended_how in ('her-own-wish', 'no-longer-needed')),
  check ((status = 'in-care') <= (caseworker_id is not null and head_id is not null)),
  check ((status = 'ended') = (ended_at is not null and ended_how is not null)),
  check ((status = 'ended') = (next_on is null))
);

-- Somebody else may look for a reason, until a day.
create table protection_grant (
  id uuid primary key default uuidv7(),
  complaint_id uuid not null references complaint (id),
  person_id uuid not null references person (id),
  reason_sealed bytea not null,
  given_by uuid not null references person (id) check (given_by <> person_id),
  given_at timestamptz not null,
  ends_on date not null,
  ended_at timestamptz
);
create index protection_grant_by_case on protection_grant (complaint_id, given_at);
create index protection_grant_by_person on protection_grant (person_id) where ended_at is null;

-- About whom a complaint is, where it is about an office or one of its officials.
create table complaint_office (
  complaint_id uuid not null references complaint (id),
  office_id uuid not null references office (id),
  named_by uuid not null references person (id),
  named_at timestamptz not null,
  primary key (complaint_id, office_id)
);

-- An office, those above it and those below it: a line of command.
create function in_one_line(one uuid, other uuid) returns boolean language sql stable as $$
  with recursive
    above as (select id, superior_id from office where id = one
      union select o.id, o.superior_id from above a join office o on o.id = a.superior_id),
    below as (select id from office where id = one
      union select o.id from below b join office o on o.superior_id = b.id)
  select other in (select id from above union all select id from below)
$$;

-- Who may see a hidden case. With the owner's rights, since it reads what hides itself.
create function opens_hidden_case(wanted uuid) returns boolean
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
      or hidden.helped_by::text = actor_id();
  end if;
  select * into track from protection_track where complaint_id = wanted;
  if track.head_id is not null then return track.head_id::text = actor_id(); end if;
  -- Until somebody has it, the heads who can give it to somebody.
  return 'complaints-head' = any (actor_roles()) and actor_reaches_area(hidden.area)
    and (not hidden.about_office or hidden.office_id = actor_office());
end $$;
revoke all on function opens_hidden_case from public;
grant execute on function opens_hidden_case to become_app, become_jobs;

-- One question, one answer, also about a case that one does not see.
create function is_on_protected_track(wanted uuid) returns boolean
language sql stable parallel safe security definer set search_path = pg_catalog, public
  return exists (select from complaint where id = wanted and is_protected);
revoke all on function is_on_protected_track from public;
grant execute on function is_on_protected_track to become_app, become_jobs;

do $$
declare
  opened text := $q$
  not (is_protected or about_office) or (select actor_kind()) in ('system', 'complainant')
  or opens_hidden_case(id)
  $q$;
begin
  execute format('create policy complaint_hidden on complaint as restrictive for select using (%s)', opened);
  execute format('create policy complaint_hidden_move on complaint as restrictive for update using (%s)', opened);
end $$;
-- A caseworker and whoever was let in see what they were given, in whichever area, and no list.
create policy complaint_given on complaint for select using (
  (is_protected or about_office) and (select actor_is_officer()) and opens_hidden_case(id));
create policy complaint_given_move on complaint for update using (
  (is_protected or about_office) and (select actor_is_officer()) and opens_hidden_case(id));
-- The agency loses sight of what it was asked.
create policy agency_inquiry_hidden on agency_inquiry as restrictive for select using (
  (select actor_agency()) is null or not is_on_protected_track(complaint_id));
-- A letter about a hidden case is read by whoever sees the case, or has it on the desk to sign.
create policy letter_of_hidden_complaint on letter as restrictive for select using (
  actor_kind() <> 'person' or record_type is distinct from 'complaint' or sees_complaint(record_id)
  or not is_on_protected_track(record_id) or holder_office_id = actor_office());
alter policy note_of_officers on note using (
  (select actor_kind()) <> 'person' or record_type <> 'complaint'
  or (select actor_roles()) && '{complaints-officer,complaints-head,caseworker}'::text[]);

grant update (is_protected, about_office) on complaint to become_app;

create function actor_protects() returns boolean language sql stable parallel safe
  return actor_kind() = 'system' or (actor_is_officer()
    and actor_roles() && '{complaints-officer,complaints-head,caseworker}'::text[]);

alter table caseworker enable row level security;
create policy caseworker_read on caseworker for select using ((select actor_protects()));
create policy caseworker_add on caseworker for insert with check (
  (select actor_protects()) and 'complaints-head' = any ((select actor_roles())::text[])
  and kept_by::text = (select actor_id()));
create policy caseworker_change on caseworker for update using (
  'complaints-head' = any ((select actor_roles())::text[]))
  with check (kept_by::text = (select actor_id()));

do $$
declare
  part text;
begin
  foreach part in array array['protection_track', 'protection_grant', 'complaint_office'] loop
    execute format('alter table %I enable row level security', part);
    execute format('create policy %I on %I for select using (
      (select actor_protects()) and sees_complaint(complaint_id))', part || '_read', part);
    execute format('create policy %I on %I for insert with check (
      (select actor_protects()) and sees_complaint(complaint_id))', part || '_add', part);
    execute format('create policy %I on %I for update using (
      (select actor_protects()) and sees_complaint(complaint_id))', part || '_move', part);
  end loop;
end $$;

grant select, insert on caseworker, protection_track, protection_grant, complaint_office to become_app;
grant update (sex, trained_on, trained_until, course, kept_by, kept_at) on caseworker to become_app;
grant update (status, version, wants, head_id, caseworker_id, next_on, ended_at, ended_how)
  on protection_track to become_app;
grant update (ended_at) on protection_grant to become_app;
grant select on caseworker, protection_track, protection_grant, complaint_office to become_jobs;
