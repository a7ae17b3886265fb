import type { Actor } from '../../../kernel/actor.ts'
import { addDays, dayOf } from '../../../kernel/days.ts'
import { ok } from '../../../kernel/result.ts'
import { type Db, readAs, type Tx, transact } from '../../../platform/db.ts'
import { recordEvent } from '../../../platform/events/record-event.ts'
import { publicChanged } from '../../../platform/public-changed.ts'
import type { AgencyId } from '../../agencies/index.ts'
import { findRule, rulebook, workCalendar } from '../../law/index.ts'
import { type Guarantee, holidayRule, lastDayOf, remainingOf } from '../rules/guarantee.ts'
import { depositOf } from '../store/deposits.ts'
import { endGuarantee, findGuarantee, holdGuarantees, listExpiring } from '../store/guarantees.ts'
import { postAll } from '../store/post.ts'
import { guaranteePosting } from './enter-guarantee.ts'

type Expiring = Guarantee & { readonly agencyId: AgencyId }
type Run = { readonly actor: Actor; readonly now: Date }

/**
 * What no longer counts is no longer held: after the later of the days that may be its last, for
 * until then nobody can say that it has expired. Each by itself: one that fails stops no other.
 */
export async function expireGuarantees(db: Db, { actor, now }: Run): Promise<void> {
  const ended = await readAs(db, actor, (tx) => listEnded(tx, now))
  const failures: unknown[] = []
  for (const guarantee of ended) {
    try {
      await transact(db, actor, (tx) => expire(tx, { actor, now }, guarantee))
    } catch (error) {
      failures.push(error)
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, 'some guarantees were not ended')
}

async function listEnded(tx: Tx, now: Date): Promise<Expiring[]> {
  const today = dayOf(now)
  const rule = findRule(await rulebook(tx, today), holidayRule)?.value ?? null
  const calendar = await workCalendar(tx, today)
  const past = await listExpiring(tx, addDays(today, -1))
  return past.filter(({ expiresOn }) => lastDayOf(expiresOn, calendar, rule).latest < today)
}

async function expire(tx: Tx, { actor, now: at }: Run, { id, agencyId }: Expiring) {
  const known = await findGuarantee(tx, id)
  if (!known) return ok(null)
  await holdGuarantees(tx, known.depositId)
  // Read again: until now a draw may have taken of it.
  const guarantee = await findGuarantee(tx, id)
  const holding = (await depositOf(tx, agencyId)).find((each) => each.id === known.depositId)
  if (!guarantee || !holding) return ok(null)
  const minor = -remainingOf(guarantee)
  if (!(await endGuarantee(tx, guarantee, { status: 'expired', at }))) return ok(null)
  if (minor !== 0n) {
    const posting = guaranteePosting(holding, { kind: 'guarantee-ended', id: guarantee.id, minor })
    const posted = await postAll(tx, { at, postings: [posting] })
    if (!posted.ok) throw new Error('a guarantee is a part of what is held')
  }
  await recordEvent(tx, actor, {
    ...{ recordType: 'deposit', recordId: holding.id, type: 'deposit.guarantee-expired', at },
    ...{ agencyId, visibleTo: ['officer', 'agency'], data: { guarantee: guarantee.id } },
  })
  await publicChanged(tx)
  return ok(null)
}
