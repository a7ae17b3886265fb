-- Reference data of the country pack: the same for everybody, so no row-level security.
-- The official codes are the keys: they are stable, short, and what other systems exchange.
-- The owner loads these tables from countries/; the application only reads them.

create table currency (
  code text primary key check (code ~ '^[A-Z]{3}$'),
  position smallint not null,
  minor_digits smallint not null check (minor_digits in (0, 2)),
  name_km text not null,
  name_en text not null
);

create table province (
  code text primary key check (code ~ '^[0-9]{2}$'),
  kind text not null check (kind in ('province', 'capital')),
  name_km text not null,
  name_latin text not null
);

create table district (
  code text primary key check (code ~ '^[0-9]{4}$'),
  province_code text not null references province (code),
  kind text not null check (kind in ('srok', 'krong', 'khan')),
  name_km text not null,
  name_latin text not null,
  check (left(code, 2) = province_code)
);
create index district_by_province on district (province_code);

create table commune (
  code text primary key check (code ~ '^[0-9]{6}$'),
  district_code text not null references district (code),
  kind text not null check (kind in ('khum', 'sangkat')),
  name_km text not null,
  name_latin text not null,
  check (left(code, 4) = district_code)
);
create index commune_by_district on commune (district_code);

create table village (
  code text primary key check (code ~ '^[0-9]{8}$'),
  commune_code text not null references commune (code),
  name_km text not null,
  -- The source leaves out one (02010508).
  name_latin text,
  check (left(code, 6) = commune_code)
);
create index village_by_commune on village (commune_code);

create table destination (
  code text primary key check (code ~ '^[A-Z]{2}$'),
  position smallint not null,
  name_km text not null,
  name_en text not null,
  currency_code text not null references currency (code)
);

create table destination_area (
  code text primary key check (code ~ '^[A-Z]{2}-[A-Z0-9]{1,3}$'),
  destination_code text not null references destination (code),
  kind text not null,
  name_km text,
  name_latin text not null,
  name_local text,
  check (left(code, 2) = destination_code)
);
create index destination_area_by_destination on destination_area (destination_code);

-- A movable feast whose day is not published yet has no day: its whole year is uncertain.
create table holiday (
  year smallint not null check (year between 1990 and 2200),
  code text not null check (code ~ '^[a-z_]+$'),
  day date,
  standing text not null check (standing in ('verified', 'reported', 'assumed', 'unknown')),
  source text not null,
  name_km text not null,
  name_en text not null,
  check (extract(year from day) = year),
  check ((day is null) = (standing = 'unknown')),
  constraint holiday_once unique nulls not distinct (year, code, day)
);

-- What was loaded last from each file of the country pack: an unchanged file is not read again.
create table loaded_file (
  name text primary key,
  digest text not null,
  loaded_at timestamptz not null default now()
);

grant select on currency, province, district, commune, village, destination, destination_area,
  holiday to become_app, become_jobs;
