-- Who stands above whom, so that a letter can climb; and whoever heads an office and signs for it.

alter table office drop constraint office_kind_check, drop constraint office_check1;
alter table office
  add constraint office_kind_check check (kind in ('minister', 'general-department', 'department',
    'bureau', 'ministry', 'provincial', 'resource-centre', 'embassy')),
  add constraint office_central check (kind not in ('minister', 'general-department',
    'department', 'bureau', 'ministry') or province is null),
  add column superior_id uuid references office (id) check (superior_id <> id);
create index office_by_superior on office (superior_id) where superior_id is not null;

alter table assignment drop constraint assignment_role_check;
alter table assignment add constraint assignment_role_check check (role in ('agency-clerk',
  'counsellor', 'complaints-officer', 'complaints-head', 'licensing-officer', 'licensing-head',
  'signatory', 'administrator'));

create or replace function actor_is_officer() returns boolean language sql stable parallel safe
  return actor_kind() = 'person' and actor_agency() is null
    and actor_roles() && '{counsellor,complaints-officer,complaints-head,licensing-officer,licensing-head,signatory,administrator}'::text[];
