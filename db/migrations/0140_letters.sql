-- Letters of the ministry: two registers for each office and year, the climb of a draft from desk to
-- desk, and what anybody may ask of a printed document by its code.

-- Of a printed document only what its page of verification says: nothing personal. A receipt is a
-- day and no more, not even whose.
create table document (
  code text primary key check (code ~ '^[A-HJ-NP-Z2-9]{16}$'),
  kind text not null check (kind in ('letter', 'receipt')),
  letter_id uuid,
  number text,
  office_id uuid references office (id),
  dated date not null,
  issued_at timestamptz not null,
  -- SHA-256 of the PDF; a receipt holds a secret, so none is kept of it.
  pdf_hash bytea check (length(pdf_hash) = 32),
  in_force_from date not null,
  in_force_until date,
  replaced_by text references document (code),
  constraint document_of_letter check ((kind = 'letter') = (letter_id is not null and number is not null
    and office_id is not null and pdf_hash is not null)),
  constraint document_of_receipt check (kind <> 'receipt'
    or (letter_id is null and number is null and office_id is null and pdf_hash is null)),
  check (replaced_by is null or in_force_until is not null)
);
create index document_by_letter on document (letter_id) where letter_id is not null;

create table letter (
  id uuid primary key default uuidv7(),
  direction text not null check (direction in ('incoming', 'outgoing')),
  status text not null check (status in ('received', 'drafted', 'climbing', 'signed', 'sent', 'withdrawn')),
  version integer not null default 1,
  -- Whose register it stands in.
  office_id uuid not null references office (id),
  -- Province code of that office; '00' for the ministry.
  area text not null,
  -- Given when it is signed, or registered on arrival.
  year integer,
  number integer check (number > 0),
  -- What it is about; of a later module, so no foreign key.
  record_type text,
  record_id uuid,
  language text not null check (language in ('km', 'en')),
  template text,
  key_id uuid not null references person_key (id),
  -- Correspondent and subject; the whole text lies in letter_text.
  heading_sealed bytea not null,
  edition integer not null default 1,
  drafted_by uuid not null references person (id),
  drafted_at timestamptz not null,
  -- The day that stands on it, and the day it came in.
  dated date,
  received_on date,
  -- On whose desk it lies; null when nothing is left to do.
  holder_office_id uuid references office (id),
  held_since timestamptz,
  signed_by uuid references person (id),
  signed_at timestamptz,
  sent_on date,
  code text references document (code),
  pdf_file text,
  replaces uuid references letter (id),
  scan_file text,
  scan_type text check (scan_type in ('application/pdf', 'image/jpeg', 'image/png')),
  scan_added_at timestamptz,
  unique (direction, office_id, year, number),
  check ((year is null) = (number is null)),
  check ((record_type is null) = (record_id is null)),
  check ((holder_office_id is null) = (held_since is null)),
  check ((holder_office_id is not null) = (status in ('drafted', 'climbing'))),
  check ((signed_at is null) = (signed_by is null) and (signed_at is null) = (code is null)
    and (signed_at is null) = (pdf_file is null)),
  check (status not in ('signed', 'sent') or signed_at is not null),
  check (direction = 'outgoing' or (number is not null and received_on is not null
    and status in ('received', 'withdrawn'))),
  check (direction = 'incoming' or (status <> 'received' and (number is null) = (signed_at is null))),
  check ((scan_file is null) = (scan_type is null) and (scan_file is null) = (scan_added_at is null))
);
create index letter_by_register on letter (direction, id desc);
create index letter_by_area on letter (area, direction, id desc);
create index letter_by_holder on letter (holder_office_id, held_since) where holder_office_id is not null;
create index letter_by_record on letter (record_id) where record_id is not null;

-- The last number given; the row is locked until the letter is safe, so that none is left out.
create table letter_counter (
  direction text not null,
  office_id uuid not null references office (id),
  year integer not null,
  last integer not null,
  primary key (direction, office_id, year)
);

-- Every wording that lay on somebody's desk.
create table letter_text (
  letter_id uuid not null references letter (id),
  edition integer not null,
  written_at timestamptz not null,
  author_id uuid not null references person (id),
  content_sealed bytea not null,
  primary key (letter_id, edition)
);

-- What was written beside it at each step of the climb.
create table letter_annotation (
  id uuid primary key default uuidv7(),
  letter_id uuid not null references letter (id),
  step text not null check (step in ('pass-up', 'send-down', 'send-back', 'sign', 'send', 'drop', 'withdraw')),
  written_at timestamptz not null,
  author_id uuid not null references person (id),
  office_id uuid not null references office (id),
  to_office_id uuid references office (id),
  body_sealed bytea
);
create index letter_annotation_by_letter on letter_annotation (letter_id, written_at, id);

-- One letter to many: one number, one signature, and a paper for each, set by a job.
create table letter_copy (
  letter_id uuid not null references letter (id),
  position integer not null check (position between 1 and 2000),
  correspondent_sealed bytea not null,
  pdf_file text,
  primary key (letter_id, position)
);
create index letter_copy_to_set on letter_copy (letter_id, position) where pdf_file is null;

create function actor_writes_letters() returns boolean language sql stable parallel safe
  return actor_kind() = 'person' and actor_agency() is null and actor_roles() &&
    '{complaints-officer,complaints-head,licensing-officer,licensing-head,signatory}'::text[];
create function actor_reaches_area(wanted text) returns boolean language sql stable parallel safe
  return actor_areas() is null or wanted = any (actor_areas());

alter table letter enable row level security;
create policy letter_read on letter for select using ((select actor_kind()) = 'system'
  or ((select actor_writes_letters()) and actor_reaches_area(area)));
create policy letter_add on letter for insert with check ((select actor_kind()) = 'system'
  or ((select actor_writes_letters()) and actor_reaches_area(area)
    and drafted_by::text = (select actor_id())));
create policy letter_move on letter for update using ((select actor_kind()) = 'system'
  or ((select actor_writes_letters()) and actor_reaches_area(area)));

alter table letter_counter enable row level security;
create policy letter_counter_all on letter_counter using (
  (select actor_kind()) = 'system' or (select actor_writes_letters()));

do $$
declare
  part text;
begin
  foreach part in array array['letter_text', 'letter_annotation', 'letter_copy'] loop
    execute format('alter table %I enable row level security', part);
    execute format('create policy %I on %I for select using (
      exists (select from letter l where l.id = letter_id))', part || '_read', part);
    execute format('create policy %I on %I for insert with check (
      exists (select from letter l where l.id = letter_id))', part || '_add', part);
  end loop;
  foreach part in array array['letter_text', 'letter_annotation'] loop
    execute format('create policy %I on %I as restrictive for insert with check (
      (select actor_kind()) = ''system'' or author_id::text = (select actor_id()))',
      part || '_own', part);
  end loop;
end $$;
create policy letter_copy_set on letter_copy for update using ((select actor_kind()) = 'system');

alter table document enable row level security;
create policy document_read on document for select using (
  (select actor_kind()) = 'system' or (select actor_writes_letters()));
create policy document_add on document for insert with check (
  (select actor_kind()) = 'system' or ((select actor_writes_letters()) and kind = 'letter'));
create policy document_end on document for update using ((select actor_writes_letters()));

-- Anybody who holds the paper: one exact code, and what the page says of it.
create function find_document(wanted text)
returns table (kind text, number text, office_km text, office_en text, dated date, pdf_hash bytea,
  in_force_from date, in_force_until date, replaced_by_number text)
language sql stable security definer set search_path = pg_catalog, public as $$
  select d.kind, d.number, o.name_km, o.name_en, d.dated, d.pdf_hash, d.in_force_from,
    d.in_force_until, newer.number
  from document d left join office o on o.id = d.office_id
    left join document newer on newer.code = d.replaced_by
  where d.code = wanted
$$;
revoke all on function find_document from public;
grant execute on function find_document to become_app;

-- A number once given is never given up; a signed text never changes.
create function keep_letter_as_signed() returns trigger language plpgsql as $$
begin
  if old.number is not null and (new.number, new.year) is distinct from (old.number, old.year) then
    raise insufficient_privilege using message = 'the number of a letter stays';
  end if;
  if old.signed_at is not null and (new.heading_sealed, new.edition, new.pdf_file, new.signed_by,
    new.signed_at, new.dated, new.code) is distinct from (old.heading_sealed, old.edition,
    old.pdf_file, old.signed_by, old.signed_at, old.dated, old.code) then
    raise insufficient_privilege using message = 'a signed letter stays as it is';
  end if;
  return new;
end $$;
create trigger letter_stays_as_signed before update on letter
  for each row execute function keep_letter_as_signed();

grant select, insert on letter, letter_text, letter_annotation, letter_copy, document to become_app;
grant update (status, version, heading_sealed, edition, year, number, dated, holder_office_id, held_since,
  signed_by, signed_at, sent_on, code, pdf_file, scan_file, scan_type, scan_added_at) on letter to become_app;
grant update (in_force_until, replaced_by) on document to become_app;
grant select, insert on letter_counter to become_app;
grant update (last) on letter_counter to become_app;
grant select on letter, letter_text, letter_annotation, letter_copy, document to become_jobs;
grant insert on document to become_jobs;
grant update (pdf_file) on letter_copy to become_jobs;

-- Work that may wait: it comes after everything else, one piece at a time.
create function queue_job_for_later(task text, payload json, job_key text) returns void
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  perform graphile_worker.add_job(task, payload, job_key => job_key, priority => 100,
    queue_name => 'for-later');
end $$;
revoke all on function queue_job_for_later from public;
grant execute on function queue_job_for_later to become_app, become_jobs;
