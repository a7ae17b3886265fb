import type { Actor } from '../../../kernel/actor.ts'
import { dayOf } from '../../../kernel/days.ts'
import type { Tx } from '../../../platform/db.ts'
import { recordEvent } from '../../../platform/events/record-event.ts'
import type { Files } from '../../../platform/files/files.ts'
import { newId } from '../../../platform/new-id.ts'
import { createPersonKey } from '../../../platform/vault/person-keys.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import { competentOffice, findOfficeByCode, type Office } from '../../accounts/index.ts'
import { legalTime, syncClocks } from '../../casework/index.ts'
import { type GivenFile, type KeepEvidence, keepEvidence } from '../../evidence/index.ts'
import { findRule, rulebook } from '../../law/index.ts'
import { registerWorker } from '../../workers/index.ts'
import { isAboutOffice } from '../rules/about-office.ts'
import { complaintClockPlan } from '../rules/clocks.ts'
import { type ComplaintId, ministryArea } from '../rules/complaint.ts'
import { type Entry, type NewComplaint, withoutIdentity } from '../rules/intake.ts'
import { caseNumber } from '../rules/receipt.ts'
import {
  insertClaims,
  insertComplaint,
  insertContact,
  nextComplaintNumber,
} from '../store/new-complaint.ts'
import { sealContact, sealContent } from './seal-complaint.ts'
import { newSecret, secretHash } from './secret.ts'

export type SubmitComplaint = {
  readonly vault: Vault
  readonly complaint: NewComplaint
  readonly entry: Entry
  readonly now: Date
  /** What was brought with it; judged before, since here nobody could be told. */
  readonly evidence?: Brought
}
export type Brought = { readonly files: Files; readonly given: readonly GivenFile[] }
/** Shown once: the secret is kept only as a keyed hash. */
export type Receipt = { readonly id: ComplaintId; readonly number: string; readonly secret: string }
/** With the office that received it. */
export type Received = Receipt & { readonly office: Office }

/**
 * Receives a complaint (Prakas 249): gives it a number, an office and its clocks, seals what is
 * personal, and answers with the receipt. The clock runs from receipt by any competent office.
 */
export async function submitComplaint(
  tx: Tx,
  actor: Actor,
  { vault, complaint, entry, now, evidence }: SubmitComplaint,
): Promise<Received> {
  const given = withoutIdentity(complaint)
  const id = newId<ComplaintId>()
  const [office, running, personKey, contactKey, law] = await Promise.all([
    officeFor(tx, given, entry.receivedAt),
    nextComplaintNumber(tx),
    createPersonKey(tx, vault),
    // A key of its own: how to reach her is forgotten sooner than what she said.
    createPersonKey(tx, vault),
    legalTime(tx, dayOf(entry.receivedAt)),
  ])
  const area = office.province ?? ministryArea
  const number = caseNumber(Number(dayOf(entry.receivedAt).slice(0, 4)), running)
  const secret = newSecret()

  const worker = { vault, key: personKey, name: given.workerName, area, at: now }
  const [workerId, nextDueAt] = await Promise.all([
    given.workerName === null ? null : registerWorker(tx, worker),
    syncClocks(tx, {
      ...{ plan: complaintClockPlan, status: 'received', law, isNew: true },
      record: { type: 'complaint', id, area },
      at: now,
      startsAt: entry.receivedAt,
    }),
  ])
  if (!nextDueAt) throw new Error('a received complaint must have a next date')

  const content = sealContent(vault, personKey.key, given)
  const secretHashed = secretHash(vault, number, secret)
  const aboutOffice = isAboutOffice(given.categories)
  const row = { id, number, area, workerId, nextDueAt, aboutOffice, ...entry, ...content.sealed }
  const kept = {
    officeId: office.id,
    keyId: personKey.id,
    enteredAt: now,
    secretHash: secretHashed,
  }
  await Promise.all([
    insertComplaint(tx, { ...row, ...kept }, given),
    insertContact(tx, { complaintId: id, area, ...sealContact(vault, contactKey, given) }, given),
    insertClaims(tx, { id, area }, given.claims),
    recordEvent(tx, actor, {
      ...{
        recordType: 'complaint',
        recordId: id,
        type: 'complaint.received',
        to: 'received',
        area,
      },
      at: entry.receivedAt,
      data: {
        ...{ door: entry.door, openness: given.openness, helped: entry.helpedBy !== null },
        claims: claimTexts(given.claims),
      },
      contentHash: content.hash,
      visibleTo: ['officer', 'complainant'],
    }),
  ])
  if (evidence)
    await keepBrought(tx, actor, {
      ...{ vault, ...evidence, key: personKey, record: { type: 'complaint', id, area }, at: now },
      origin: entry.helpedBy === null ? 'complainant-web' : 'officer-entry',
    })
  return { id, number, secret, office }
}

/**
 * The office of the province; what is about an official goes to the body that the rule names, from
 * the first moment on, for nobody knows yet whom it concerns.
 */
async function officeFor(tx: Tx, given: NewComplaint, receivedAt: Date): Promise<Office> {
  if (!isAboutOffice(given.categories)) return competentOffice(tx, given.province)
  const body = findRule(await rulebook(tx, dayOf(receivedAt)), 'protection.official_body')
  const code = typeof body?.value === 'string' ? body.value : ''
  return (await findOfficeByCode(tx, code)) ?? competentOffice(tx, null)
}

async function keepBrought(tx: Tx, actor: Actor, brought: KeepEvidence): Promise<void> {
  const kept = await keepEvidence(tx, actor, brought)
  if (!kept.ok) throw new Error(`a file was judged before and is refused: ${kept.refusal.reason}`)
}

/** Sums as text beside the event, so that a sum changed later behind the application shows. */
const claimTexts = (claims: NewComplaint['claims']): string[] =>
  claims.map(({ kind, sum, currency }) => `${kind} ${sum?.minor ?? 'open'} ${currency}`).sort()
