-- Public figures, as they are published: what is small is hidden before it is written here.
create table statistic_figure (
  scope text not null check (scope in ('all', 'office', 'agency')),
  scope_id uuid,
  year integer not null check (year between 1990 and 2200),
  measure text not null check (measure ~ '^[a-z-]{1,40}$'),
  slice text not null check (slice ~ '^[a-z-]{0,40}$'),
  currency text check (currency ~ '^[A-Z]{3}$'),
  -- Null where it is hidden because it is small; a figure of which nothing is known has no row.
  value bigint check (value >= 0),
  counted_at timestamptz not null,
  unique nulls not distinct (scope, scope_id, year, measure, slice, currency)
);
create index statistic_figure_by_year on statistic_figure (year, scope);

alter table statistic_figure enable row level security;
create policy statistic_figure_read on statistic_figure for select using (true);
create policy statistic_figure_add on statistic_figure for insert with check (
  actor_kind() = 'system');
create policy statistic_figure_drop on statistic_figure for delete using (actor_kind() = 'system');
grant select on statistic_figure to become_app;
grant select, insert, delete on statistic_figure to become_jobs;
