-- Scans of letters are files like any other: judged by their content, in quarantine until a job has
-- drawn them anew, served only to those who see the letter.

alter table evidence drop constraint evidence_record_type_check, drop constraint evidence_origin_check;
alter table evidence
  add constraint evidence_record_type_check check (record_type in ('complaint', 'letter')),
  add constraint evidence_origin_check check (origin in ('complainant-web', 'complainant-follow',
    'officer-entry', 'telegram', 'paper-scan', 'old-register'));

create policy evidence_of_seen_letter on evidence as restrictive for select using (
  (select actor_kind()) <> 'person' or record_type <> 'letter'
  or exists (select from letter l where l.id = evidence.record_id));

-- What was kept beside letters until now has never been looked through.
insert into evidence (record_type, record_id, area, key_id, kind, origin, given_by, given_at,
  content_mark, size, original_hash)
select 'letter', l.id, l.area, l.key_id,
  case l.scan_type when 'application/pdf' then 'pdf' when 'image/jpeg' then 'jpeg' else 'png' end,
  'paper-scan', l.drafted_by::text, l.scan_added_at, sha256(convert_to(l.scan_file, 'UTF8')), 1,
  l.scan_file
from letter l where l.scan_file is not null;

alter table letter drop column scan_file, drop column scan_type, drop column scan_added_at;
