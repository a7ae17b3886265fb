import { randomInt } from 'node:crypto'
import type { Actor } from '../../../kernel/actor.ts'
import type { Tx } from '../../../platform/db.ts'
import { recordEvent } from '../../../platform/events/record-event.ts'
import {
  createPersonKey,
  openPersonKeys,
  type PersonKeyId,
} from '../../../platform/vault/person-keys.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import { codeLength, codeLetters, emailHours, groupCode } from '../rules/link-code.ts'
import {
  endEmail,
  findEmailOf,
  findWaitingEmail,
  replaceWaitingEmail,
  type SealedAddress,
  useEmailCode,
} from '../store/email.ts'
import { queueMessage } from './queue-message.ts'

type At = { readonly vault: Vault; readonly now: Date }

/** Somebody gives a mailbox for the own account: it counts once the link that goes there is opened. */
export async function giveEmail(
  tx: Tx,
  actor: Actor,
  { vault, now, address }: At & { readonly address: string },
): Promise<void> {
  const code = Array.from({ length: codeLength }, () => codeLetters[randomInt(codeLetters.length)])
  const text = code.join('')
  const { id: keyId, key } = await createPersonKey(tx, vault)
  await replaceWaitingEmail(tx, actor.id, {
    keyId,
    addressSealed: vault.seal(key, address),
    codeIndex: vault.blindIndex('email-code', text),
    codeSealed: vault.seal(key, text),
    expiresAt: new Date(now.getTime() + emailHours * 3_600_000),
  })
  await noteEmail(tx, actor, { type: 'person.email-given', at: now })
}

/** False where the link has ended, or was another person's. */
export async function confirmEmail(
  tx: Tx,
  actor: Actor,
  { vault, now, code }: At & { readonly code: string },
): Promise<boolean> {
  const codeIndex = vault.blindIndex('email-code', code)
  if (!(await useEmailCode(tx, actor.id, { codeIndex, now }))) return false
  await noteEmail(tx, actor, { type: 'person.email-confirmed', at: now })
  return true
}

export async function removeEmail(tx: Tx, actor: Actor, now: Date): Promise<void> {
  await endEmail(tx, actor.id)
  await noteEmail(tx, actor, { type: 'person.email-removed', at: now })
}

type Noted = {
  readonly type: 'person.email-given' | 'person.email-confirmed' | 'person.email-removed'
  readonly at: Date
}
const noteEmail = (tx: Tx, actor: Actor, { type, at }: Noted): Promise<void> =>
  recordEvent(tx, actor, {
    ...{ recordType: 'person', recordId: actor.id, type, at },
    visibleTo: ['officer'],
  })

export type ShownEmail = {
  readonly address: string | null
  readonly confirmedAt: Date | null
  /** Given, and not confirmed yet. */
  readonly waiting: string | null
}

/** For the page of the own account. */
export async function readOwnEmail(tx: Tx, actor: Actor, { vault, now }: At): Promise<ShownEmail> {
  const own = await findEmailOf(tx, actor.id)
  const waiting = await findWaitingEmail(tx, actor.id, now)
  return {
    address: own && (await opened(tx, vault, own)),
    confirmedAt: own?.confirmedAt ?? null,
    waiting: waiting && (await opened(tx, vault, waiting)),
  }
}

/** The mailbox that somebody confirmed; null where there is none. */
export async function findOwnEmail(
  tx: Tx,
  vault: Vault,
  personId: string,
): Promise<{ readonly keyId: PersonKeyId; readonly address: string } | null> {
  const own = await findEmailOf(tx, personId)
  const address = own && (await opened(tx, vault, own))
  return own && address ? { keyId: own.keyId, address } : null
}

async function opened(
  tx: Tx,
  vault: Vault,
  { keyId, addressSealed }: SealedAddress,
): Promise<string | null> {
  const key = (await openPersonKeys(tx, vault, [keyId])).get(keyId)
  return key ? vault.open(key, addressSealed) : null
}

/** Follows a given address: the link that confirms it goes there. Acts as the system. */
export async function sendConfirmation(
  tx: Tx,
  {
    vault,
    now,
    personId,
    eventId,
    linkTo,
  }: At & {
    readonly personId: string
    readonly eventId: string
    readonly linkTo: (code: string) => string
  },
): Promise<void> {
  const waiting = await findWaitingEmail(tx, personId, now)
  const key = waiting && (await openPersonKeys(tx, vault, [waiting.keyId])).get(waiting.keyId)
  if (!waiting || !key) return
  const code = vault.open(key, waiting.codeSealed)
  await queueMessage(tx, {
    ...{ vault, now, cause: `address ${eventId}`, kind: 'confirm-address' },
    record: { type: 'person', id: personId },
    to: { channel: 'email', address: vault.open(key, waiting.addressSealed) },
    ...{ keyId: waiting.keyId, language: 'km', safeHours: [] },
    values: { number: groupCode(code), link: linkTo(code) },
  })
}
