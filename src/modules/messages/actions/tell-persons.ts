import type { Tx } from '../../../platform/db.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import type { MessageKind } from '../rules/message.ts'
import { findOwnEmail } from './own-email.ts'
import { queueMessage } from './queue-message.ts'
import type { MessageValues } from './write-message.ts'

export type Waiting = {
  readonly vault: Vault
  readonly now: Date
  /** What brought it about: each person is told once of it. */
  readonly cause: string
  readonly record: { readonly type: string; readonly id: string }
  readonly kind: MessageKind
  readonly values: MessageValues
}

/** That something waits, to each of these who confirmed a mailbox. Acts as the system. */
export async function tellPersons(
  tx: Tx,
  personIds: readonly string[],
  { cause, ...waiting }: Waiting,
): Promise<void> {
  for (const personId of new Set(personIds)) {
    const own = await findOwnEmail(tx, waiting.vault, personId)
    if (!own) continue
    await queueMessage(tx, {
      ...waiting,
      cause: `${cause} ${personId}`,
      to: { channel: 'email', address: own.address },
      ...{ keyId: own.keyId, language: 'km', safeHours: [] },
    })
  }
}
