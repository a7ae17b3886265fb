import { type Actor, hasRole } from '../../../kernel/actor.ts'
import type { Tx } from '../../../platform/db.ts'
import { caseHandlers } from '../rules/case-tasks.ts'
import type { Complaint } from '../rules/complaint.ts'
import { type Circumstances, noCircumstances } from '../rules/conditions.ts'
import { listInConflict } from './conflict.ts'

/** What stands between this actor and this case. */
export async function readCircumstances(
  tx: Tx,
  actor: Actor,
  complaint: Complaint,
): Promise<Circumstances> {
  if (actor.kind === 'complainant')
    return { ...noCircumstances, proposedBy: await proposerOf(tx, complaint) }
  if (!hasRole(actor, ...caseHandlers)) return noCircumstances
  const conflicted = await listInConflict(tx, complaint.id)
  return { ...noCircumstances, hasConflict: conflicted.includes(actor.id) }
}

/** Asked only where digits were given out again, which is seldom. */
async function proposerOf(tx: Tx, { id, status, secretBy }: Complaint): Promise<string | null> {
  if (status !== 'closure-proposed' || secretBy === null) return null
  const [row] = await tx<{ proposedBy: string }[]>`
    select actor_id as "proposedBy" from event
    where record_id = ${id} and type = 'complaint.closure-proposed'
    order by happened_at desc, id desc limit 1`
  return row?.proposedBy ?? null
}
