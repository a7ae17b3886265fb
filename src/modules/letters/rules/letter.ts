import type { Day } from '../../../kernel/days.ts'
import type { Id } from '../../../kernel/ids.ts'
import type { Lang } from '../../../kernel/reader.ts'

export type LetterId = Id<'letter'>

/** The area of letters of the ministry itself; otherwise a province code. */
export const ministryArea = '00'

export const directions = ['incoming', 'outgoing'] as const
export type Direction = (typeof directions)[number]

export const letterStatuses = [
  'received',
  'drafted',
  'climbing',
  'signed',
  'sent',
  'withdrawn',
  'filed',
] as const
/** `filed`: of the register that was kept before, under its old number. */
export type LetterStatus = (typeof letterStatuses)[number]

/** The letters of every day, begun by hand; `free` begins with an empty sheet. */
export const letterTemplates = [
  'acknowledge-receipt',
  'request-to-agency',
  'invite-to-meeting',
  'refer-to-authority',
  'close-case',
  'free',
] as const
/** Papers that a later module begins with what it knows of a meeting, a decision or a draw. */
export const modulesTemplates = [
  'draw-order',
  'deposit-top-up',
  'invite-worker',
  'invite-agency',
  'minutes',
  'not-settled',
  'decision',
  'proposal',
  'payment-receipt',
  'payment-plan',
  'settlement-statement',
] as const
export type HandTemplate = (typeof letterTemplates)[number]
export type LetterTemplate = HandTemplate | (typeof modulesTemplates)[number]

/** What stands in a register of it; the correspondent of an incoming letter wrote it. */
export type LetterHeading = { readonly correspondent: string; readonly subject: string }
/** The words of a letter. Of an incoming one: its own number as reference, and no body. */
export type LetterText = LetterHeading & {
  readonly reference: string | null
  readonly body: string
}

/** A record of another module that a letter is about. */
export type LetterRecord = { readonly type: string; readonly id: string }

export type Letter = {
  readonly id: LetterId
  readonly direction: Direction
  readonly status: LetterStatus
  readonly version: number
  /** Whose register it stands in. */
  readonly officeId: string
  readonly area: string
  readonly year: number | null
  readonly number: number | null
  readonly recordType: string | null
  readonly recordId: string | null
  readonly language: Lang
  readonly edition: number
  /** Null where a command brought it in. */
  readonly draftedBy: string | null
  readonly draftedAt: Date
  readonly dated: Day | null
  readonly receivedOn: Day | null
  /** On whose desk it lies; null when nothing is left to do. */
  readonly holderOfficeId: string | null
  readonly heldSince: Date | null
  readonly signedBy: string | null
  readonly signedAt: Date | null
  readonly sentOn: Day | null
  readonly code: string | null
  readonly pdfFile: string | null
  readonly replaces: string | null
  /** In the register that was kept before. */
  readonly oldNumber: string | null
  readonly comparedBy: string | null
  /** When an officer held it against the old file; null while it is unverified. */
  readonly comparedAt: Date | null
}

/** "0012/26": the running number of the register and the year. */
export const letterNumber = (number: number, year: number): string =>
  `${String(number).padStart(4, '0')}/${String(year % 100).padStart(2, '0')}`

/** As people ask for it: ours, or the one of the old register. */
export const shownNumber = (letter: Pick<Letter, 'number' | 'year' | 'oldNumber'>): string | null =>
  numberOf(letter) ?? letter.oldNumber

/** The number of this letter, or null while it has none. */
export const numberOf = ({ number, year }: Pick<Letter, 'number' | 'year'>): string | null =>
  number === null || year === null ? null : letterNumber(number, year)

/** A line that begins with a box is a place for a thumbprint, and what stands under it. */
const thumbprint = /^\s*▢\s*/

export type LetterParts = {
  readonly paragraphs: readonly string[]
  readonly thumbprints: readonly string[]
}
/** The paragraphs of a letter, and the places for thumbprints below them. */
export function partsOf(body: string): LetterParts {
  const lines = body.split(/\n/).filter((line) => line.trim() !== '')
  return {
    paragraphs: lines.filter((line) => !thumbprint.test(line)),
    thumbprints: lines
      .filter((line) => thumbprint.test(line))
      .map((line) => line.replace(thumbprint, '')),
  }
}
