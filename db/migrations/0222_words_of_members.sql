-- Whoever speaks for a group reads what the office wrote to all, and not what it writes to one of it.
alter policy message_of_member on complaint_message using (
  actor_kind() <> 'complainant' or person_id is not distinct from actor_case_person());
