import { type Actor, hasRole } from '../../../kernel/actor.ts'
import { type Day, dayOf } from '../../../kernel/days.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db.ts'
import { recordEvent } from '../../../platform/events/record-event.ts'
import type { ChangeId } from '../rules/change.ts'
import { checkFirstDay, type FirstDayRefusal } from '../rules/first-day.ts'
import { insertChange } from '../store/change.ts'
import type { KindActions } from './kind.ts'

export type ProposeChange<C> = {
  readonly kind: KindActions<C>
  readonly content: C
  readonly from: Day
  readonly reason: string
  readonly now: Date
}
export type ProposeRefusal = FirstDayRefusal | 'not-your-role' | 'no-office'

/** Writes down what somebody wants changed. Nothing changes before a second person has approved. */
export async function proposeChange<C>(
  tx: Tx,
  actor: Actor,
  { kind, content, from, reason, now }: ProposeChange<C>,
): Promise<Result<ChangeId, ProposeRefusal | string>> {
  if (!hasRole(actor, ...kind.proposers)) return refuse('not-your-role')
  if (actor.officeId === null) return refuse('no-office')
  const day = checkFirstDay(from, { notice: kind.notice, today: dayOf(now) })
  if (!day.ok) return day
  const possible = await kind.check(tx, { content, from, now })
  if (!possible.ok) return possible

  const subject = kind.subjectOf(content)
  const id = await insertChange(tx, {
    ...{ kind: kind.code, subject, content, reason },
    names: await kind.namesOf(tx, subject, content),
    inForceFrom: from,
    officeId: actor.officeId,
    proposedBy: actor.id,
    proposedAt: now,
  })
  await recordEvent(tx, actor, {
    ...{ recordType: 'change', recordId: id, type: 'change.proposed', at: now, to: 'proposed' },
    data: { kind: kind.code, subject, from },
    visibleTo: ['officer'],
  })
  return ok(id)
}
