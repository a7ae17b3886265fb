import type { Tx } from '../../../platform/db.ts'
import type { PersonKeyId } from '../../../platform/vault/person-keys.ts'
import type { PersonId } from '../../accounts/index.ts'

export type LinkedChat = {
  readonly personId: PersonId
  readonly keyId: PersonKeyId
  readonly linkedAt: Date
  /** The case named last, while it counts. */
  readonly recordNumber: string | null
  readonly recordUntil: Date | null
}

export async function findChat(tx: Tx, chatIndex: Buffer): Promise<LinkedChat | null> {
  const [row] = await tx<LinkedChat[]>`
    select person_id as "personId", key_id as "keyId", linked_at as "linkedAt",
      record_number as "recordNumber", record_until as "recordUntil"
    from telegram_chat where chat_index = ${chatIndex}`
  return row ?? null
}

export type OwnChat = Pick<LinkedChat, 'keyId' | 'linkedAt'> & { readonly chatSealed: Uint8Array }

export async function findChatOf(tx: Tx, personId: string): Promise<OwnChat | null> {
  const [row] = await tx<OwnChat[]>`
    select key_id as "keyId", linked_at as "linkedAt", chat_sealed as "chatSealed"
    from telegram_chat where person_id = ${personId}`
  return row ?? null
}

export async function insertChat(
  tx: Tx,
  chat: {
    readonly personId: PersonId
    readonly keyId: PersonKeyId
    readonly chatSealed: Buffer
    readonly chatIndex: Buffer
    readonly at: Date
  },
): Promise<void> {
  // A telephone that changed hands serves the one who linked it last.
  await tx`
    delete from telegram_chat where chat_index = ${chat.chatIndex} or person_id = ${chat.personId}`
  await tx`
    insert into telegram_chat (person_id, key_id, chat_sealed, chat_index, linked_at)
    values (${chat.personId}, ${chat.keyId}, ${chat.chatSealed}, ${chat.chatIndex}, ${chat.at})`
}

export async function endChat(tx: Tx, personId: string): Promise<void> {
  await tx`delete from telegram_chat where person_id = ${personId}`
}

export async function nameRecord(
  tx: Tx,
  chatIndex: Buffer,
  { number, until }: { readonly number: string; readonly until: Date },
): Promise<void> {
  await tx`
    update telegram_chat set record_number = ${number}, record_until = ${until}
    where chat_index = ${chatIndex}`
}

/** The newest code of a person; an earlier one ends. */
export async function replaceCode(
  tx: Tx,
  code: {
    readonly personId: string
    readonly codeIndex: Buffer
    readonly codeSealed: Buffer
    readonly expiresAt: Date
  },
): Promise<void> {
  await tx`delete from telegram_code where person_id = ${code.personId}`
  await tx`
    insert into telegram_code (person_id, code_index, code_sealed, expires_at)
    values (${code.personId}, ${code.codeIndex}, ${code.codeSealed}, ${code.expiresAt})`
}

export async function findCodeOf(tx: Tx, personId: string, now: Date): Promise<Uint8Array | null> {
  const [row] = await tx<{ sealed: Uint8Array }[]>`
    select code_sealed as sealed from telegram_code
    where person_id = ${personId} and expires_at > ${now}`
  return row?.sealed ?? null
}

/** Whose code this is; it counts once. */
export async function useCode(tx: Tx, codeIndex: Buffer, now: Date): Promise<PersonId | null> {
  const [row] = await tx<{ personId: PersonId; live: boolean }[]>`
    delete from telegram_code where code_index = ${codeIndex}
    returning person_id as "personId", expires_at > ${now} as live`
  return row?.live ? row.personId : null
}

/** False where it was carried out before. */
export async function claimUpdate(
  tx: Tx,
  { bot, updateId, at }: { readonly bot: string; readonly updateId: number; readonly at: Date },
): Promise<boolean> {
  const claimed = await tx`
    insert into telegram_update (bot_id, update_id, handled_at) values (${bot}, ${updateId}, ${at})
    on conflict do nothing`
  return claimed.count === 1
}

export async function lastUpdate(tx: Tx, bot: string): Promise<number> {
  const [row] = await tx<{ last: bigint | null }[]>`
    select max(update_id) as last from telegram_update where bot_id = ${bot}`
  return Number(row?.last ?? 0)
}

export type WaitingContent = { readonly keyId: PersonKeyId; readonly contentSealed: Uint8Array }

export async function insertWaiting(
  tx: Tx,
  waiting: WaitingContent & {
    readonly updateId: number
    readonly chatIndex: Buffer
    readonly at: Date
  },
): Promise<void> {
  await tx`
    insert into telegram_waiting (update_id, chat_index, key_id, content_sealed, received_at)
    values (${waiting.updateId}, ${waiting.chatIndex}, ${waiting.keyId},
      ${waiting.contentSealed as Buffer}, ${waiting.at})`
}

/** What waits for its case in this chat, in order. */
export async function listWaiting(tx: Tx, chatIndex: Buffer): Promise<WaitingContent[]> {
  return tx<WaitingContent[]>`
    select key_id as "keyId", content_sealed as "contentSealed" from telegram_waiting
    where chat_index = ${chatIndex} order by update_id`
}

export async function deleteWaiting(tx: Tx, chatIndex: Buffer): Promise<void> {
  await tx`delete from telegram_waiting where chat_index = ${chatIndex}`
}
