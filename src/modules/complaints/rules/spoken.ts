import { digitKeys, digitPhrases, type Phrase } from '../../voice/index.ts'
import { type ComplaintStatus, complaintStatuses } from './complaint.ts'

const phrase = (key: string): Phrase => ({ key, said: { key: `voice.${key}` } })

/** What the pages of a complaint may have to say. */
export const complaintPhrases: readonly Phrase[] = [
  phrase('danger'),
  phrase('case-number'),
  ...complaintStatuses.map((status) => phrase(`status.${status}`)),
]

const digits = (text: string): Phrase[] =>
  digitKeys(text).flatMap((key) => digitPhrases.find((one) => one.key === key) ?? [])

/** The case's number, digit by digit, and how it stands. The secret is never spoken. */
export const spokenCase = (number: string, status: ComplaintStatus): Phrase[] => [
  phrase('case-number'),
  ...digits(number),
  phrase(`status.${status}`),
]

/** Whom to call now. */
export const spokenDanger = (telephone: string): Phrase[] => [
  phrase('danger'),
  ...digits(telephone),
]
