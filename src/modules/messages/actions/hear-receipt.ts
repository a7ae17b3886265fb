import { systemActor } from '../../../kernel/actor.ts'
import { ok } from '../../../kernel/result.ts'
import { type Db, type Tx, transact } from '../../../platform/db.ts'
import type { DeliveryReceipt } from '../../../platform/messaging/sender.ts'
import { messageLifecycle } from '../rules/lifecycle.ts'
import { afterReceipts } from '../rules/outcome.ts'
import { holdOutgoing, type MessageRef, moveOutgoing } from '../store/outgoing.ts'
import { findByPart, holdParts, insertReceipt, listParts } from '../store/parts.ts'

/** Keeps what the centre said of a part; it may come before the answer to the order itself. */
export async function hearReceipt(
  { db, now }: { readonly db: Db; readonly now: () => Date },
  receipt: DeliveryReceipt,
): Promise<void> {
  await transact(db, systemActor('hear-receipt'), async (tx) => {
    await holdParts(tx, receipt.channel, [receipt.providerId])
    await insertReceipt(tx, receipt, now())
    const ref = await findByPart(tx, receipt.channel, receipt.providerId)
    if (ref) await applyReceipts(tx, ref, now())
    return ok(null)
  })
}

/** Moves a message that was handed over as far as the receipts of its parts say. */
export async function applyReceipts(tx: Tx, ref: MessageRef, now: Date): Promise<void> {
  const found = await holdOutgoing(tx, ref)
  if (found?.status !== 'handed-over') return
  const parts = await listParts(tx, found.id, found.attempts)
  const change = afterReceipts(
    found,
    parts.map(({ state }) => state),
    now,
  )
  if (!change?.step) return
  const status = messageLifecycle.steps[change.step].to
  const bad = parts.find(({ state }) => state !== null && state !== 'delivered')
  await moveOutgoing(tx, ref, { ...change, status, code: bad?.code ?? null, at: now })
}
