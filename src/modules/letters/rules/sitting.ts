/** Where somebody is in the row of letters to sign; kept in the address, so that any browser can. */
export type Sitting = {
  /** Letters that were passed in this row, and how many of them were signed. */
  readonly passed: number
  readonly signed: number
}

export type Place<T> = {
  readonly number: number
  readonly of: number
  /** The one after this; null at the end of the row. */
  readonly next: T | null
}

/**
 * The place of a letter in the row: what was signed has left it, what was skipped still lies before
 * it. Null for one that is not in the row any more.
 */
export function placeIn<T extends { readonly id: string }>(
  row: readonly T[],
  id: string,
  { passed }: Sitting,
): Place<T> | null {
  const at = row.findIndex((one) => one.id === id)
  if (at < 0) return null
  return { number: passed + 1, of: passed + row.length - at, next: row[at + 1] ?? null }
}

/** One step further: signed, or only passed. */
export const passedOne = ({ passed, signed }: Sitting, isSigned: boolean): Sitting => ({
  passed: passed + 1,
  signed: signed + (isSigned ? 1 : 0),
})
