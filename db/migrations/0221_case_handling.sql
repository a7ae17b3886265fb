-- Groups: who speaks for them, and until when. Of the whole case, or of one person of it.
create table case_representative (
  id uuid primary key default uuidv7(),
  complaint_id uuid not null references complaint (id),
  area text not null,
  person_id uuid references case_person (id),
  key_id uuid not null references person_key (id),
  name_sealed bytea not null,
  relation text not null check (relation in ('worker', 'family', 'lawyer', 'organisation', 'other')),
  since timestamptz not null,
  until timestamptz,
  recorded_by uuid not null
);
create unique index case_representative_now
  on case_representative (complaint_id, person_id) nulls not distinct where until is null;

-- Two cases of one matter, joined by an officer, never by a machine; taken apart again if that was
-- wrong. Both receipts go on working.
create table case_merge (
  id uuid primary key default uuidv7(),
  from_id uuid not null references complaint (id),
  into_id uuid not null references complaint (id) check (into_id <> from_id),
  merged_by uuid not null,
  merged_at timestamptz not null,
  undone_by uuid,
  undone_at timestamptz,
  check ((undone_by is null) = (undone_at is null))
);
create unique index case_merge_now on case_merge (from_id) where undone_at is null;
create index case_merge_into on case_merge (into_id);

-- A person whose complaint was joined stands in the case that goes on, under her own key.
alter table case_person add came_from uuid references case_person (id);

-- The case and those that were joined to it.
create function case_with_joined(wanted uuid) returns setof uuid
language sql stable security definer set search_path = pg_catalog, public
begin atomic
  select wanted union all select from_id from case_merge where into_id = wanted and undone_at is null;
end;
-- How the case stands in which a joined one goes on: told with the receipt of the joined one.
create function joined_standing(joined uuid) returns text
language sql stable security definer set search_path = pg_catalog, public
begin atomic
  select c.status from case_merge m join complaint c on c.id = m.into_id
  where m.from_id = joined and m.undone_at is null;
end;
revoke all on function case_with_joined, joined_standing from public;
grant execute on function case_with_joined, joined_standing to become_app, become_jobs;

-- What is written with the receipt of a joined case is unread in the case that goes on.
create or replace function note_unread() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  target uuid;
begin
  -- The case first: of two who write and read at the same time, the second sees what the first did.
  perform from complaint where id = new.complaint_id for no key update;
  update complaint c set unread = not c.unread
    where c.id = new.complaint_id and c.unread <> exists (select from complaint_message m
      where m.complaint_id = c.id and m.read_at is null and m.from_side = 'complainant');
  select into_id into target from case_merge
    where from_id = new.complaint_id and undone_at is null;
  if target is not null then
    perform from complaint where id = target for no key update;
    update complaint c set unread = not c.unread
      where c.id = target and c.unread <> exists (select from complaint_message m
        where m.complaint_id in (select case_with_joined(target)) and m.read_at is null
          and m.from_side = 'complainant');
  end if;
  return null;
end $$;

-- What stands between an officer and a matter, as she says herself: an agency, or somebody by name.
create table conflict_of_interest (
  id uuid primary key default uuidv7(),
  person_id uuid not null references person (id),
  agency_id uuid references agency (id),
  key_id uuid not null references person_key (id),
  name_sealed bytea,
  -- The same name as a party's or as a worker's.
  party_index bytea,
  worker_index bytea,
  reason_sealed bytea not null,
  since date not null,
  declared_at timestamptz not null,
  ended_at timestamptz,
  check ((agency_id is null) = (name_sealed is not null)),
  check ((name_sealed is null) = (party_index is null)),
  check ((party_index is null) = (worker_index is null))
);
create index conflict_by_person on conflict_of_interest (person_id);
create index conflict_by_agency on conflict_of_interest (agency_id) where ended_at is null;

-- How an officer was drawn for a case: whoever knows seed and candidates draws the same again.
create table case_draw (
  id uuid primary key default uuidv7(),
  complaint_id uuid not null references complaint (id),
  drawn_at timestamptz not null,
  seed text not null check (seed ~ '^[0-9a-f]{32}$'),
  candidates uuid[] not null,
  excluded uuid[] not null,
  chosen uuid
);
create index case_draw_by_case on case_draw (complaint_id, drawn_at);

-- The private call without which no withdrawal counts.
create table withdrawal_call (
  id uuid primary key default uuidv7(),
  complaint_id uuid not null references complaint (id),
  area text not null,
  called_by uuid not null,
  called_at timestamptz not null,
  spoke_with text not null check (spoke_with in ('complainant', 'worker', 'trusted')),
  asked text[] not null check (cardinality(asked) > 0),
  key_id uuid not null references person_key (id),
  heard_sealed bytea not null
);
create index withdrawal_call_by_case on withdrawal_call (complaint_id, called_at);

-- A matter that was solved before it was entered, with its real days.
create table late_entry (
  complaint_id uuid primary key references complaint (id),
  area text not null,
  solved_on date not null,
  how text not null check (how in ('paid', 'in-kind', 'agreed-without-sum', 'advice', 'other')),
  paid_minor bigint check (paid_minor >= 0),
  paid_currency text check (paid_currency ~ '^[A-Z]{3}$'),
  known_from text not null check (known_from in ('worker', 'register', 'letter', 'agency', 'other')),
  entered_by uuid not null,
  entered_at timestamptz not null,
  check ((paid_minor is null) = (paid_currency is null))
);

do $$
declare
  part text;
begin
  foreach part in array array['case_representative', 'withdrawal_call', 'late_entry', 'case_draw'] loop
    execute format('alter table %I enable row level security', part);
    execute format('create policy %I on %I for select using (actor_kind() <> ''complainant''
      and exists (select from complaint c where c.id = complaint_id))', part || '_read', part);
    execute format('create policy %I on %I for insert with check (
      (actor_kind() = ''system'' or actor_is_officer())
      and exists (select from complaint c where c.id = complaint_id))', part || '_add', part);
  end loop;
  foreach part in array array['case_representative', 'withdrawal_call', 'late_entry'] loop
    execute format('create policy %I on %I for update using (actor_kind() = ''system''
      or (actor_is_officer() and exists (select from complaint c where c.id = complaint_id)))',
      part || '_move', part);
    execute format('grant update (area) on %I to become_app', part);
  end loop;
end $$;
alter table case_merge enable row level security;
-- Also with one's own receipt: that one's complaint goes on in another case, but not in which.
create policy case_merge_read on case_merge for select using (
  actor_kind() <> 'complainant'
  and (exists (select from complaint c where c.id = from_id)
    or exists (select from complaint c where c.id = into_id)));
create policy case_merge_add on case_merge for insert with check (
  actor_is_officer() and merged_by::text = actor_id()
  and exists (select from complaint c where c.id = from_id)
  and exists (select from complaint c where c.id = into_id));
create policy case_merge_undo on case_merge for update using (
  actor_is_officer() and exists (select from complaint c where c.id = from_id))
  with check (undone_by::text = actor_id());
alter table conflict_of_interest enable row level security;
create policy conflict_read on conflict_of_interest for select using (
  actor_kind() = 'system' or (actor_is_officer()
    and (person_id::text = actor_id() or 'complaints-head' = any (actor_roles()))));
create policy conflict_add on conflict_of_interest for insert with check (
  actor_is_officer() and person_id::text = actor_id());
create policy conflict_end on conflict_of_interest for update using (
  actor_is_officer() and person_id::text = actor_id() and ended_at is null)
  with check (person_id::text = actor_id());

-- Who must not handle a case: ids only, so that a colleague learns no reason.
create function officers_in_conflict(wanted uuid) returns uuid[]
language sql stable security definer set search_path = pg_catalog, public
begin atomic
  select coalesce(array_agg(distinct k.person_id), '{}') from conflict_of_interest k
  where k.ended_at is null and (
    k.agency_id in (
      select agency_id from complaint where id = wanted
      union all select agency_id from case_party where complaint_id = wanted and ended_at is null)
    or k.party_index in (
      select respondent_index from complaint where id = wanted
      union all select name_index from case_party where complaint_id = wanted and ended_at is null)
    or k.worker_index in (
      select w.name_index from complaint c join worker w on w.id = c.worker_id where c.id = wanted
      union all select name_index from case_person where complaint_id = wanted));
end;
revoke all on function officers_in_conflict from public;
grant execute on function officers_in_conflict to become_app, become_jobs;

grant select, insert on case_representative, case_merge, conflict_of_interest, case_draw,
  withdrawal_call, late_entry to become_app;
grant update (until) on case_representative to become_app;
grant update (undone_by, undone_at) on case_merge to become_app;
grant update (ended_at) on conflict_of_interest to become_app;
grant select on case_representative, case_merge, conflict_of_interest, case_draw, withdrawal_call,
  late_entry to become_jobs;
grant insert on case_draw to become_jobs;
