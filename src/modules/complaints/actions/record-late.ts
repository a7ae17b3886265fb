import type { Actor } from '../../../kernel/actor.ts'
import { startOfDay } from '../../../kernel/days.ts'
import type { Money } from '../../../kernel/money.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import type { NewComplaint } from '../rules/intake.ts'
import {
  checkLateDays,
  type LateDays,
  type LateHow,
  type LateRefusal,
  type LateSource,
} from '../rules/late-entry.ts'
import { assignComplaint, findComplaint } from '../store/complaint.ts'
import { insertLateEntry } from '../store/late-entry.ts'
import { type Receipt, submitComplaint } from './submit-complaint.ts'
import { type TakeRefusal, takeComplaintAction } from './take-complaint-action.ts'

export type RecordLate = LateDays & {
  readonly vault: Vault
  readonly complaint: NewComplaint
  readonly paperNumber: string | null
  readonly how: LateHow
  readonly paid: Money | null
  readonly knownFrom: LateSource
  readonly at: Date
}

/**
 * A matter that was solved before anybody entered it, with its real days and marked as a late entry:
 * its clocks say whether it was in time. Nothing leaves the house; the receipt opens it all the same.
 */
export async function recordLate(
  tx: Tx,
  actor: Actor,
  { vault, complaint, paperNumber, receivedOn, solvedOn, at, ...facts }: RecordLate,
): Promise<Result<Receipt, LateRefusal | TakeRefusal>> {
  const refusal = checkLateDays({ receivedOn, solvedOn }, at)
  if (refusal) return refuse(refusal)
  const receivedAt = startOfDay(receivedOn)
  const receipt = await submitComplaint(tx, actor, {
    ...{ vault, complaint, now: at },
    entry: {
      ...{ door: paperNumber === null ? 'assisted' : 'paper', receivedAt, paperNumber },
      helpedBy: actor.id,
    },
  })
  // The last instant of its day at most, and never one that has not come yet.
  const evening = startOfDay(solvedOn).getTime() + 12 * 3_600_000
  const endedAt = new Date(Math.min(evening, at.getTime()))
  const step = { vault, complaintId: receipt.id, action: 'record-late', version: null } as const
  const taken = await takeComplaintAction(tx, actor, { ...step, words: null, endedAt, at })
  if (!taken.ok) return taken
  const closed = await findComplaint(tx, receipt.id)
  if (!closed) return refuse('not-found')
  const { officeId, area } = closed
  await assignComplaint(tx, closed, { officeId, area, ownerId: actor.id })
  await insertLateEntry(tx, closed, { ...facts, solvedOn, enteredBy: actor.id, at })
  return ok({ id: receipt.id, number: receipt.number, secret: receipt.secret })
}
