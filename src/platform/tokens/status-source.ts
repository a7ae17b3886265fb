import { publicActor, systemActor } from '../../kernel/actor.ts'
import { type Day, dayOf } from '../../kernel/days.ts'
import { ok } from '../../kernel/result.ts'
import { type Status, statusNumbers } from '../../kernel/tokens/status-list.ts'
import type { TokenKind } from '../../kernel/tokens/token.ts'
import { type Db, readAs, type Tx, transact } from '../db.ts'
import type { Vault } from '../vault/vault.ts'
import { publishStatuses } from './status-list.ts'

export type PlacedStatus = { readonly place: number; readonly status: Status }

/** What a module knows of the tokens of one kind; it tells what the public may know. */
export type StatusSource = {
  readonly kind: TokenKind
  list(tx: Tx, today: Day): Promise<readonly PlacedStatus[]>
  /** Null where no token of this kind has this place. */
  find(tx: Tx, place: number, today: Day): Promise<Status | null>
}

type Publishing = {
  readonly db: Db
  readonly vault: Vault
  readonly now: Date
  readonly sources: readonly StatusSource[]
}

/** A job: publishes the list of statuses where it changed or is a day old. */
export async function publishStatusList({ db, vault, now, sources }: Publishing): Promise<void> {
  const today = dayOf(now)
  const all = await readAs(db, publicActor, async (tx) => {
    const lists: (readonly PlacedStatus[])[] = []
    for (const source of sources) lists.push(await source.list(tx, today))
    return lists.flat()
  })
  const statuses = byPlace(all)
  await transact(db, systemActor('tokens.publish'), async (tx) =>
    ok(await publishStatuses(tx, statuses, { vault, at: now })),
  )
}

/** What is not public, or not there any more, proves nothing. */
function byPlace(all: readonly PlacedStatus[]): Uint8Array {
  const last = all.reduce((most, { place }) => Math.max(most, place), -1)
  const statuses = new Uint8Array(last + 1).fill(statusNumbers.ended)
  for (const { place, status } of all) statuses[place] = statusNumbers[status]
  return statuses
}
