-- Every quarter the heads confirm who still needs which role; what nobody confirms lapses.

create table access_review (
  id uuid primary key default uuidv7(),
  opened_on date not null,
  -- The last day on which a role can be confirmed; the unconfirmed lapse with its end.
  due_on date not null check (due_on >= opened_on),
  closed_at timestamptz
);
create unique index access_review_open on access_review ((closed_at is null)) where closed_at is null;

create table access_review_line (
  review_id uuid not null references access_review (id),
  assignment_id uuid not null references assignment (id) on delete cascade,
  confirmed_by uuid references person (id),
  confirmed_at timestamptz,
  -- The role ended with the review.
  lapsed boolean not null default false,
  primary key (review_id, assignment_id),
  check ((confirmed_by is null) = (confirmed_at is null)),
  check (not lapsed or confirmed_by is null)
);

alter table access_review enable row level security;
create policy access_review_read on access_review for select using (
  (select actor_is_officer()) or (select actor_kind()) = 'system');
create policy access_review_add on access_review for insert
  with check ((select actor_kind()) = 'system');
create policy access_review_close on access_review for update
  using ((select actor_kind()) = 'system');
alter table access_review_line enable row level security;
create policy access_review_line_read on access_review_line for select using (
  (select actor_is_officer()) or (select actor_kind()) = 'system');
create policy access_review_line_add on access_review_line for insert
  with check ((select actor_kind()) = 'system');
create policy access_review_line_lapse on access_review_line for update
  using ((select actor_kind()) = 'system');
-- A head confirms in the own name, and never the own role.
create policy access_review_line_confirm on access_review_line for update
  using ((select actor_sees_to_people()) and confirmed_by is null and not lapsed)
  with check (confirmed_by::text = (select actor_id())
    and not exists (select from assignment a where a.id = assignment_id and a.person_id = confirmed_by));

grant select on access_review, access_review_line to become_app, become_jobs;
grant insert on access_review, access_review_line to become_jobs;
grant update (closed_at) on access_review to become_jobs;
grant update (lapsed) on access_review_line to become_jobs;
grant update (confirmed_by, confirmed_at) on access_review_line to become_app;
