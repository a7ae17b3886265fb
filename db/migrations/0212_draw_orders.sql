-- Draws on a deposit for what an agency owes and did not pay: proposed by one officer, signed by two
-- others, carried out once.
create sequence draw_order_number;
create table draw_order (
  id uuid primary key default uuidv7(),
  number text not null unique,
  agency_id uuid not null,
  deposit_id uuid not null references deposit (id),
  currency text not null,
  status text not null default 'proposed'
    check (status in ('proposed', 'signed', 'executed', 'withdrawn', 'refused')),
  version integer not null default 1,
  -- Whether the ministry may order it, as the rule stood on that day; and on what the officer rests it.
  rule_applied jsonb,
  standing text not null check (standing in ('verified', 'reported', 'assumed', 'unknown')),
  basis text not null check (length(basis) between 1 and 4000),
  -- What was overdue, what the deposit held, and what it covers of it.
  claimed bigint not null check (claimed > 0),
  held bigint not null check (held > 0),
  covered bigint not null check (covered > 0),
  proposed_by uuid not null,
  proposed_at timestamptz not null,
  first_signed_by uuid,
  first_signed_at timestamptz,
  second_signed_by uuid,
  executed_at timestamptz,
  ended_by uuid,
  ended_at timestamptz,
  ended_reason text check (length(ended_reason) between 1 and 4000),
  constraint draw_order_by_three check (first_signed_by <> proposed_by
    and second_signed_by <> proposed_by and second_signed_by <> first_signed_by),
  check (covered <= claimed and covered <= held),
  check ((first_signed_by is null) = (first_signed_at is null)),
  check (status <> 'proposed' or first_signed_by is null),
  check (status not in ('signed', 'executed') or first_signed_by is not null),
  check ((status = 'executed') = (second_signed_by is not null)
    and (status = 'executed') = (executed_at is not null)),
  check ((status in ('withdrawn', 'refused')) = (ended_by is not null)
    and (ended_by is null) = (ended_at is null) and (ended_by is null) = (ended_reason is null))
);
create index draw_order_by_agency on draw_order (agency_id, proposed_at desc, id desc);
create index draw_order_by_time on draw_order (id desc);
create index draw_order_open on draw_order (deposit_id) where status in ('proposed', 'signed');

create table draw_share (
  order_id uuid not null references draw_order (id),
  due_id uuid not null references due (id),
  -- What was owed of it, and what it gets.
  claim bigint not null check (claim > 0),
  share bigint not null check (share >= 0 and share <= claim),
  primary key (order_id, due_id)
);
create index draw_share_by_due on draw_share (due_id);
alter table due_payment add foreign key (order_id) references draw_order (id);

-- Who may propose a draw, and who may sign one.
create function actor_proposes_draws() returns boolean language sql stable parallel safe
  return actor_kind() = 'person' and actor_agency() is null and actor_roles() &&
    '{complaints-officer,complaints-head,licensing-officer,licensing-head}'::text[];
create function actor_signs_draws() returns boolean language sql stable parallel safe
  return actor_kind() = 'person' and actor_agency() is null
    and actor_roles() && '{complaints-head,licensing-head,signatory}'::text[];

alter table draw_order enable row level security;
create policy draw_order_read on draw_order for select using (case
  when (select actor_agency()) is not null
    then agency_id = (select actor_agency()) and status = 'executed'
  else (select actor_kind()) = 'system' or (select actor_is_officer()) end);
create policy draw_order_propose on draw_order for insert with check ((select actor_kind()) = 'system'
  or ((select actor_proposes_draws()) and status = 'proposed' and proposed_by::text = (select actor_id())));
-- In the own name: the first or second signature, or the end of it.
create policy draw_order_move on draw_order for update
  using ((select actor_kind()) = 'system' or (select actor_proposes_draws()) or (select actor_signs_draws()))
  with check (case
    when (select actor_kind()) = 'system' then true
    when status = 'signed' then (select actor_signs_draws()) and first_signed_by::text = (select actor_id())
    when status = 'executed'
      then (select actor_signs_draws()) and second_signed_by::text = (select actor_id())
    else status in ('withdrawn', 'refused') and ended_by::text = (select actor_id())
  end);

alter table draw_share enable row level security;
-- Where the due itself is seen: an officer of one province sees of an order what is its own.
create policy draw_share_read on draw_share for select using (
  exists (select from draw_order o where o.id = order_id)
  and exists (select from due d where d.id = due_id));
create policy draw_share_add on draw_share for insert with check (
  exists (select from draw_order o where o.id = order_id and o.status = 'proposed'));

grant select on draw_order, draw_share to become_app, become_jobs;
grant insert on draw_order, draw_share to become_app;
grant update (status, version, first_signed_by, first_signed_at, second_signed_by, executed_at, ended_by,
  ended_at, ended_reason) on draw_order to become_app;
grant usage on sequence draw_order_number to become_app;
