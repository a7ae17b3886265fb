import { type Actor, hasRole } from '../../../kernel/actor.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db.ts'
import { recordEvent } from '../../../platform/events/record-event.ts'
import type { Files } from '../../../platform/files/files.ts'
import { openPersonKeys } from '../../../platform/vault/person-keys.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import {
  type GivenFile,
  type KeepRefusal,
  keepEvidence,
  type Origin,
  releaseEvidenceRow,
  summariseRecording,
} from '../../evidence/index.ts'
import { withdrawConsentRow } from '../../workers/index.ts'
import { caseHandlers } from '../rules/case-tasks.ts'
import type { Complaint } from '../rules/complaint.ts'
import { isOpen } from '../rules/lifecycle.ts'
import { findComplaint } from '../store/complaint.ts'
import { getDetails } from '../store/details.ts'
import { discloseInOpenInquiries } from './ask-agency.ts'

export type GiveEvidence = {
  readonly vault: Vault
  readonly files: Files
  readonly complaintId: string
  readonly origin: Origin
  readonly given: readonly GivenFile[]
  readonly at: Date
}
export type GiveEvidenceRefusal = KeepRefusal | 'not-found' | 'not-in-this-status'

/** Photos, documents and recordings for a case, from the complainant while it is open, or an officer. */
export async function giveEvidence(
  tx: Tx,
  actor: Actor,
  { complaintId, ...given }: GiveEvidence,
): Promise<Result<null, GiveEvidenceRefusal>> {
  const complaint = await findComplaint(tx, complaintId)
  if (!complaint) return refuse('not-found')
  if (!mayAddEvidence(complaint, actor)) return refuse('not-in-this-status')
  const { vault, at } = given
  const { keyId } = await getDetails(tx, complaint.id)
  const key = (await openPersonKeys(tx, vault, [keyId])).get(keyId)
  if (!key) return refuse('not-in-this-status')
  const { id, area } = complaint
  const kept = await keepEvidence(tx, actor, {
    ...{ ...given, key: { id: keyId, key }, record: { type: 'complaint', id, area } },
  })
  if (!kept.ok) return kept
  // Sent twice, or there already.
  if (kept.value.length === 0) return ok(null)
  await recordEvent(tx, actor, {
    ...{ recordType: 'complaint', recordId: id, type: 'complaint.evidence-given', at, area },
    data: { kinds: kept.value.map(({ kind }) => kind), origin: given.origin },
    visibleTo: ['officer', 'complainant'],
  })
  return ok(null)
}

/** A finished case takes nothing more from outside; an officer may still file what came late. */
export const mayAddEvidence = ({ status }: Pick<Complaint, 'status'>, actor: Actor): boolean =>
  actor.kind === 'complainant' ? isOpen(status) : actor.kind === 'person'

/** An officer lets the complainant see what the agency brought; until then only officers do. */
export async function releaseToComplainant(
  tx: Tx,
  actor: Actor,
  { complaintId, evidenceId, at }: { complaintId: string; evidenceId: string; at: Date },
): Promise<Result<null, 'not-found' | 'not-your-role'>> {
  if (!hasRole(actor, ...caseHandlers)) return refuse('not-your-role')
  const complaint = await findComplaint(tx, complaintId)
  if (!complaint) return refuse('not-found')
  const { id: recordId, area } = complaint
  const released = await releaseEvidenceRow(tx, { id: evidenceId, recordId, by: actor.id, at })
  if (!released) return refuse('not-found')
  await recordEvent(tx, actor, {
    ...{ recordType: 'complaint', recordId, type: 'complaint.evidence-released', at, area },
    data: { evidence: evidenceId },
    visibleTo: ['officer', 'complainant'],
  })
  return ok(null)
}

export type Summarise = {
  readonly vault: Vault
  readonly complaintId: string
  readonly evidenceId: string
  readonly words: string
  readonly at: Date
}

/**
 * An officer writes down what a recording says. The other side never hears it, and reads these words
 * only once the complainant, who reads them first, agrees.
 */
export async function summariseForCase(
  tx: Tx,
  actor: Actor,
  { vault, complaintId, evidenceId, words, at }: Summarise,
): Promise<Result<null, 'not-found'>> {
  const complaint = await findComplaint(tx, complaintId)
  if (!complaint) return refuse('not-found')
  const { id: recordId, area } = complaint
  const done = await summariseRecording(tx, actor, { vault, id: evidenceId, recordId, words, at })
  if (!done.ok) return done
  await recordEvent(tx, actor, {
    ...{ recordType: 'complaint', recordId, type: 'complaint.recording-summarised', at, area },
    data: { evidence: evidenceId },
    contentHash: done.value,
    visibleTo: ['officer', 'complainant'],
  })
  // She agreed to other words, or to none: these she has not read yet.
  await withdrawConsentRow(tx, { recordId, item: 'recording', at })
  await discloseInOpenInquiries(tx, vault, complaint)
  return ok(null)
}
