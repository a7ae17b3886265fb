import type { Actor } from '../../../kernel/actor.ts'
import { isUuid } from '../../../kernel/ids.ts'
import { type StepRefusal, takeStep } from '../../../kernel/lifecycle.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db.ts'
import { recordEvent } from '../../../platform/events/record-event.ts'
import { messageLifecycle } from '../rules/lifecycle.ts'
import type { MessageId } from '../rules/message.ts'
import { isTooLate } from '../rules/outcome.ts'
import { nextSafe } from '../rules/safe-hours.ts'
import { holdOutgoing, requeue } from '../store/outgoing.ts'

export type SendAgain = { readonly id: string; readonly queuedAt: Date; readonly at: Date }
export type SendAgainRefusal = StepRefusal | 'not-found' | 'too-old'

/** An administrator sends once more what failed, or of which nobody knows; in the safe hours again. */
export async function sendAgain(
  tx: Tx,
  actor: Actor,
  { id, queuedAt, at }: SendAgain,
): Promise<Result<null, SendAgainRefusal>> {
  if (!isUuid(id)) return refuse('not-found')
  const found = await holdOutgoing(tx, { id: id as MessageId, queuedAt })
  if (!found) return refuse('not-found')
  const moved = takeStep(messageLifecycle, found.status, {
    action: 'send-again',
    roles: actor.roles,
  })
  if (!moved.ok) return moved
  if (isTooLate(queuedAt, at)) return refuse('too-old')
  const { from } = nextSafe(at, found.safeHours)
  await requeue(tx, found, from)
  await recordEvent(tx, actor, {
    ...{ recordType: 'message', recordId: found.id, type: 'message.sent-again', at },
    from: found.status,
    to: moved.value,
    visibleTo: ['officer'],
  })
  return ok(null)
}
