import { systemActor } from '../../../kernel/actor.ts'
import { dayOf, daysBetween } from '../../../kernel/days.ts'
import { ok } from '../../../kernel/result.ts'
import { type Db, type Tx, transact } from '../../../platform/db.ts'
import { recordEvent } from '../../../platform/events/record-event.ts'
import { findGuardedCase, listPersons } from '../../complaints/index.ts'
import { findNumber, rulebook } from '../../law/index.ts'
import { type Due, listDues } from '../../ledger/index.ts'
import { addMonths } from '../rules/plan.ts'
import { type ReminderStep, stepsOf } from '../rules/reminders.ts'
import { setTerm } from '../store/change-outcomes.ts'
import { findOutcome, listTerms, type StoredTerm } from '../store/read-outcomes.ts'
import { keepReminders } from '../store/reminders.ts'
import { openDuesOfTerms } from './open-terms.ts'

const actor = systemActor('dues')
/** As many as one transaction takes. */
const batch = 2_000

/** Each day: the next of what recurs falls due, and what did not come is asked for again. */
export async function followDues(db: Db, now: Date): Promise<void> {
  await transact(db, actor, async (tx) => ok(await openRecurring(tx, now)))
  let next: Place | null = await remindNext(db, now, null)
  while (next) next = await remindNext(db, now, next)
}

/** Where a batch ends. */
type Place = Pick<Due, 'dueOn' | 'id'>

async function remindNext(db: Db, now: Date, after: Place | null): Promise<Place | null> {
  const done = await transact(db, actor, async (tx) => ok(await remind(tx, now, after)))
  return done.ok ? done.value : null
}

async function openRecurring(tx: Tx, now: Date): Promise<void> {
  const today = dayOf(now)
  for (const term of await listTerms(tx, { nextBy: today })) await openNext(tx, term, now)
}

/** The part that is due now, reckoned from the first day: a month with 31 days stays one. */
async function openNext(tx: Tx, term: StoredTerm, at: Date): Promise<void> {
  const { nextOn, everyMonths, dueOn } = term
  const found = await findGuardedCase(tx, term.complaintId)
  if (!found || nextOn === null || everyMonths === null) return
  let times = 1
  while (addMonths(dueOn, times * everyMonths) <= nextOn) times += 1
  await openDuesOfTerms(tx, {
    ...{ terms: [{ ...term, dueOn: nextOn }], kind: 'settlement', at },
    persons: await listPersons(tx, term.complaintId),
    reference: `${found.number}/${(await findOutcome(tx, term.outcomeId))?.position ?? 0}`,
  })
  const following = addMonths(dueOn, times * everyMonths)
  await setTerm(tx, term.id, { inForce: true, dueOn, nextOn: following })
}

/** One batch of overdue dues; answers with the last, or null where there are no more. */
async function remind(tx: Tx, now: Date, after: Place | null): Promise<Place | null> {
  const today = dayOf(now)
  const law = await rulebook(tx, today)
  const terms = {
    reminded: findNumber(law, 'performance.reminder_days'),
    escalated: findNumber(law, 'performance.escalate_days'),
  }
  const dues = await listDues(tx, {
    ...{ overdueOn: today, limit: batch },
    ...(after === null ? {} : { after }),
  })
  const steps = dues.flatMap(({ id, dueOn }) =>
    stepsOf(daysBetween(dueOn, today), terms).map((step) => ({ dueId: id, step })),
  )
  const isNew = await keepReminders(tx, steps, now)
  for (const step of ['reminded', 'escalated'] as const)
    await tell(
      tx,
      dues.filter(({ id }) => isNew.has(`${id} ${step}`)),
      { step, now },
    )
  return dues.length < batch ? null : (dues.at(-1) ?? null)
}

/** One line on the timeline of each case; the agency's desk shows the same, due by due. */
async function tell(
  tx: Tx,
  dues: readonly Due[],
  { step, now }: { readonly step: ReminderStep; readonly now: Date },
): Promise<void> {
  for (const [caseId, ofCase] of Map.groupBy(dues, (due) => due.caseId))
    await recordEvent(tx, actor, {
      ...{ recordType: 'complaint', recordId: caseId, at: now, visibleTo: ['officer'] },
      type: step === 'reminded' ? 'complaint.payment-reminded' : 'complaint.payment-overdue',
      data: { count: ofCase.length },
    })
}
