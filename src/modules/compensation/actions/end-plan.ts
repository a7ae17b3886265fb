import type { Actor } from '../../../kernel/actor.ts'
import { dayOf } from '../../../kernel/days.ts'
import { isUuid } from '../../../kernel/ids.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db.ts'
import { recordEvent } from '../../../platform/events/record-event.ts'
import { endTerm } from '../store/change-outcomes.ts'
import { listTerms } from '../store/read-outcomes.ts'

export type EndPlanRefusal = 'not-found' | 'plan-has-ended'

/** What was waited for is done: from now on nothing more of this term falls due. */
export async function endPlan(
  tx: Tx,
  actor: Actor,
  { termId, at }: { readonly termId: string; readonly at: Date },
): Promise<Result<null, EndPlanRefusal>> {
  const [term] = isUuid(termId) ? await listTerms(tx, { id: termId }) : []
  if (!term) return refuse('not-found')
  if (!(await endTerm(tx, term.id, dayOf(at)))) return refuse('plan-has-ended')
  await recordEvent(tx, actor, {
    ...{ recordType: 'complaint', recordId: term.complaintId, at, visibleTo: ['officer'] },
    type: 'complaint.plan-ended',
    data: { term: term.id, person: term.personId },
  })
  return ok(null)
}
