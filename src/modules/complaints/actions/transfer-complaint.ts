import { type Actor, systemActor } from '../../../kernel/actor.ts'
import { dayOf } from '../../../kernel/days.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import { setActor, type Tx } from '../../../platform/db.ts'
import { recordEvent } from '../../../platform/events/record-event.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import { findOffice, type Office } from '../../accounts/index.ts'
import { legalTime, moveCaseworkToArea, recomputeClocks } from '../../casework/index.ts'
import { moveEvidenceToArea } from '../../evidence/index.ts'
import { moveWorkerToArea, type WorkerId } from '../../workers/index.ts'
import { type CaseTaskRefusal, checkTask } from '../rules/case-tasks.ts'
import { type Complaint, ministryArea } from '../rules/complaint.ts'
import { assignComplaint, findComplaint, movePartsToArea, setNextDue } from '../store/complaint.ts'
import { getDetails } from '../store/details.ts'
import { keepWords } from './keep-words.ts'

export type TransferComplaint = {
  readonly vault: Vault
  readonly complaintId: string
  readonly version: number
  readonly officeId: string
  /** Why: a note for the officers who receive it. */
  readonly words: string
  readonly at: Date
}
export type TransferRefusal =
  | CaseTaskRefusal
  | 'not-found'
  | 'changed-meanwhile'
  | 'no-such-office'
  | 'same-office'

/**
 * Hands a case to another competent office with everything that hangs on it. Its clocks go on from
 * the receipt and are only counted again; nobody owns it until the new office's officer does.
 */
export async function transferComplaint(
  tx: Tx,
  actor: Actor,
  transfer: TransferComplaint,
): Promise<Result<null, TransferRefusal>> {
  const { complaintId, version, officeId, at, vault, words } = transfer
  const complaint = await findComplaint(tx, complaintId)
  if (!complaint) return refuse('not-found')
  if (complaint.version !== version) return refuse('changed-meanwhile')
  const facts = { way: 'none', unread: 0 } as const
  const allowed = checkTask('transfer', { complaint, actor, facts })
  if (!allowed.ok) return allowed
  if (officeId === complaint.officeId) return refuse('same-office')
  const office = await findOffice(tx, officeId)
  if (!office || !isCompetent(office)) return refuse('no-such-office')

  const contentHash = await keepWords(tx, actor, { vault, complaint, as: 'note', text: words, at })
  const area = office.province ?? ministryArea
  if (!(await moveEverything(tx, complaint, { office, area, at })))
    return refuse('changed-meanwhile')
  await recordEvent(tx, actor, {
    ...{ recordType: 'complaint', recordId: complaint.id, type: 'complaint.transferred', at, area },
    data: { from: complaint.officeId, to: office.id },
    contentHash,
    visibleTo: ['officer', 'complainant'],
  })
  await setActor(tx, actor)
  return ok(null)
}

/** The ministry and the provincial departments decide; the other offices help and pass on. */
export const isCompetent = ({ kind }: Office): boolean =>
  kind === 'ministry' || kind === 'provincial'

/**
 * The moved rows leave the sight of whoever moves them, which row-level security would refuse: so
 * this part of the transaction is the platform's own.
 */
async function moveEverything(
  tx: Tx,
  complaint: Complaint,
  { office, area, at }: { office: Office; area: string; at: Date },
): Promise<boolean> {
  await setActor(tx, systemActor('transfer-complaint'))
  const { workerId } = await getDetails(tx, complaint.id)
  if (!(await assignComplaint(tx, complaint, { officeId: office.id, area, ownerId: null })))
    return false
  await movePartsToArea(tx, complaint.id, area)
  await moveWorkerToArea(tx, {
    workerId: workerId as WorkerId | null,
    recordId: complaint.id,
    area,
  })
  await moveCaseworkToArea(tx, complaint.id, area)
  await moveEvidenceToArea(tx, { id: complaint.id, area })
  const due = await recomputeClocks(tx, complaint.id, await legalTime(tx, dayOf(at)))
  if (due) await setNextDue(tx, complaint.id, due)
  return true
}
