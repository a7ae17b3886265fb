import { systemActor } from '../../../kernel/actor.ts'
import { ok } from '../../../kernel/result.ts'
import { type Db, type Tx, transact } from '../../../platform/db.ts'
import { listEvents } from '../../../platform/events/record-event.ts'
import type { Channel } from '../../../platform/messaging/sender.ts'
import { phoneKey } from '../../../platform/text/index.ts'
import { openPersonKeys } from '../../../platform/vault/person-keys.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import { queueMessage } from '../../messages/index.ts'
import { complaintEventOf } from '../rules/events.ts'
import { toldAs, wantsMessages } from '../rules/telling.ts'
import { findComplaint } from '../store/complaint.ts'
import { getContact, getDetails } from '../store/details.ts'

export type TellDeps = {
  readonly db: Db
  readonly vault: Vault
  readonly now: () => Date
  readonly links: CaseLinks
}
type TellHerDeps = TellDeps & {
  /** Whether the way to reach her leads to somebody who must not be told. */
  readonly mustNotBeTold: (tx: Tx, complaintId: string) => Promise<boolean>
}
/** Where the reader of a message finds more. */
export type CaseLinks = {
  /** Where anybody follows a case with its secret number: not the case itself. */
  follow(language: 'km' | 'en'): string
  /** The case, for its officer. */
  complaint(id: string): string
}
export type Told = { readonly eventId: string; readonly type: string; readonly recordId: string }

/** Follows an event: a number and a link to whoever asked for messages, in the hours that she named. */
export async function tellComplainant(deps: TellHerDeps, told: Told): Promise<void> {
  const event = complaintEventOf(told.type)
  const kind = event && toldAs(event)
  if (!kind) return
  await transact(deps.db, systemActor('tell-complainant'), async (tx) => {
    const complaint = await findComplaint(tx, told.recordId)
    if (!complaint) return ok(null)
    const contact = await getContact(tx, complaint.id)
    if (!wantsMessages({ ...complaint, ...contact })) return ok(null)
    if (await deps.mustNotBeTold(tx, complaint.id)) return ok(null)
    if (kind === 'words' && !(await isFromOffice(tx, told))) return ok(null)
    const to = await contactAddress(tx, deps.vault, contact)
    if (!to) return ok(null)
    const { language } = await getDetails(tx, complaint.id)
    await queueMessage(tx, {
      ...{ vault: deps.vault, now: deps.now(), cause: `event ${told.eventId}`, kind, to, language },
      record: { type: 'complaint', id: complaint.id },
      ...{ keyId: contact.keyId, safeHours: contact.safeTimes },
      values: { number: complaint.number, link: deps.links.follow(language) },
    })
    return ok(null)
  })
}

async function isFromOffice(tx: Tx, { recordId, eventId }: Told): Promise<boolean> {
  const event = (await listEvents(tx, recordId)).find(({ id }) => id === eventId)
  return event?.data.from === 'office'
}

/** Where a message can go: to a telephone or a mailbox. Other words are read by an officer only. */
export async function contactAddress(
  tx: Tx,
  vault: Vault,
  { keyId, contactSealed }: Awaited<ReturnType<typeof getContact>>,
): Promise<{ readonly channel: Channel; readonly address: string } | null> {
  const key = (await openPersonKeys(tx, vault, [keyId])).get(keyId)
  if (!key || !contactSealed) return null
  const contact = vault.open(key, contactSealed).trim()
  if (/^[^\s@<>,;:]+@[^\s@<>,;:]+\.[^\s@<>,;:]+$/.test(contact))
    return { channel: 'email', address: contact }
  const phone = phoneKey(contact)
  return phone ? { channel: 'sms', address: phone } : null
}
