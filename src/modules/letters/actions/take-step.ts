import type { Actor } from '../../../kernel/actor.ts'
import { dayOf } from '../../../kernel/days.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db.ts'
import { recordEvent } from '../../../platform/events/record-event.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import { type ClimbRefusal, type ClimbStep, checkClimb } from '../rules/climb.ts'
import type { Letter, LetterStatus } from '../rules/letter.ts'
import { type LetterAction, letterEventOf, needsNote } from '../rules/lifecycle.ts'
import { endDocument } from '../store/document.ts'
import { findLetter, type LetterRow, moveLetter } from '../store/letter.ts'
import { insertAnnotation } from '../store/words.ts'
import { keyOfLetter } from './letter-words.ts'
import { officesAbove } from './offices-above.ts'

export type TakeStep = {
  readonly vault: Vault
  readonly id: string
  readonly action: LetterAction
  /** As it stood on the page. */
  readonly version: number
  /** What is written beside the letter at this step. */
  readonly note: string | null
  readonly at: Date
}
export type LetterRefusal = ClimbRefusal | 'not-found' | 'changed-meanwhile' | 'note-missing'

/** A letter that may take the step, as it was found. */
export type Ready = { readonly letter: LetterRow; readonly step: ClimbStep }

/** The checks of every step: it is there, as it was seen, allowed, and annotated. */
export async function readyFor(
  tx: Tx,
  actor: Actor,
  { id, action, version, note }: Omit<TakeStep, 'vault' | 'at'>,
): Promise<Result<Ready, LetterRefusal>> {
  const letter = await findLetter(tx, id)
  if (!letter) return refuse('not-found')
  if (letter.version !== version) return refuse('changed-meanwhile')
  const step = checkClimb(letter, action, { actor, offices: await officesAbove(tx) })
  if (!step.ok) return step
  if (note === null && needsNote.includes(action)) return refuse('note-missing')
  return ok({ letter, step: step.value })
}

/** One step of the climb or of what comes after the signature; the signature is an action of its own. */
export async function takeLetterStep(
  tx: Tx,
  actor: Actor,
  given: TakeStep & { readonly action: Exclude<LetterAction, 'sign'> },
): Promise<Result<LetterStatus, LetterRefusal>> {
  const ready = await readyFor(tx, actor, given)
  if (!ready.ok) return ready
  const { letter, step } = ready.value
  const { action, at } = given
  const sentOn = action === 'send' ? dayOf(at) : letter.sentOn
  const move = { status: step.to, holderOfficeId: step.holderOfficeId, sentOn, at }
  if (!(await moveLetter(tx, letter, move))) return refuse('changed-meanwhile')
  if (action === 'withdraw' && letter.code !== null)
    await endDocument(tx, { code: letter.code, from: dayOf(at), replacedBy: null })
  await annotate(tx, actor, { ...given, letter, toOfficeId: step.holderOfficeId })
  await recordStep(tx, actor, { letter, action, to: step.to, at })
  return ok(step.to)
}

/** Keeps what was written beside the letter, sealed with it. */
export async function annotate(
  tx: Tx,
  actor: Actor,
  given: TakeStep & { readonly letter: LetterRow; readonly toOfficeId: string | null },
): Promise<void> {
  const { letter, note, vault } = given
  const key = note === null ? null : await keyOfLetter(tx, vault, letter)
  await insertAnnotation(tx, letter.id, {
    step: given.action,
    writtenAt: given.at,
    authorId: actor.id,
    officeId: actor.officeId ?? letter.officeId,
    toOfficeId: given.toOfficeId,
    bodySealed: note !== null && key ? vault.seal(key, note) : null,
  })
}

type Step = {
  readonly letter: Letter
  readonly action: LetterAction
  readonly to: LetterStatus
  readonly at: Date
}
export const recordStep = (tx: Tx, actor: Actor, { letter, action, to, at }: Step): Promise<void> =>
  recordEvent(tx, actor, {
    ...{ recordType: 'letter', recordId: letter.id, type: letterEventOf[action], at, to },
    ...{ from: letter.status, area: letter.area, visibleTo: ['officer'] },
  })
