-- One agency has one authorisation for one country and sector on any day: two that overlap would let
-- one be suspended and the other go on. `held` are the days on which it really held: none while its
-- licence is only applied for, none after the licence ended. What the ministry's own register brings
-- in is taken as it is, a renewal under a new number beside the old one too: an officer ends that.
alter table licence_destination
  add column agency_id uuid references agency (id),
  add column held daterange not null default 'empty',
  add column from_register boolean not null default false;

create function days_held(l licence, d licence_destination) returns daterange
language sql immutable set search_path = pg_catalog, public as $$
  select case
    when l.status in ('applied', 'refused') or l.valid_from is null then 'empty'::daterange
    when greatest(d.from_day, l.valid_from)
      >= least(d.to_day + 1, l.valid_to + 1, l.ended_on, 'infinity'::date) then 'empty'::daterange
    else daterange(greatest(d.from_day, l.valid_from),
      nullif(least(d.to_day + 1, l.valid_to + 1, l.ended_on, 'infinity'::date), 'infinity'::date))
  end
$$;

create function keep_days_held() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  select l.agency_id, days_held(l, new) into new.agency_id, new.held
  from licence l where l.id = new.licence_id;
  return new;
end $$;
create trigger licence_destination_held before insert or update on licence_destination
  for each row execute function keep_days_held();

create function keep_days_held_of_licence() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  update licence_destination d set held = 'empty' where d.licence_id = new.id;
  return null;
end $$;
create trigger licence_held after update of status, valid_from, valid_to, ended_on on licence
  for each row when (old.status is distinct from new.status or old.valid_from is distinct from new.valid_from
    or old.valid_to is distinct from new.valid_to or old.ended_on is distinct from new.ended_on)
  execute function keep_days_held_of_licence();

-- What stands already stays as it is.
update licence_destination set from_register = true, held = 'empty';
alter table licence_destination alter column agency_id set not null,
  add constraint authorisations_apart exclude using gist (agency_id with =, destination_code with =,
    sector with =, held with &&) where (not from_register),
  -- And in one licence never twice, wherever it comes from.
  add constraint authorisation_once exclude using gist (licence_id with =, destination_code with =,
    sector with =, held with &&);

-- A register is brought in by the worker: its rows get their place in the list of statuses, too.
grant usage on sequence status_place to become_jobs;
