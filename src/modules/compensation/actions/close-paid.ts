import type { Actor } from '../../../kernel/actor.ts'
import { type Result, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import {
  type ComplaintStatus,
  complaintLifecycle,
  findGuardedCase,
  type GuardedCase,
  moveComplaint,
} from '../../complaints/index.ts'
import { whatKeepsOpen } from '../store/change-outcomes.ts'

export const openReasons = [
  'nothing-recorded',
  'still-owed',
  'not-confirmed',
  'still-recurring',
  'still-to-be-done',
  'somebody-without-outcome',
] as const
export type OpenReason = (typeof openReasons)[number]

export type ClosePaid = {
  readonly vault: Vault
  readonly complaintId: string
  readonly version: number | null
  readonly at: Date
}
type MoveRefusal = Refusal<Awaited<ReturnType<typeof moveComplaint>>>
type Refusal<R> = R extends { readonly ok: false; readonly refusal: infer F } ? F : never
export type ClosePaidRefusal = OpenReason | MoveRefusal | 'only-the-complainant'

/**
 * Closes a case because everything came: every due received, every remedy confirmed, and now whoever
 * complained says that it is solved. Somebody of a group confirms what is hers, not the case.
 */
export async function closePaid(
  tx: Tx,
  actor: Actor,
  { vault, complaintId, version, at }: ClosePaid,
): Promise<Result<ComplaintStatus, ClosePaidRefusal>> {
  if (actor.casePerson !== undefined) return refuse('only-the-complainant')
  const found = await findGuardedCase(tx, complaintId)
  if (!found) return refuse('not-found')
  const why = await openReason(tx, found.id)
  if (why) return refuse(why)
  const action = 'close-by-confirmation'
  return moveComplaint(tx, actor, { vault, id: found.id, action, version, at })
}

/** The case that her word would close now: everything came, and nothing else is the next step. */
export async function caseAwaitingHerWord(
  tx: Tx,
  { complaintId, actor }: { readonly complaintId: string; readonly actor: Actor },
): Promise<GuardedCase | null> {
  const found = actor.casePerson === undefined ? await findGuardedCase(tx, complaintId) : null
  const { from } = complaintLifecycle.steps['close-by-confirmation']
  if (!found || !from.includes(found.status)) return null
  return (await openReason(tx, found.id)) === null ? found : null
}

/** What stands between a case and its end; null where only the complainant's word is missing. */
export async function openReason(tx: Tx, complaintId: string): Promise<OpenReason | null> {
  const code = await whatKeepsOpen(tx, complaintId)
  return openReasons.find((reason) => reason === code) ?? null
}
