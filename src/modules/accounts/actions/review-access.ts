import { type Actor, systemActor } from '../../../kernel/actor.ts'
import { addDays, dayOf } from '../../../kernel/days.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import { type Db, type Tx, transact } from '../../../platform/db.ts'
import { findNumber, rulebook } from '../../law/index.ts'
import { type ConfirmRefusal, checkConfirm } from '../rules/access-review.ts'
import {
  type AccessReview,
  closeReview,
  confirmLine,
  findOpenReview,
  isReviewDue,
  listReviewLines,
  markLapsed,
  openReview,
} from '../store/access-reviews.ts'
import { setLastDay } from '../store/held-roles.ts'
import { listOffices } from '../store/offices.ts'
import { recordAbout } from './about-person.ts'

const platform = systemActor('accounts.review-access')

/** A daily job: ends a review whose day is over, and opens the next when its time has come. */
export async function reviewAccess(db: Db, now: Date): Promise<void> {
  await transact(db, platform, async (tx) => {
    await lapseUnconfirmed(tx, now)
    await openNext(tx, now)
    return ok(null)
  })
}

async function openNext(tx: Tx, now: Date): Promise<void> {
  const today = dayOf(now)
  const book = await rulebook(tx, today)
  const months = findNumber(book, 'access_review.interval_months')
  const days = findNumber(book, 'access_review.confirm_days')
  // Without a rule nobody loses a role.
  if (months === null || days === null || (await findOpenReview(tx))) return
  if (await isReviewDue(tx, today, months))
    await openReview(tx, { from: today, due: addDays(today, days) })
}

async function lapseUnconfirmed(tx: Tx, now: Date): Promise<void> {
  const today = dayOf(now)
  const review = await findOpenReview(tx)
  if (!review || review.dueOn >= today) return
  const lines = await listReviewLines(tx, { id: review.id, today, personId: null })
  for (const line of lines.filter((one) => one.confirmedBy === null && !one.demonstration)) {
    // Confirmed in this very moment: it stays.
    if (!(await markLapsed(tx, review.id, line.assignmentId))) continue
    const { personId, role, officeId: office } = line
    const lastDay = addDays(today, -1)
    await setLastDay(tx, line.assignmentId, lastDay)
    const data = { role, office, lastDay, review: review.id }
    await recordAbout(tx, platform, { personId, type: 'person.role-lapsed', at: now, data })
  }
  await closeReview(tx, review.id, now)
}

/** For a demonstration: a review that is under way, so that there is something to confirm. */
export const openDemonstrationReview = (tx: Tx, now: Date): Promise<string> =>
  openReview(tx, { from: dayOf(now), due: addDays(dayOf(now), 21) })

export type Confirmed = { readonly done: number; readonly refused: readonly ConfirmRefusal[] }

/** Each role for itself: one that was refused undoes no other. */
export async function confirmRoles(
  tx: Tx,
  actor: Actor,
  { assignmentIds, now }: { assignmentIds: readonly string[]; now: Date },
): Promise<Result<Confirmed, 'no-review'>> {
  const review = await findOpenReview(tx)
  if (!review || review.dueOn < dayOf(now)) return refuse('no-review')
  const above = await superiors(tx)
  const wanted = new Set(assignmentIds)
  const lines = await listReviewLines(tx, { id: review.id, today: dayOf(now), personId: null })
  const refused: ConfirmRefusal[] = []
  let done = 0
  for (const line of lines.filter(({ assignmentId }) => wanted.has(assignmentId))) {
    const checked = checkConfirm(actor, { ...line, above: above(line.officeId) })
    if (!checked.ok) refused.push(checked.refusal)
    else if (await confirmOne(tx, actor, { review, line, now })) done += 1
  }
  return ok({ done, refused })
}

type Confirming = {
  readonly review: AccessReview
  readonly line: Awaited<ReturnType<typeof listReviewLines>>[number]
  readonly now: Date
}

async function confirmOne(tx: Tx, actor: Actor, { review, line, now }: Confirming) {
  const { assignmentId, personId, role, officeId: office } = line
  const confirmed = { review: review.id, assignmentId, by: actor.id, at: now }
  if (!(await confirmLine(tx, confirmed))) return false
  const data = { role, office, review: review.id }
  await recordAbout(tx, actor, { personId, type: 'person.role-confirmed', at: now, data })
  return true
}

/** Every office's way to the top. */
export async function superiors(tx: Tx): Promise<(officeId: string) => readonly string[]> {
  const offices = new Map((await listOffices(tx)).map((one) => [one.id, one.superiorId]))
  return (officeId) => {
    const way: string[] = []
    let next = offices.get(officeId) ?? null
    while (next !== null && !way.includes(next)) {
      way.push(next)
      next = offices.get(next) ?? null
    }
    return way
  }
}
