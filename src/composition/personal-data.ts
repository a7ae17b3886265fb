import type { PersonalData } from '../kernel/personal-data.ts'

/** Every kind of personal data; a test holds the list against the sealed columns of the schema. */
export const personalData: readonly PersonalData[] = [
  {
    kind: 'complaint-content',
    columns: [
      'complaint.story_sealed',
      'complaint.respondent_sealed',
      'complaint.asked_answer_sealed',
      'complaint_message.body_sealed',
      'note.body_sealed',
    ],
    readers: ['complaints-officer', 'complaints-head', 'complainant'],
    basis: 'duty',
    retention: 'retention.complaint_content_years',
  },
  {
    kind: 'evidence',
    columns: ['evidence.name_sealed', 'evidence.location_sealed', 'evidence.summary_sealed'],
    readers: ['complaints-officer', 'complaints-head', 'complainant'],
    basis: 'duty',
    retention: 'retention.complaint_content_years',
  },
  {
    kind: 'complaint-contact',
    columns: ['complaint_contact.name_sealed', 'complaint_contact.contact_sealed'],
    readers: ['complaints-officer', 'complaints-head'],
    basis: 'protection',
    retention: 'retention.complaint_contact_months',
  },
  {
    kind: 'complaint-shown',
    columns: [
      'agency_inquiry.question_sealed',
      'agency_inquiry.worker_name_sealed',
      'agency_inquiry.story_sealed',
      'agency_inquiry.answer_sealed',
    ],
    readers: ['agency-clerk', 'complaints-officer', 'complaints-head'],
    basis: 'duty',
    retention: 'retention.complaint_content_years',
  },
  {
    kind: 'message',
    columns: [
      'outgoing_message.recipient_sealed',
      'outgoing_message.text_sealed',
      'sink_message.recipient_sealed',
      'sink_message.text_sealed',
    ],
    readers: ['administrator'],
    basis: 'consent',
    retention: 'retention.complaint_contact_months',
  },
  {
    kind: 'letter',
    columns: [
      'letter.heading_sealed',
      'letter_text.content_sealed',
      'letter_annotation.body_sealed',
      'letter_copy.correspondent_sealed',
    ],
    readers: [
      'complaints-officer',
      'complaints-head',
      'licensing-officer',
      'licensing-head',
      'signatory',
    ],
    basis: 'duty',
    retention: 'retention.letter_years',
  },
  {
    kind: 'worker',
    columns: ['worker.name_sealed'],
    readers: ['complaints-officer', 'complaints-head'],
    basis: 'duty',
    retention: 'retention.worker_record_years',
  },
  {
    kind: 'complaint-draft',
    columns: ['complaint_draft.content_sealed'],
    readers: ['complainant'],
    basis: 'consent',
    retention: 'complaint.draft_hours',
  },
  {
    kind: 'import-file',
    columns: ['import_run.name_sealed'],
    readers: ['licensing-head', 'complaints-head'],
    basis: 'duty',
    retention: 'retention.import_file_days',
  },
  {
    kind: 'officer',
    columns: ['person.name_km', 'person.name_en', 'person.login', 'credential.totp_secret'],
    readers: ['administrator'],
    basis: 'duty',
    retention: 'retention.officer_account_months',
  },
  {
    kind: 'audit',
    columns: ['audit.actor_id'],
    readers: ['administrator'],
    basis: 'protection',
    retention: 'retention.audit_years',
  },
]
