-- The numbers above a worklist are counted from the index alone: it carries what the policies ask.
drop index complaint_by_due, complaint_by_due_in_area, complaint_by_owner, complaint_unassigned;
create index complaint_by_due on complaint (next_due_at, id)
  include (area, owner_id, helped_by) where next_due_at is not null;
create index complaint_by_due_in_area on complaint (area, next_due_at, id)
  include (owner_id, helped_by) where next_due_at is not null;
create index complaint_by_owner on complaint (owner_id, next_due_at, id)
  include (area, helped_by) where next_due_at is not null;
create index complaint_unassigned on complaint (next_due_at, id)
  include (area, owner_id, helped_by) where owner_id is null and next_due_at is not null;
