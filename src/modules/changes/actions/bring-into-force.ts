import { systemActor } from '../../../kernel/actor.ts'
import { dayOf } from '../../../kernel/days.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import { type Db, readAs, type Tx, transact } from '../../../platform/db.ts'
import { recordEvent } from '../../../platform/events/record-event.ts'
import { publicChanged } from '../../../platform/public-changed.ts'
import type { Change } from '../rules/change.ts'
import { type ChangeAction, changeLifecycle, eventOf } from '../rules/lifecycle.ts'
import { findInForce, listDue, moveChange } from '../store/change.ts'
import type { KindActions } from './kind.ts'

const actor = systemActor('changes.bring-into-force')

/**
 * Brings every approved change into force whose day has come in Phnom Penh. A daily job, and one
 * after an approval for the same day. One that fails never stops the others.
 */
export async function bringChangesIntoForce(
  db: Db,
  kinds: readonly KindActions<unknown>[],
  now: Date,
): Promise<void> {
  const due = await readAs(db, actor, (tx) => listDue(tx, dayOf(now)))
  const failures: unknown[] = []
  for (const change of due) {
    try {
      await bringIntoForce(db, { change, kinds, now })
    } catch (error) {
      failures.push(error)
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, 'some changes did not take effect')
}

type Due = {
  readonly change: Change
  readonly kinds: readonly KindActions<unknown>[]
  readonly now: Date
}

/** What can no longer be done as approved lapses, and says why: somebody has to propose it anew. */
async function bringIntoForce(db: Db, due: Due): Promise<void> {
  const { change, now } = due
  const done = await transact(db, actor, (tx) => bringChangeIntoForce(tx, due))
  if (done.ok) return
  const move = { to: 'withdrawn', by: null, at: now, reason: done.refusal } as const
  await transact(db, actor, async (tx) => {
    if (await moveChange(tx, change, move)) await recordStep(tx, change, { action: 'lapse', now })
    return ok(null)
  })
}

/** One change whose day has come; what held before it is superseded. */
export async function bringChangeIntoForce(
  tx: Tx,
  { change, kinds, now }: Due,
): Promise<Result<null, string>> {
  const kind = kinds.find(({ code }) => code === change.kind)
  if (!kind) throw new Error(`no kind of change is called ${change.kind}`)
  const proposal = { content: kind.content.parse(change.content), from: change.inForceFrom, now }
  const carried = (await kind.carryOut?.(tx, actor, proposal)) ?? ok(null)
  if (!carried.ok) return carried
  const before = await findInForce(tx, change)
  if (!(await moveChange(tx, change, { to: 'in-force', at: now })))
    return refuse('changed-meanwhile')
  if (before && (await moveChange(tx, before, { to: 'superseded' })))
    await recordStep(tx, before, { action: 'supersede', now })
  await recordStep(tx, change, { action: 'bring-into-force', now })
  await publicChanged(tx)
  return ok(null)
}

const recordStep = (
  tx: Tx,
  change: Change,
  { action, now }: { action: ChangeAction; now: Date },
): Promise<void> =>
  recordEvent(tx, actor, {
    ...{ recordType: 'change', recordId: change.id, type: eventOf[action], at: now },
    ...{ from: change.status, to: changeLifecycle.steps[action].to },
    data: { kind: change.kind, subject: change.subject },
    visibleTo: ['officer'],
  })
