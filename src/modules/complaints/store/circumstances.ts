import type { Actor } from '../../../kernel/actor.ts'
import type { Tx } from '../../../platform/db.ts'
import type { Complaint } from '../rules/complaint.ts'
import { type Circumstances, noCircumstances } from '../rules/conditions.ts'

/** What stands between this actor and this case. */
export async function readCircumstances(
  tx: Tx,
  actor: Actor,
  { id, status, secretBy }: Complaint,
): Promise<Circumstances> {
  if (actor.kind !== 'complainant' || status !== 'closure-proposed' || secretBy === null)
    return noCircumstances
  const [row] = await tx<{ proposedBy: string }[]>`
    select actor_id as "proposedBy" from event
    where record_id = ${id} and type = 'complaint.closure-proposed'
    order by happened_at desc, id desc limit 1`
  return { hasConflict: false, proposedBy: row?.proposedBy ?? null }
}
