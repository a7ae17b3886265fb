import type { Actor } from '../../../kernel/actor.ts'
import { dayOf } from '../../../kernel/days.ts'
import { ok } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db.ts'
import { competentOffice } from '../../accounts/index.ts'
import { bringChangeIntoForce } from '../actions/bring-into-force.ts'
import { decideChange } from '../actions/decide-change.ts'
import type { KindActions } from '../actions/kind.ts'
import { proposeChange } from '../actions/propose-change.ts'
import type { ChangeId } from '../rules/change.ts'
import { findChange } from '../store/change.ts'
import { type InventedChange, inventedChanges } from './invented-changes.ts'

export type DemonstrationChanges = {
  readonly kinds: readonly KindActions<unknown>[]
  /** Person ids by login. */
  readonly people: ReadonlyMap<string, string>
  readonly now: Date
}

/** A few changes in every state, by the two administrators of a demonstration; as the owner. */
export async function fillDemonstrationChanges(
  tx: Tx,
  { kinds, people, now }: DemonstrationChanges,
): Promise<void> {
  const office = await competentOffice(tx, null)
  const actorOf = (login: string): Actor => ({
    ...{ kind: 'person', id: people.get(login) ?? '', roles: ['administrator'] },
    ...{ agencyId: null, officeId: office.id, areas: null },
  })
  const [first, second] = [actorOf('admin'), actorOf('admin2')]
  if (first.id === '' || second.id === '') return
  for (const change of inventedChanges(dayOf(now)))
    await invent(tx, change, {
      ...{ kinds, now },
      by: change.byTheSecond ? second : first,
      other: change.byTheSecond ? first : second,
    })
}

type Inventing = {
  readonly kinds: readonly KindActions<unknown>[]
  readonly by: Actor
  readonly other: Actor
  readonly now: Date
}

/** Through the real actions, at earlier moments; what cannot be proposed is left out. */
async function invent(tx: Tx, change: InventedChange, at: Inventing): Promise<void> {
  const kind = at.kinds.find(({ code }) => code === change.kind)
  if (!kind) return
  const proposedAt = hoursBefore(at.now, change.hoursAgo)
  const { content, from, reason } = change
  const proposed = await proposeChange(tx, at.by, { kind, content, from, reason, now: proposedAt })
  if (proposed.ok) await decide(tx, proposed.value, { ...at, change })
}

async function decide(
  tx: Tx,
  id: ChangeId,
  { kinds, by, other, now, change }: Inventing & { readonly change: InventedChange },
): Promise<void> {
  const { outcome } = change
  if (outcome === null) return
  const decidedAt = hoursBefore(now, change.hoursAgo - 20)
  const action = outcome === 'in-force' ? 'approve' : outcome
  await decideChange(tx, outcome === 'withdraw' ? by : other, {
    ...{ kinds, id, version: 1, action, reason: change.answer, now: decidedAt },
    sign: async () => ok(null),
  })
  const approved = outcome === 'in-force' ? await findChange(tx, id) : null
  if (approved?.status === 'approved')
    await bringChangeIntoForce(tx, { change: approved, kinds, now: decidedAt })
}

const hoursBefore = (now: Date, hours: number): Date => new Date(now.getTime() - hours * 3_600_000)
