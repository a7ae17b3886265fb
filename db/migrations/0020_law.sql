-- The rulebook: public by nature, so no row-level security. The owner loads the first versions from
-- the country pack; changes by the ministry come with their own module action later.
create extension if not exists btree_gist;

create table rule (
  id uuid primary key default uuidv7(),
  key text not null check (key ~ '^[a-zA-Z_]\w*(\.\w+)+$'),
  version integer not null check (version > 0),
  part text not null check (part ~ '^[a-z-]+$'),
  -- Where it stands within its part: the weightier rules first.
  position smallint not null default 0,
  -- Null exactly where nothing is known: an unknown rule neither passes nor blocks.
  value jsonb,
  unit text not null,
  -- Null: since when is not known; it holds for every earlier day.
  valid_from date,
  -- The last day on which it holds; null while no end is set.
  valid_to date,
  article_km text,
  article_en text,
  source text,
  source_url text check (source_url ~ '^https?://'),
  standing text not null check (standing in ('verified', 'reported', 'assumed', 'unknown')),
  name_km text not null,
  name_en text not null,
  note_km text,
  note_en text,
  -- A version that the ministry entered is never touched by the country pack.
  origin text not null default 'country-pack' check (origin in ('country-pack', 'ministry')),
  constraint rule_version unique (key, version),
  constraint rule_unknown_has_no_value check ((value is null) = (standing = 'unknown')),
  constraint rule_source check (standing not in ('verified', 'reported') or source is not null),
  constraint rule_dates check (valid_from <= valid_to),
  constraint rule_no_overlap exclude using gist
    (key with =, daterange(valid_from, valid_to, '[]') with &&)
);

grant select on rule to become_app, become_jobs;
