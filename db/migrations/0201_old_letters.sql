-- Letters of the register that was kept before, and the papers that come with such files: under their
-- old numbers and real days, marked until an officer has compared them.

alter table letter drop constraint letter_status_check, drop constraint letter_check6,
  drop constraint letter_check7, alter column drafted_by drop not null;
alter table letter
  add column old_number text check (length(old_number) between 1 and 60),
  add column import_run_id uuid references import_run (id),
  add column compared_by uuid references person (id),
  add column compared_at timestamptz,
  add constraint letter_status_check check (status in ('received', 'drafted', 'climbing', 'signed', 'sent',
    'withdrawn', 'filed')),
  add constraint letter_incoming check (direction = 'outgoing' or status = 'filed'
    or (number is not null and received_on is not null and status in ('received', 'withdrawn'))),
  add constraint letter_outgoing check (direction = 'incoming'
    or (status <> 'received' and (number is null) = (signed_at is null))),
  add constraint letter_filed check ((status = 'filed') = (old_number is not null)
    and (status = 'filed') = (import_run_id is not null)
    and (status <> 'filed' or (number is null and signed_at is null
      and case direction when 'incoming' then received_on else dated end is not null))),
  add constraint letter_drafter check (drafted_by is not null or status = 'filed'),
  add constraint letter_compared check ((compared_by is null) = (compared_at is null)
    and (compared_at is null or status = 'filed'));
-- The same line of the same file is the same letter: numbers began again each year.
create unique index letter_by_old_number on letter
  (direction, old_number, extract(year from coalesce(received_on, dated))) where status = 'filed';
create index letter_filed on letter (id desc) where status = 'filed';
create index letter_by_import on letter (import_run_id) where import_run_id is not null;
grant update (compared_by, compared_at) on letter to become_app;
grant insert on letter to become_jobs;

-- Papers that were brought with a file: each lies sealed under the key of its run, judged by what it
-- is, and goes with it. An archive stands here until a job has unpacked it.
create table import_document (
  run_id uuid not null references import_run (id),
  position integer not null,
  name_sealed bytea not null,
  file_hash text check (file_hash ~ '^[0-9a-f]{64}$'),
  size integer not null,
  -- Keyed; null until it was looked at, and for what is not taken.
  digest bytea,
  kind text,
  fault text,
  primary key (run_id, position),
  check (digest is null or kind is not null),
  check (kind is null or fault is null)
);
alter table import_document enable row level security;
create policy import_document_read on import_document for select using (
  exists (select from import_run r where r.id = run_id));
create policy import_document_add on import_document for insert with check (
  exists (select from import_run r where r.id = run_id));
create policy import_document_move on import_document for update using ((select actor_kind()) = 'system');
create policy import_document_drop on import_document for delete using ((select actor_kind()) = 'system');
grant select, insert on import_document to become_app;
grant select, insert, delete on import_document to become_jobs;
grant update (file_hash, digest, kind, fault) on import_document to become_jobs;

-- Which paper went to which record, so that it is not brought in twice and the two registers can be
-- held against each other.
create table imported_document (
  record_id uuid not null,
  digest bytea not null,
  run_id uuid not null references import_run (id),
  -- Null where the record had the very same file before.
  evidence_id uuid references evidence (id),
  primary key (record_id, digest)
);
create index imported_document_by_run on imported_document (run_id);
create index imported_document_by_digest on imported_document (digest);
alter table imported_document enable row level security;
create policy imported_document_read on imported_document for select using (
  exists (select from import_run r where r.id = run_id));
create policy imported_document_add on imported_document for insert with check (
  exists (select from import_run r where r.id = run_id));
grant select on imported_document to become_app;
grant select, insert on imported_document to become_jobs;

-- Lines that stand here already are told, too.
alter table import_finding drop constraint import_finding_kind_check;
alter table import_finding add constraint import_finding_kind_check
  check (kind in ('problem', 'absent', 'changed', 'new', 'same'));

grant insert, update on held_file to become_jobs;
