import type { Actor } from '../../../kernel/actor.ts'
import { addDays, type Day, dayOf } from '../../../kernel/days.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db.ts'
import { type ApproverContent, type ApproverRefusal, checkApprover } from '../rules/approver.ts'
import { changers } from '../rules/lifecycle.ts'
import { addToPool, listPool, type PoolMember, takeOutOfPool } from '../store/approver-pool.ts'
import { secondPersons } from './second-persons.ts'

type Proposed = { readonly content: ApproverContent; readonly from: Day; readonly now: Date }

export type PoolView = {
  readonly pool: readonly PoolMember[]
  /** Persons who hold a role that approves something and are not in the pool, by id. */
  readonly able: readonly string[]
}

/** Who is in the pool, and who could be. */
export async function readPool(tx: Tx, now: Date): Promise<PoolView> {
  const facts = (await secondPersons(tx, now))(changers)
  const pool = await listPool(tx, dayOf(now))
  const able = new Set(facts.seconds.map(({ id }) => id))
  for (const { personId } of pool) able.delete(personId)
  return { pool, able: [...able] }
}

/** Whether the person can come in or leave as things stand. */
export async function mayChangePool(
  tx: Tx,
  { content, now }: Proposed,
): Promise<Result<null, ApproverRefusal>> {
  const { pool, able } = await readPool(tx, now)
  return checkApprover(content, { able, pool: pool.map(({ personId }) => personId) })
}

export async function changePool(
  tx: Tx,
  _actor: Actor,
  proposed: Proposed,
): Promise<Result<null, ApproverRefusal>> {
  const possible = await mayChangePool(tx, proposed)
  if (!possible.ok) return possible
  const { content, now } = proposed
  const today = dayOf(now)
  if (content.isIn) await addToPool(tx, content.personId, today)
  else await takeOutOfPool(tx, content.personId, addDays(today, -1))
  return ok(null)
}
