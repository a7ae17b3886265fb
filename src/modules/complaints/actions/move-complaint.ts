import type { Actor } from '../../../kernel/actor.ts'
import type { Result } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db.ts'
import type { ComplaintId, ComplaintStatus } from '../rules/complaint.ts'
import {
  type TakeComplaintAction,
  type TakeRefusal,
  takeComplaintAction,
} from './take-complaint-action.ts'

export type MoveComplaint = Omit<TakeComplaintAction, 'complaintId' | 'messages' | 'words'> & {
  readonly id: ComplaintId
  /** A message to the complainant, where one goes with the action. */
  readonly words?: string | null
}

/**
 * Takes an action of the lifecycle for a later module, in its own transaction: the rule, conflicts
 * of interest, clocks, status and event. `version` as it stood on the page, or null where nobody
 * read it. `settle`, `decide` and `record-outcome` may be taken again in `performance`.
 */
export const moveComplaint = (
  tx: Tx,
  actor: Actor,
  { id, words = null, ...step }: MoveComplaint,
): Promise<Result<ComplaintStatus, TakeRefusal>> =>
  takeComplaintAction(tx, actor, { ...step, complaintId: id, words })
