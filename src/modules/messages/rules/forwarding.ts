/** So long a case that was named counts for what is forwarded after it. */
const namedFor = 10 * 60_000

export const namedUntil = (at: Date): Date => new Date(at.getTime() + namedFor)

export type ChatStanding = {
  readonly recordNumber: string | null
  readonly recordUntil: Date | null
}
export type ChatContent = {
  /** The number in its text, if any, and what else the text says. */
  readonly number: string | null
  readonly rest: string
  readonly hasFile: boolean
}

export type ForwardStep =
  /** It belongs to this case, and so does whatever waits where the number was just given. */
  | { readonly kind: 'keep'; readonly number: string }
  /** Only a number: what waits belongs to it, and what comes next. */
  | { readonly kind: 'name'; readonly number: string }
  /** Nobody knows yet to which. */
  | { readonly kind: 'wait' }
  | { readonly kind: 'nothing' }

/** What is to be done with something that an officer sent. */
export function forwardStep(
  { recordNumber, recordUntil }: ChatStanding,
  { number, rest, hasFile }: ChatContent,
  now: Date,
): ForwardStep {
  const isContent = hasFile || rest !== ''
  if (number !== null) return { kind: isContent ? 'keep' : 'name', number }
  if (!isContent) return { kind: 'nothing' }
  const counts = recordNumber !== null && recordUntil !== null && now <= recordUntil
  return counts ? { kind: 'keep', number: recordNumber } : { kind: 'wait' }
}
