import { type Actor, hasRole } from '../../../kernel/actor.ts'
import type { Tx } from '../../../platform/db.ts'
import { caseHandlers } from '../rules/case-tasks.ts'
import type { Complaint } from '../rules/complaint.ts'
import {
  type Circumstances,
  noCircumstances,
  type StillOpen,
  stillOpen,
} from '../rules/conditions.ts'
import { complaintLifecycle } from '../rules/lifecycle.ts'
import { listInConflict } from './conflict.ts'

/** What stands between this actor and this case. */
export async function readCircumstances(
  tx: Tx,
  actor: Actor,
  complaint: Complaint,
): Promise<Circumstances> {
  if (actor.kind === 'complainant')
    return {
      ...noCircumstances,
      proposedBy: await proposerOf(tx, complaint),
      stillOpen: await whatIsOpen(tx, complaint),
      hasProceeding: await isElsewhere(tx, complaint),
    }
  if (!hasRole(actor, ...caseHandlers)) return noCircumstances
  const conflicted = await listInConflict(tx, complaint.id)
  return {
    ...noCircumstances,
    hasConflict: conflicted.includes(actor.id),
    stillOpen: await whatIsOpen(tx, complaint),
    hasProceeding: await isElsewhere(tx, complaint),
  }
}

/** Asked only where a word could close the case. */
async function isElsewhere(tx: Tx, { id, status }: Complaint): Promise<boolean> {
  if (!complaintLifecycle.steps['close-by-confirmation'].from.includes(status)) return false
  const rows = await tx`
    select from proceeding where complaint_id = ${id} and stage <> 'ended' limit 1`
  return rows.length > 0
}

/** Asked of the books, and only where somebody might say that all is done. */
async function whatIsOpen(tx: Tx, { id, status }: Complaint): Promise<StillOpen | null> {
  const { steps } = complaintLifecycle
  const ends = [...steps['propose-closure'].from, ...steps['agree-to-closure'].from]
  if (!ends.includes(status)) return null
  const [row] = await tx<{ why: string | null }[]>`select what_keeps_case_open(${id}) as why`
  return stillOpen.find((why) => why === row?.why) ?? null
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
