import { createHash, randomBytes } from 'node:crypto'
import { systemActor } from '../../../kernel/actor.ts'
import { ok } from '../../../kernel/result.ts'
import { type Db, type Tx, transact } from '../../../platform/db.ts'
import type { Complaint } from '../rules/complaint.ts'
import { isOpen } from '../rules/lifecycle.ts'
import { findComplaint } from '../store/complaint.ts'
import { listInConflict } from '../store/conflict.ts'
import { insertDraw } from '../store/draw.ts'
import { give, listAssignable } from './assign-complaint.ts'

/**
 * Follows a receipt, a transfer or a conflict of interest: one of the officers of the owning office,
 * drawn among those free of conflicts; where it has none, among those who see its area. Seed and
 * candidates are kept, so that anybody can draw again and get the same.
 */
export async function assignByLot(
  { db, now }: { db: Db; now: () => Date },
  { recordId }: { recordId: string },
): Promise<void> {
  const actor = systemActor('assign-complaint')
  await transact(db, actor, async (tx) => {
    const complaint = await findComplaint(tx, recordId)
    if (!complaint || complaint.ownerId !== null || !isOpen(complaint.status)) return ok(null)
    // Its head gives it to a caseworker; or nobody inside may have it.
    if (complaint.isProtected || complaint.outsideBody !== null) return ok(null)
    const at = now()
    const { candidates, excluded } = await candidatesFor(tx, complaint, at)
    const seed = randomBytes(16).toString('hex')
    const chosen = drawOne(seed, candidates)
    await insertDraw(tx, { complaintId: complaint.id, at, seed, candidates, excluded, chosen })
    if (chosen === null) return ok(null)
    const among = candidates.length
    return give(tx, actor, { complaint, ownerId: chosen, at, among })
  })
}

/** Of the office itself; where it has nobody who is free, of those who see its area. */
async function candidatesFor(
  tx: Tx,
  complaint: Complaint,
  at: Date,
): Promise<{ candidates: string[]; excluded: string[] }> {
  const [able, conflicted] = [
    await listAssignable(tx, complaint, at),
    await listInConflict(tx, complaint.id),
  ]
  const free = able.filter((one) => !conflicted.includes(one.id))
  const ofOffice = free.filter((one) => one.officeId === complaint.officeId)
  const candidates = ofOffice.length > 0 ? ofOffice : free
  return {
    candidates: candidates.map((one) => one.id).sort(),
    excluded: able.flatMap((one) => (conflicted.includes(one.id) ? one.id : [])).sort(),
  }
}

/** The same seed and the same candidates, whatever their order, give the same officer. */
export function drawOne(seed: string, candidates: readonly string[]): string | null {
  const sorted = [...candidates].sort()
  const digest = createHash('sha256')
    .update(`${seed}\n${sorted.join('\n')}`)
    .digest()
  return sorted[Number(digest.readBigUInt64BE() % BigInt(Math.max(sorted.length, 1)))] ?? null
}
