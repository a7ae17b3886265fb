import type { Actor } from '../../../kernel/actor.ts'
import type { Tx } from '../../../platform/db.ts'
import { createPersonKey, openPersonKeys } from '../../../platform/vault/person-keys.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import { listClocks } from '../../casework/index.ts'
import { listEvidence } from '../../evidence/index.ts'
import { findWorker, listConsents, type WorkerId } from '../../workers/index.ts'
import type { Complaint } from '../rules/complaint.ts'
import { type Disclosure, discloseToAgency } from '../rules/disclosure.ts'
import { getDetails, listClaims } from '../store/details.ts'
import { discloseInInquiry, insertInquiry, listInquiriesOf } from '../store/inquiry.ts'
import { listPersons } from '../store/person.ts'
import { sealDisclosure } from './inquiry-words.ts'
import { openNames } from './person-names.ts'

export type AskAgency = {
  readonly vault: Vault
  readonly complaint: Complaint
  readonly question: string
  readonly at: Date
}

/** Puts the question to the agency with what it may see of the case, and nothing else. */
export async function askAgency(tx: Tx, actor: Actor, asked: AskAgency): Promise<void> {
  const { complaint, question, at, vault } = asked
  if (!complaint.agencyId) throw new Error('a complaint without agency passed the rule')
  const clocks = await listClocks(tx, complaint.id)
  const clock = clocks.find((each) => each.kind === 'agency-answer' && !each.stoppedAt)
  if (!clock) throw new Error('the clock for the answer of the agency does not run')
  // A key of its own: what is shown is taken out of the case, and is read without the case's key.
  const { id: keyId, key } = await createPersonKey(tx, vault)
  const shown = await disclosureOf(tx, vault, complaint)
  await insertInquiry(tx, {
    ...{ complaintId: complaint.id, agencyId: complaint.agencyId, area: complaint.area },
    ...{ askedAt: at, askedBy: actor.id, dueAt: clock.dueAt },
    ...{ keyId, questionSealed: vault.seal(key, question) },
    shown: { ...shown, ...sealDisclosure(vault, key, shown) },
  })
}

/** Shows open inquiries exactly what is agreed now. */
export async function discloseInOpenInquiries(
  tx: Tx,
  vault: Vault,
  complaint: Complaint,
): Promise<void> {
  const inquiries = await listInquiriesOf(tx, complaint.id)
  const open = inquiries.filter(({ status }) => status === 'asked')
  if (open.length === 0) return
  const shown = await disclosureOf(tx, vault, complaint)
  const ids = open.map(({ keyId }) => keyId)
  const keys = await openPersonKeys(tx, vault, ids)
  for (const { id, keyId } of open) {
    const key = keys.get(keyId)
    if (!key) throw new Error('the key of an open inquiry is gone')
    await discloseInInquiry(tx, id, sealDisclosure(vault, key, shown))
  }
}

/** What the agency may see now, opened from its seal. */
async function disclosureOf(tx: Tx, vault: Vault, complaint: Complaint): Promise<Disclosure> {
  const details = await getDetails(tx, complaint.id)
  const [claims, consents, keys, worker, evidence, persons] = await Promise.all([
    listClaims(tx, complaint.id),
    listConsents(tx, complaint.id),
    openPersonKeys(tx, vault, [details.keyId]),
    details.workerId ? findWorker(tx, details.workerId as WorkerId) : null,
    listEvidence(tx, vault, complaint.id),
    listPersons(tx, complaint.id),
  ])
  // Only the names that may be shown are opened at all.
  const first = persons.find(({ position }) => position === 1)
  const shown = persons.filter((one) => one.nameShown || one === first).map(({ id }) => id)
  const names = await openNames(tx, vault, shown)
  const key = keys.get(details.keyId)
  const open = (sealed: Uint8Array | null): string | null =>
    sealed && key ? vault.open(key, sealed) : null
  return discloseToAgency(
    {
      openness: complaint.openness,
      categories: details.categories,
      happenedMonth: details.month,
      claims,
      workerName: (first && names.get(first.id)) ?? open(worker?.nameSealed ?? null),
      story: open(details.storySealed),
      recordings: evidence.flatMap(({ summary }) => summary?.text ?? []),
      persons: persons.map((one) => ({ ...one, name: names.get(one.id) ?? null })),
    },
    consents,
  )
}
