import { digitKeys, digitPhrases, type Phrase } from '../../voice/index.ts'
import { type ComplaintStatus, complaintStatuses } from './complaint.ts'

const danger: Phrase = { key: 'danger', said: { key: 'voice.danger' } }
const caseNumber: Phrase = { key: 'case-number', said: { key: 'voice.case-number' } }
const standing = (status: ComplaintStatus): Phrase => ({
  key: `status.${status}`,
  said: { key: `voice.status.${status}` },
})

/** What the pages of a complaint may have to say. */
export const complaintPhrases: readonly Phrase[] = [
  danger,
  caseNumber,
  ...complaintStatuses.map(standing),
]

const digits = (text: string): Phrase[] =>
  digitKeys(text).flatMap((key) => digitPhrases.find((one) => one.key === key) ?? [])

/** The case's number, digit by digit, and how it stands. The secret is never spoken. */
export const spokenCase = (number: string, status: ComplaintStatus): Phrase[] => [
  caseNumber,
  ...digits(number),
  standing(status),
]

/** Whom to call now. */
export const spokenDanger = (telephone: string): Phrase[] => [danger, ...digits(telephone)]
