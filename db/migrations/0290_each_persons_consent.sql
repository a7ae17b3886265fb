-- What an agency is asked about a group: how many agreed, and the names of those who let theirs be
-- shown. Whoever was not asked or said no is neither named nor counted.
alter table agency_inquiry
  add persons_agreed integer check (persons_agreed > 0),
  add person_names_sealed bytea;
grant update (persons_agreed, person_names_sealed) on agency_inquiry to become_app;

-- The receipt of somebody who came along with a joined case opens her part where it goes on.
create or replace function find_case_person_by_receipt(given_number text, given_hash bytea)
returns table (complaint_id uuid, person_id uuid)
language sql stable security definer set search_path = pg_catalog, public
begin atomic
  select coalesce(n.complaint_id, p.complaint_id), coalesce(n.id, p.id)
    from case_person p
    left join case_merge m on m.from_id = p.complaint_id and m.undone_at is null
    left join case_person n on n.complaint_id = m.into_id and n.came_from = p.id
      and n.left_at is null
    where p.receipt_number = given_number and p.secret_hash = given_hash;
end;

-- Paid, and waiting for somebody's word: written on the case by what follows a payment, so that the
-- list of such cases and its number come from an index.
alter table complaint add awaits_word boolean not null default false;
grant update (awaits_word) on complaint to become_app, become_jobs;
update complaint c set awaits_word = true
  where c.closed_at is null and exists (select from due d join due_payment p on p.due_id = d.id
    where d.case_id = c.id and p.status = 'recorded');
create index complaint_awaiting_word on complaint (next_due_at, id)
  include (area, owner_id, helped_by) where awaits_word and next_due_at is not null;
create index complaint_awaiting_word_in_area on complaint (area, next_due_at, id)
  include (owner_id, helped_by) where awaits_word and next_due_at is not null;
-- Open cases by how they stand, each in the order of its due dates.
create index complaint_by_stage on complaint (status, next_due_at, id)
  include (area, owner_id, helped_by) where next_due_at is not null;
create index complaint_by_stage_in_area on complaint (area, status, next_due_at, id)
  include (owner_id, helped_by) where next_due_at is not null;
