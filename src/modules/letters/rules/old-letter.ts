import type { Day } from '../../../kernel/days.ts'
import type { Direction, LetterHeading, LetterRecord } from './letter.ts'

/** A letter of the register that was kept before. */
export type OldLetter = LetterHeading & {
  readonly oldNumber: string
  readonly direction: Direction
  /** The day on which it really came, or that stands on it. */
  readonly on: Day
  /** What it is about, where that is here. */
  readonly record: LetterRecord | null
}

/** Numbers began again each year, and in each direction. */
export const oldLetterKey = ({
  oldNumber,
  direction,
  on,
}: Pick<OldLetter, 'oldNumber' | 'direction' | 'on'>): string =>
  `${direction} ${on.slice(0, 4)} ${oldNumber}`
