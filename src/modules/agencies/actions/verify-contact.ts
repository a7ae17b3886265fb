import { randomInt } from 'node:crypto'
import { type Actor, systemActor } from '../../../kernel/actor.ts'
import { isUuid } from '../../../kernel/ids.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import { type Db, type Tx, transact } from '../../../platform/db.ts'
import { recordEvent } from '../../../platform/events/record-event.ts'
import { publicChanged } from '../../../platform/public-changed.ts'
import { phoneKey } from '../../../platform/text/index.ts'
import { createPersonKey, openPersonKeys } from '../../../platform/vault/person-keys.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import { queueMessage } from '../../messages/index.ts'
import type { FiledContact } from '../rules/facts.ts'
import { findCode, keepCode, tryCode } from '../store/codes.ts'
import { listFiledContacts, verifyByOfficer } from '../store/filed.ts'

/** For as long as somebody reads a message and types six digits. */
const codeMinutes = 30

type Asked = { readonly contactId: string; readonly vault: Vault; readonly now: Date }
export type CodeRefusal = 'not-found' | 'agency.proven-already' | 'agency.no-message-to-a-page'

/** An agency asks for a code to its own number: whoever reads it there holds the number. */
export async function askCode(
  tx: Tx,
  actor: Actor,
  { contactId, vault, now }: Asked,
): Promise<Result<null, CodeRefusal>> {
  const contact = await ownContact(tx, actor, contactId)
  if (!contact || contact.to !== null) return refuse('not-found')
  if (contact.verifiedHow !== null) return refuse('agency.proven-already')
  if (contact.kind !== 'phone') return refuse('agency.no-message-to-a-page')
  const code = String(randomInt(1_000_000)).padStart(6, '0')
  const { id: keyId, key } = await createPersonKey(tx, vault)
  await keepCode(tx, {
    ...{ contactId, agencyId: actor.agencyId ?? '', keyId, codeSealed: vault.seal(key, code) },
    codeIndex: codeIndex(vault, contactId, code),
    ...{ askedBy: actor.id, askedAt: now },
    expiresAt: new Date(now.getTime() + codeMinutes * 60_000),
  })
  await recordEvent(tx, actor, {
    ...{ recordType: 'agency-contact', recordId: contactId, type: 'agency.code-asked', at: now },
    ...{ agencyId: actor.agencyId, visibleTo: ['agency', 'officer'] },
  })
  return ok(null)
}

const codeIndex = (vault: Vault, contactId: string, code: string): Buffer =>
  vault.blindIndex('contact-code', `${contactId} ${code}`)

const ownContact = async (
  tx: Tx,
  actor: Actor,
  contactId: string,
): Promise<FiledContact | undefined> =>
  actor.agencyId === null
    ? undefined
    : (await listFiledContacts(tx, actor.agencyId)).find(({ id }) => id === contactId)

/** Follows the asking: the code goes to the number itself, and nowhere else. */
export async function sendContactCode(
  deps: {
    readonly db: Db
    readonly vault: Vault
    readonly now: () => Date
    readonly link: string
  },
  event: { readonly eventId: string; readonly recordId: string },
): Promise<void> {
  const { db, vault } = deps
  const now = deps.now()
  await transact(db, systemActor('agencies.send-contact-code'), async (tx) => {
    const waiting = await findCode(tx, event.recordId)
    const address = waiting?.kind === 'phone' ? phoneKey(waiting.shown) : null
    if (!waiting || !address || waiting.expiresAt < now) return ok(null)
    const key = (await openPersonKeys(tx, vault, [waiting.keyId])).get(waiting.keyId)
    if (!key) return ok(null)
    await queueMessage(tx, {
      ...{ vault, now, cause: `number ${event.eventId}`, kind: 'number-code' },
      record: { type: 'agency-contact', id: event.recordId },
      to: { channel: 'sms', address },
      ...{ keyId: waiting.keyId, language: 'km', safeHours: [] },
      values: { number: vault.open(key, waiting.codeSealed), link: deps.link },
    })
    return ok(null)
  })
}

/** Every try counts, a wrong one too: so this never undoes what it wrote. */
export async function proveByCode(
  tx: Tx,
  actor: Actor,
  { contactId, vault, now, code }: Asked & { readonly code: string },
): Promise<'proven' | 'wrong' | 'not-found'> {
  if (!(await ownContact(tx, actor, contactId))) return 'not-found'
  const typed = codeIndex(vault, contactId, code.replace(/\D/g, ''))
  if (!(await tryCode(tx, { contactId, typed, at: now }))) return 'wrong'
  await noteProof(tx, actor, { contactId, agencyId: actor.agencyId ?? '', how: 'code', at: now })
  return 'proven'
}

type ByOfficer = {
  readonly agencyId: string
  readonly contactId: string
  /** What was seen: a call back, a bill, a sign. */
  readonly note: string
  readonly now: Date
}

export async function proveByOfficer(
  tx: Tx,
  actor: Actor,
  { agencyId, contactId, note, now }: ByOfficer,
): Promise<Result<null, 'not-found' | 'agency.proven-already'>> {
  if (!isUuid(agencyId)) return refuse('not-found')
  const contacts = await listFiledContacts(tx, agencyId)
  if (!contacts.some(({ id }) => id === contactId)) return refuse('not-found')
  const one = { id: contactId, agencyId }
  if (!(await verifyByOfficer(tx, one, { by: actor.id, at: now, note })))
    return refuse('agency.proven-already')
  await noteProof(tx, actor, { contactId, agencyId, how: 'evidence', at: now })
  return ok(null)
}

type Proof = {
  readonly contactId: string
  readonly agencyId: string
  readonly how: 'code' | 'evidence'
  readonly at: Date
}

async function noteProof(tx: Tx, actor: Actor, { contactId, agencyId, how, at }: Proof) {
  await recordEvent(tx, actor, {
    ...{ recordType: 'agency-contact', recordId: contactId, type: 'agency.contact-proven', at },
    ...{ data: { how }, agencyId, visibleTo: ['agency', 'officer'] },
  })
  await publicChanged(tx)
}
