-- An agency brings proof with its answer: files of the case like any other, in quarantine first. Officers
-- who see the case see them; the complainant only what an officer released to her.
alter table evidence
  add inquiry_id uuid references agency_inquiry (id),
  add released_at timestamptz,
  add released_by uuid references person (id);
alter table evidence drop constraint evidence_origin_check;
alter table evidence
  add constraint evidence_origin_check check (origin in ('complainant-web', 'complainant-follow',
    'officer-entry', 'telegram', 'paper-scan', 'old-register', 'agency-form')),
  add constraint evidence_of_answer check (inquiry_id is null
    or (record_type = 'complaint' and origin = 'agency-form')),
  add constraint evidence_release check ((released_at is null) = (released_by is null)
    and (released_at is null or inquiry_id is not null));
create index evidence_by_inquiry on evidence (inquiry_id) where inquiry_id is not null;

alter policy evidence_of_seen_complaint on evidence using (
  (select actor_kind()) <> 'person' or record_type <> 'complaint'
  or ((select actor_agency()) is not null and inquiry_id is not null)
  or exists (select from complaint c where c.id = record_id));
create policy evidence_of_own_answer on evidence for select using (
  (select actor_agency()) is not null and inquiry_id is not null
  and exists (select from agency_inquiry i where i.id = inquiry_id
    and i.agency_id = (select actor_agency())));
create policy evidence_with_answer on evidence for insert with check (
  status = 'quarantined' and origin = 'agency-form' and given_by = (select actor_id())
  and (select actor_agency()) is not null
  and exists (select from agency_inquiry i where i.id = inquiry_id and i.status = 'asked'
    and i.complaint_id = record_id and i.agency_id = (select actor_agency())));
create policy evidence_released_to_her on evidence as restrictive for select using (
  (select actor_kind()) <> 'complainant' or inquiry_id is null or released_at is not null);

grant update (released_at, released_by) on evidence to become_app;
