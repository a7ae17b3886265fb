import type { Tx } from '../../../platform/db.ts'
import { openPersonKeys, type PersonKeyId } from '../../../platform/vault/person-keys.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import { masked } from '../rules/mask.ts'
import { listOutbox, type OutboxAsk, type OutboxRow, outboxPage } from '../store/outbox.ts'

/** Without what it says, and with as much of the address as its owner would recognise. */
export type ShownMessage = Omit<OutboxRow, 'recipientSealed' | 'keyId'> & {
  /** Null where the key of the person has ended. */
  readonly to: string | null
}

/** A page of what left the house or waits, the newest first. */
export async function readOutbox(
  tx: Tx,
  vault: Vault,
  ask: OutboxAsk,
): Promise<{ readonly rows: readonly ShownMessage[]; readonly more: boolean }> {
  const found = await listOutbox(tx, ask)
  const rows = found.slice(0, outboxPage)
  const ids = [...new Set(rows.map(({ keyId }) => keyId as PersonKeyId))]
  const keys = await openPersonKeys(tx, vault, ids)
  const shown = rows.map(({ recipientSealed, keyId, ...row }) => {
    const key = keys.get(keyId as PersonKeyId)
    return { ...row, to: key ? masked(row.channel, vault.open(key, recipientSealed)) : null }
  })
  return { rows: shown, more: found.length > outboxPage }
}
