-- Codes that can be checked without network. What a code says stands in it, signed; whether it still
-- holds stands in a list that telephones fetch once a day. A place in that list belongs to one thing
-- for ever: authorisations now, cards and documents later, all counted together.
create sequence status_place as integer minvalue 0 start 0;
alter table licence_destination
  add column status_place integer not null default nextval('status_place') unique;
grant usage on sequence status_place to become_app;

-- Which keys there are and which still hold. The private half is derived from the master key and
-- the number when it is needed, so that it lies nowhere, and no backup needs another secret.
create table token_key (
  number smallint generated always as identity primary key,
  begun_at timestamptz not null default now(),
  -- From then on nothing holds that it signed.
  withdrawn_at timestamptz,
  check (begun_at <= withdrawn_at)
);
insert into token_key default values;

-- The list as it was published: signed, dated, compressed. Made by the worker.
create table status_list (
  published_at timestamptz primary key,
  entries integer not null check (entries >= 0),
  -- Of the statuses alone, and of the key that signed them: the same need not be published again.
  digest bytea not null,
  signed bytea not null
);

grant select on token_key, status_list to become_app, become_jobs;
grant insert, delete on status_list to become_jobs;
