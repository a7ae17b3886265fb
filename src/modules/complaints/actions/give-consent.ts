import type { Actor } from '../../../kernel/actor.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db.ts'
import { recordEvent } from '../../../platform/events/record-event.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import { hasSummary } from '../../evidence/index.ts'
import { insertConsent, type WorkerId, withdrawConsentRow } from '../../workers/index.ts'
import { consentItemsFor } from '../rules/consents.ts'
import type { DisclosableItem } from '../rules/disclosure.ts'
import { findComplaint } from '../store/complaint.ts'
import { getDetails } from '../store/details.ts'
import { discloseInOpenInquiries } from './ask-agency.ts'

export type GiveConsent = {
  readonly vault: Vault
  readonly item: DisclosableItem
  readonly change: 'give' | 'withdraw'
  readonly at: Date
}
export type GiveConsentRefusal = 'not-found' | 'not-yours-to-show'

/**
 * The complainant agrees to show one item to the agency, or takes that back. An open inquiry shows
 * at once what is agreed now.
 */
export async function giveConsent(
  tx: Tx,
  actor: Actor,
  { vault, item, change, at }: GiveConsent,
): Promise<Result<null, GiveConsentRefusal>> {
  const complaint = await findComplaint(tx, actor.id)
  if (!complaint) return refuse('not-found')
  const { workerId, storySealed } = await getDetails(tx, complaint.id)
  const items = consentItemsFor({
    ...{ complaint, hasWorker: workerId !== null, hasStory: storySealed !== null },
    hasRecording: await hasSummary(tx, complaint.id),
  })
  if (workerId === null || !items.includes(item)) return refuse('not-yours-to-show')

  const record = { recordType: 'complaint', recordId: complaint.id, area: complaint.area }
  if (change === 'withdraw') await withdrawConsentRow(tx, { recordId: complaint.id, item, at })
  else
    await insertConsent(tx, {
      ...{ ...record, workerId: workerId as WorkerId },
      ...{ item, givenAt: at, recordedBy: 'complainant' },
    })
  await discloseInOpenInquiries(tx, vault, complaint)
  await recordEvent(tx, actor, {
    ...{ ...record, at },
    type: change === 'give' ? 'complaint.consent-given' : 'complaint.consent-withdrawn',
    data: { item, how: 'receipt' },
    visibleTo: ['officer', 'complainant'],
  })
  return ok(null)
}
