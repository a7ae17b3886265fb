import { systemActor } from '../../../kernel/actor.ts'
import { ok } from '../../../kernel/result.ts'
import { type Db, type Tx, transact } from '../../../platform/db.ts'
import type { Channel } from '../../../platform/messaging/sender.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import { insertSunk, listSunk } from '../store/sink.ts'

type Deps = { readonly db: Db; readonly vault: Vault; readonly now: () => Date }
export type Sunk = {
  readonly channel: Channel
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly parts: number
}

/** Keeps what a demonstration's own server was handed, for the page that shows it. */
export async function keepSunk({ db, vault, now }: Deps, sunk: Sunk): Promise<void> {
  await transact(db, systemActor('sink'), async (tx) =>
    ok(await keepSunkIn(tx, vault, { ...sunk, receivedAt: now() })),
  )
}

export async function keepSunkIn(
  tx: Tx,
  vault: Vault,
  { to, subject, text, ...open }: Sunk & { readonly receivedAt: Date },
): Promise<void> {
  const key = sinkKey(vault)
  await insertSunk(tx, {
    ...{ receivedAt: open.receivedAt, channel: open.channel, parts: open.parts },
    recipientSealed: vault.seal(key, to),
    textSealed: vault.seal(key, JSON.stringify({ subject, text })),
  })
}

export type ShownSunk = Sunk & { readonly id: string; readonly receivedAt: Date }

/** The newest of them. */
export async function readSunk(tx: Tx, vault: Vault): Promise<ShownSunk[]> {
  const key = sinkKey(vault)
  return (await listSunk(tx)).map(({ recipientSealed, textSealed, ...sunk }) => ({
    ...sunk,
    to: vault.open(key, recipientSealed),
    ...(JSON.parse(vault.open(key, textSealed)) as { subject: string; text: string }),
  }))
}

const sinkKey = (vault: Vault) => vault.keyFrom('', 'message-sink')
