-- What one company has in common with others: for officers, judged by them, refusing nothing.
create table agency_link_judgement (
  id uuid primary key default uuidv7(),
  agency_id uuid not null references agency (id),
  other_id uuid not null references agency (id),
  kind text not null check (kind in ('identity', 'person-phone', 'contact', 'name', 'name-and-birth',
    'address', 'place', 'person-name', 'similar-name')),
  verdict text not null check (verdict in ('same', 'other', 'unsure')),
  reason text not null check (length(reason) between 1 and 1000),
  judged_by text not null,
  judged_at timestamptz not null,
  check (agency_id <> other_id)
);
create index agency_link_judgement_by_agency on agency_link_judgement (agency_id, id desc);
create index agency_link_judgement_by_other on agency_link_judgement (other_id, id desc);
alter table agency_link_judgement enable row level security;
create policy agency_link_judgement_read on agency_link_judgement for select using (
  actor_is_officer() and actor_agency() is null);
create policy agency_link_judgement_add on agency_link_judgement for insert with check (
  (select actor_licenses()) and judged_by = (select actor_id()));
grant select, insert on agency_link_judgement to become_app;

-- One question for all of it. With the owner's rights: an index on likeness cannot be used under
-- row-level security; so it answers officers only. `mine` and `theirs` name the two facts.
create function agency_likenesses(wanted uuid)
returns table (other_id uuid, kind text, mine uuid, theirs uuid, my_text text, their_text text)
language sql stable security definer set search_path = pg_catalog, public
set enable_seqscan = off set plan_cache_mode = force_custom_plan
as $$
  with asked as materialized (select wanted as id where actor_is_officer() and actor_agency() is null),
  people as materialized (
    select p.* from asked join agency_person p on p.agency_id = asked.id and p.same_as is null limit 500),
  numbers as materialized (
    select c.* from asked join agency_contact c on c.agency_id = asked.id limit 200),
  sites as materialized (select s.* from asked join agency_site s on s.agency_id = asked.id limit 200),
  names as materialized (
    select n.* from asked join agency_name n on n.agency_id = asked.id limit 40)
  (select o.agency_id, 'identity', p.id, o.id, null::text, null::text
    from people p join agency_person o on o.identity_index = p.identity_index
    where o.agency_id <> wanted limit 100)
  union all
  (select o.agency_id, 'person-phone', p.id, o.id, null, null
    from people p join agency_person o on o.phone_index = p.phone_index
    where o.agency_id <> wanted limit 100)
  union all
  (select o.agency_id, 'contact', c.id, o.id, c.shown, o.shown
    from numbers c join agency_contact o on o.key = c.key
    where o.agency_id <> wanted limit 100)
  union all
  (select o.agency_id, 'name', n.id, o.id, n.name, o.name
    from names n join agency_name o on o.key = n.key
    where o.agency_id <> wanted limit 100)
  union all
  (select o.agency_id, 'address', s.id, o.id, s.address_latin, o.address_latin
    from sites s join agency_site o on o.address_key = s.address_key
    where o.agency_id <> wanted limit 100)
  union all
  -- Some eighty metres: the next house, the other floor.
  (select o.agency_id, 'place', s.id, o.id, s.address_latin, o.address_latin
    from sites s join agency_site o
      on o.lat between s.lat - 0.0007 and s.lat + 0.0007 and o.lon between s.lon - 0.0007 and s.lon + 0.0007
    where o.agency_id <> wanted and o.address_key is distinct from s.address_key limit 100)
  union all
  (select o.agency_id, 'person-name', p.id, o.id, null, null
    from people p join agency_person o on o.sounds && p.sounds
    where o.agency_id <> wanted and o.identity_index is distinct from p.identity_index limit 300)
  union all
  (select r.agency_id, 'similar-name', n.id, null, n.name, r.name
    from names n cross join lateral register_names_like(n.sound, 12) r
    where n.kind in ('official', 'trade') and length(n.sound) > 2 and r.agency_id <> wanted limit 100)
$$;
revoke all on function agency_likenesses from public;
grant execute on function agency_likenesses to become_app;
