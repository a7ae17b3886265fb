import type { Actor } from '../../../kernel/actor.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db.ts'
import { recordEvent } from '../../../platform/events/record-event.ts'
import { openPersonKeys } from '../../../platform/vault/person-keys.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import { hasSummary } from '../../evidence/index.ts'
import {
  type ConsentItem,
  insertConsent,
  registerWorker,
  type WorkerId,
  withdrawConsentRow,
} from '../../workers/index.ts'
import { type CaseTaskRefusal, type ConsentWay, checkTask } from '../rules/case-tasks.ts'
import type { Complaint } from '../rules/complaint.ts'
import { consentItemsFor } from '../rules/consents.ts'
import { findComplaint } from '../store/complaint.ts'
import { getDetails } from '../store/details.ts'
import { discloseInOpenInquiries } from './ask-agency.ts'

export type RecordConsent = {
  readonly vault: Vault
  readonly complaintId: string
  readonly version: number
  readonly item: ConsentItem
  readonly change: 'give' | 'withdraw'
  readonly how: ConsentWay
  readonly at: Date
}
export type ConsentRefusal = CaseTaskRefusal | 'not-found' | 'changed-meanwhile' | 'nothing-to-show'

/**
 * What she said to an officer about showing one item to the agency. An open inquiry shows at once
 * what is agreed now; what an agency has read before cannot be unread.
 */
export async function recordConsent(
  tx: Tx,
  actor: Actor,
  step: RecordConsent,
): Promise<Result<null, ConsentRefusal>> {
  const complaint = await findComplaint(tx, step.complaintId)
  if (!complaint) return refuse('not-found')
  if (complaint.version !== step.version) return refuse('changed-meanwhile')
  const facts = { way: 'none', unread: 0 } as const
  const allowed = checkTask('record-consent', { complaint, actor, facts })
  if (!allowed.ok) return allowed

  const { item, change, at } = step
  const { storySealed, workerId } = await getDetails(tx, complaint.id)
  const recording = await hasSummary(tx, complaint.id)
  const has = { recording, story: storySealed !== null, name: workerId !== null }
  if (!itemsToAskFor(complaint, has).includes(item)) return refuse('nothing-to-show')
  if (change === 'give') await giveConsent(tx, actor, { ...step, complaint })
  else await withdrawConsentRow(tx, { recordId: complaint.id, item, at })
  await discloseInOpenInquiries(tx, step.vault, complaint)
  await recordEvent(tx, actor, {
    ...{ recordType: 'complaint', recordId: complaint.id, at, area: complaint.area },
    type: change === 'give' ? 'complaint.consent-given' : 'complaint.consent-withdrawn',
    data: { item, how: step.how },
    visibleTo: ['officer', 'complainant'],
  })
  return ok(null)
}

/** What an officer may ask her about; her record is begun when it is wanted. */
export const itemsToAskFor = (
  complaint: Complaint,
  has: Readonly<Record<'story' | 'name' | 'recording', boolean>>,
): ConsentItem[] =>
  consentItemsFor({
    ...{ complaint, hasWorker: true, hasStory: has.story },
    hasRecording: has.recording,
  }).filter((item) => item !== 'name' || has.name)

async function giveConsent(
  tx: Tx,
  actor: Actor,
  { vault, complaint, item, at }: RecordConsent & { readonly complaint: Complaint },
): Promise<void> {
  const { workerId, keyId } = await getDetails(tx, complaint.id)
  await insertConsent(tx, {
    workerId:
      (workerId as WorkerId | null) ?? (await nameless(tx, { vault, keyId, complaint, at })),
    ...{ recordType: 'complaint', recordId: complaint.id, area: complaint.area },
    ...{ item, givenAt: at, recordedBy: actor.id },
  })
}

/** Who agrees is a person, also where her name was never asked. */
async function nameless(
  tx: Tx,
  {
    vault,
    keyId,
    complaint,
    at,
  }: {
    vault: Vault
    keyId: Awaited<ReturnType<typeof getDetails>>['keyId']
    complaint: Complaint
    at: Date
  },
): Promise<WorkerId> {
  const key = (await openPersonKeys(tx, vault, [keyId])).get(keyId)
  if (!key) throw new Error('the key of an open complaint is gone')
  return registerWorker(tx, {
    vault,
    key: { id: keyId, key },
    name: null,
    area: complaint.area,
    at,
  })
}
