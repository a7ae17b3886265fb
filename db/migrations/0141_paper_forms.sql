-- Forms of the complaint on paper: each printed with a number of its own, entered once.
create sequence paper_form_number;
create table paper_form (
  number text primary key check (number ~ '^F\d\d-\d{7}-\d$'),
  -- Printed together.
  set_id uuid not null,
  language text not null check (language in ('km', 'en')),
  printed_by uuid not null references person (id),
  printed_at timestamptz not null,
  complaint_id uuid unique references complaint (id),
  entered_at timestamptz,
  check ((complaint_id is null) = (entered_at is null))
);
create index paper_form_by_set on paper_form (set_id, number);
create index paper_form_by_person on paper_form (printed_by, printed_at desc);

alter table paper_form enable row level security;
create policy paper_form_read on paper_form for select using (
  (select actor_kind()) = 'system' or (select actor_is_officer()));
create policy paper_form_print on paper_form for insert with check (
  (select actor_is_officer()) and printed_by::text = (select actor_id()) and complaint_id is null);
-- Once: a form that was entered is changed by nobody.
create policy paper_form_enter on paper_form for update
  using ((select actor_is_officer()) and complaint_id is null)
  with check (complaint_id is not null);
grant usage on sequence paper_form_number to become_app;
grant select, insert on paper_form to become_app;
grant update (complaint_id, entered_at) on paper_form to become_app;
grant select on paper_form to become_jobs;

-- Letters about a case are seen by those who see the case, and by those whose signature they await.
create policy letter_of_seen_complaint on letter as restrictive for select using (
  (select actor_kind()) <> 'person' or record_type is distinct from 'complaint'
  or 'signatory' = any ((select actor_roles())::text[])
  or exists (select from complaint c where c.id = record_id));
