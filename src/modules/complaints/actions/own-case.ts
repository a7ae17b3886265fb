import type { Actor } from '../../../kernel/actor.ts'
import { dayOf } from '../../../kernel/days.ts'
import type { Tx } from '../../../platform/db.ts'
import { listEvents, type TimelineEvent } from '../../../platform/events/record-event.ts'
import { openPersonKeys, type PersonKeyId } from '../../../platform/vault/person-keys.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import { findOffice } from '../../accounts/index.ts'
import { type Clock, listClocks } from '../../casework/index.ts'
import { listEvidence, type ShownEvidence } from '../../evidence/index.ts'
import { listDues } from '../../ledger/index.ts'
import { listConsents } from '../../workers/index.ts'
import type { Complaint, ComplaintStatus } from '../rules/complaint.ts'
import { offeredComplaintActions } from '../rules/conditions.ts'
import { consentItemsFor } from '../rules/consents.ts'
import type { DisclosableItem } from '../rules/disclosure.ts'
import type { ComplaintAction } from '../rules/lifecycle.ts'
import { type OwnMoney, standingOfMoney } from '../rules/own-money.ts'
import { readCircumstances } from '../store/circumstances.ts'
import { findComplaint } from '../store/complaint.ts'
import { getDetails } from '../store/details.ts'
import { joinedStanding } from '../store/merge.ts'
import { listMessages } from '../store/message.ts'
import { outsideBodyNames } from '../store/outside-bodies.ts'
import { mayAddEvidence } from './give-evidence.ts'

export type Message = {
  readonly from: 'complainant' | 'office'
  readonly at: Date
  /** Null once the words were forgotten at the end of their term. */
  readonly text: string | null
}
/** What the complainant sees of her own case. */
export type OwnCase = {
  readonly complaint: Complaint
  /** How the case stands to which this one was joined; null where it goes on by itself. */
  readonly goesOn: ComplaintStatus | null
  readonly office: { readonly km: string; readonly en: string } | null
  readonly events: readonly TimelineEvent[]
  readonly clocks: readonly Clock[]
  readonly messages: readonly Message[]
  readonly actions: readonly ComplaintAction[]
  readonly evidence: readonly ShownEvidence[]
  readonly mayAddEvidence: boolean
  /** Where her money stands; empty while nothing is due to her. */
  readonly money: readonly OwnMoney[]
  readonly consents: readonly { readonly item: DisclosableItem; readonly given: boolean }[]
}

/** Null when the case is gone. */
export async function readOwnCase(
  tx: Tx,
  actor: Actor,
  { vault, now }: { vault: Vault; now: Date },
): Promise<OwnCase | null> {
  const complaint = await findComplaint(tx, actor.id)
  if (!complaint) return null
  const [details, office, events, clocks, messages, consents, evidence] = await Promise.all([
    getDetails(tx, complaint.id),
    findOffice(tx, complaint.officeId),
    listEvents(tx, complaint.id),
    listClocks(tx, complaint.id),
    readMessages(tx, complaint, vault),
    listConsents(tx, complaint.id),
    listEvidence(tx, vault, complaint.id),
  ])
  const outside = outsideBodyNames(complaint.outsideBody)
  const circumstances = await readCircumstances(tx, actor, complaint)
  const hasStory = details.storySealed !== null
  const items = consentItemsFor({
    ...{ complaint, hasWorker: details.workerId !== null, hasStory },
    hasRecording: evidence.some(({ summary }) => summary !== null),
  })
  return {
    ...{ complaint, events, clocks, messages, evidence },
    goesOn: complaint.status === 'merged' ? await joinedStanding(tx, complaint.id) : null,
    mayAddEvidence: mayAddEvidence(complaint, actor),
    money: standingOfMoney(await listDues(tx, { caseIds: [complaint.id] }), dayOf(now)),
    office: outside ?? (office && { km: office.km, en: office.en }),
    actions: offeredComplaintActions(complaint, { actor, circumstances }),
    consents: items.map((item) => ({ item, given: consents.includes(item) })),
  }
}

async function readMessages(tx: Tx, { id }: Complaint, vault: Vault): Promise<Message[]> {
  const sealed = await listMessages(tx, id)
  const keyIds = [...new Set(sealed.map(({ keyId }) => keyId as PersonKeyId))]
  const keys = await openPersonKeys(tx, vault, keyIds)
  return sealed.map(({ fromSide, sentAt, keyId, bodySealed }) => {
    const key = keys.get(keyId as PersonKeyId)
    return { from: fromSide, at: sentAt, text: key ? vault.open(key, bodySealed) : null }
  })
}
