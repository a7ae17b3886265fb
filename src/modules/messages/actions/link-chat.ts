import { randomInt } from 'node:crypto'
import type { Actor } from '../../../kernel/actor.ts'
import type { Tx } from '../../../platform/db.ts'
import { recordEvent } from '../../../platform/events/record-event.ts'
import { createPersonKey } from '../../../platform/vault/person-keys.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import type { PersonId } from '../../accounts/index.ts'
import { codeLength, codeLetters, codeMinutes } from '../rules/link-code.ts'
import { endChat, findCodeOf, insertChat, replaceCode, useCode } from '../store/telegram.ts'

/** A code that links a chat with this account, once and within minutes. */
export async function makeLinkCode(
  tx: Tx,
  actor: Actor,
  { vault, now }: { readonly vault: Vault; readonly now: Date },
): Promise<void> {
  const code = Array.from({ length: codeLength }, () => codeLetters[randomInt(codeLetters.length)])
  const text = code.join('')
  await replaceCode(tx, {
    personId: actor.id,
    codeIndex: vault.blindIndex('telegram-code', text),
    codeSealed: vault.seal(codeKey(vault), text),
    expiresAt: new Date(now.getTime() + codeMinutes * 60_000),
  })
}

/** The code while it counts, for the page of the account. */
export async function readLinkCode(
  tx: Tx,
  actor: Actor,
  { vault, now }: { readonly vault: Vault; readonly now: Date },
): Promise<string | null> {
  const sealed = await findCodeOf(tx, actor.id, now)
  return sealed && vault.open(codeKey(vault), sealed)
}

const codeKey = (vault: Vault) => vault.keyFrom('', 'telegram-code')

/** Links a chat with the account that was shown this code; false where no account was. */
export async function linkChat(
  tx: Tx,
  actor: Actor,
  { vault, chat, code, now }: { vault: Vault; chat: string; code: string; now: Date },
): Promise<boolean> {
  const personId = await useCode(tx, vault.blindIndex('telegram-code', code), now)
  if (personId === null) return false
  const { id: keyId, key } = await createPersonKey(tx, vault)
  const chatSealed = vault.seal(key, chat)
  await insertChat(tx, { personId, keyId, chatSealed, chatIndex: chatIndex(vault, chat), at: now })
  await noteLink(tx, actor, { personId, type: 'person.chat-linked', at: now })
  return true
}

export async function unlinkChat(tx: Tx, actor: Actor, now: Date): Promise<void> {
  await endChat(tx, actor.id)
  await noteLink(tx, actor, { personId: actor.id, type: 'person.chat-unlinked', at: now })
}

type Link = {
  readonly personId: PersonId | string
  readonly type: 'person.chat-linked' | 'person.chat-unlinked'
  readonly at: Date
}
const noteLink = (tx: Tx, actor: Actor, { personId, type, at }: Link): Promise<void> =>
  recordEvent(tx, actor, {
    ...{ recordType: 'person', recordId: personId, type, at },
    visibleTo: ['officer'],
  })

export const chatIndex = (vault: Vault, chat: string): Buffer => vault.blindIndex('telegram', chat)
