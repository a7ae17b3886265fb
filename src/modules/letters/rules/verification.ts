import type { Day } from '../../../kernel/days.ts'

/** What is known of a printed document, as far as anybody may know it. */
export type IssuedDocument = {
  readonly kind: 'letter' | 'receipt'
  readonly number: string | null
  readonly officeKm: string | null
  readonly officeEn: string | null
  readonly dated: Day
  readonly pdfHash: Uint8Array | null
  readonly inForceFrom: Day
  readonly inForceUntil: Day | null
  readonly replacedByNumber: string | null
}

/** A receipt proves a day and nothing else; a letter is in force, or is not any more. */
export type Standing = 'only-received' | 'in-force' | 'not-yet' | 'withdrawn' | 'replaced'

export function standingOf(document: IssuedDocument, today: Day): Standing {
  if (document.kind === 'receipt') return 'only-received'
  if (document.inForceUntil !== null && document.inForceUntil <= today)
    return document.replacedByNumber === null ? 'withdrawn' : 'replaced'
  return document.inForceFrom <= today ? 'in-force' : 'not-yet'
}
