-- A debt in one currency paid out of a deposit in another: by a rate that somebody entered, with its
-- day and where it stands. What is owed stays in the currency in which it was awarded.
create table exchange_rate (
  id uuid primary key default uuidv7(),
  -- For one of `base` so much of `currency`.
  base text not null check (base ~ '^[A-Z]{3}$'),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  rate numeric(18, 6) not null check (rate > 0),
  on_day date not null,
  source text not null check (length(source) between 1 and 300),
  entered_by uuid not null,
  entered_at timestamptz not null,
  check (base <> currency)
);
create index exchange_rate_newest on exchange_rate (base, currency, on_day desc, id desc);
alter table exchange_rate enable row level security;
create policy exchange_rate_read on exchange_rate for select using (
  (select actor_kind()) in ('system', 'person'));
create policy exchange_rate_enter on exchange_rate for insert with check (
  (select actor_kind()) = 'system'
  or ((select actor_proposes_draws()) and entered_by::text = (select actor_id())));
grant select on exchange_rate to become_app, become_jobs;
grant insert on exchange_rate to become_app;

-- By which rates a draw was reckoned, as they stood on its paper.
alter table draw_order add column rates jsonb not null default '[]';
-- What a share takes of the deposit, in the deposit's currency; the share itself is the debt's.
alter table draw_share add column cost bigint;
update draw_share set cost = share;
alter table draw_share alter column cost set not null, add check (cost >= 0),
  add check ((cost = 0) = (share = 0));
