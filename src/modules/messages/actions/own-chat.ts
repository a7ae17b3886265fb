import type { Tx } from '../../../platform/db.ts'
import { openPersonKeys, type PersonKeyId } from '../../../platform/vault/person-keys.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import { findChatOf } from '../store/telegram.ts'

/** The chat that somebody linked with the account; null where there is none. */
export async function findOwnChat(
  tx: Tx,
  vault: Vault,
  personId: string,
): Promise<{ readonly keyId: PersonKeyId; readonly address: string } | null> {
  const chat = await findChatOf(tx, personId)
  const key = chat && (await openPersonKeys(tx, vault, [chat.keyId])).get(chat.keyId)
  return chat && key ? { keyId: chat.keyId, address: vault.open(key, chat.chatSealed) } : null
}
