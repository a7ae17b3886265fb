import { type Actor, systemActor } from '../../../kernel/actor.ts'
import { type Day, dayOf } from '../../../kernel/days.ts'
import { isUuid } from '../../../kernel/ids.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import { type Db, type Tx, transact } from '../../../platform/db.ts'
import { recordEvent } from '../../../platform/events/record-event.ts'
import { type ClaimFacts, findClaimFacts, listOpenClaimFacts } from '../../complaints/index.ts'
import {
  alarmDays,
  alarmDue,
  type BarId,
  barIds,
  type TimeBar,
  timeBarsFor,
} from '../rules/calculator/time-bars.ts'
import { barFactsOfCase, harmCategories, harmClaims } from '../rules/case-bars.ts'
import { type Filing, insertFiling, listFilings, raiseAlarm } from '../store/time-bars.ts'
import { lawNow } from './calculate.ts'

/** By when what has to be filed where for one case; null where the actor may not see it. */
export async function caseTimeBars(
  tx: Db | Tx,
  complaintId: string,
  today: Day,
): Promise<readonly TimeBar[] | null> {
  const facts = isUuid(complaintId) ? await findClaimFacts(tx, complaintId) : null
  if (!facts) return null
  const filed = filedOf(await listFilings(tx, [facts.id]))
  return timeBarsFor(barFactsOfCase(facts, filed), { today, law: await lawNow(tx) })
}

export type CaseBars = { readonly facts: ClaimFacts; readonly bars: readonly TimeBar[] }

/** Of all open cases in which something runs out: those of harm, and those that were not settled. */
export async function openTimeBars(tx: Db | Tx, today: Day): Promise<readonly CaseBars[]> {
  const cases = await listOpenClaimFacts(tx, { categories: harmCategories, claims: harmClaims })
  const law = await lawNow(tx)
  const filings = Map.groupBy(
    await listFilings(
      tx,
      cases.map(({ id }) => id),
    ),
    ({ complaintId }) => complaintId,
  )
  return cases.map((facts) => ({
    facts,
    bars: timeBarsFor(barFactsOfCase(facts, filedOf(filings.get(facts.id) ?? [])), { today, law }),
  }))
}

const filedOf = (filings: readonly Filing[]): Partial<Record<BarId, Day>> =>
  Object.fromEntries(filings.map(({ bar, filedOn }) => [bar, filedOn]))

export type FilingRefusal =
  | 'not-found'
  | 'no-such-time-bar'
  | 'filed-in-the-future'
  | 'filed-before-it-happened'
  | 'filed-already'

/** An officer records that a claim was filed elsewhere, and on which day. */
export async function recordFiling(
  tx: Tx,
  actor: Actor,
  { complaintId, bar, filedOn, now }: { complaintId: string; bar: string; filedOn: Day; now: Date },
): Promise<Result<null, FilingRefusal>> {
  const facts = isUuid(complaintId) ? await findClaimFacts(tx, complaintId) : null
  if (!facts) return refuse('not-found')
  const bars = (await caseTimeBars(tx, complaintId, dayOf(now))) ?? []
  const found = bars.find(({ id }) => id === bar)
  if (!found || !barIds.includes(found.id)) return refuse('no-such-time-bar')
  if (filedOn > dayOf(now)) return refuse('filed-in-the-future')
  if (found.startsOn && filedOn < found.startsOn) return refuse('filed-before-it-happened')
  const added = await insertFiling(
    tx,
    { complaintId, bar: found.id, filedOn },
    { by: actor.id, at: now },
  )
  if (!added) return refuse('filed-already')
  await recordEvent(tx, actor, {
    ...{ recordType: 'complaint', recordId: complaintId, at: now, area: facts.area },
    type: 'complaint.claim-filed-elsewhere',
    data: { bar: found.id, filedOn },
    visibleTo: ['officer', 'complainant'],
  })
  return ok(null)
}

/** Each day: whoever owns a case is told once for each of the days of the rule before it is too late. */
export async function warnOfTimeBars(db: Db, now: Date): Promise<void> {
  const actor = systemActor('time-bars')
  await transact(db, actor, async (tx) => {
    const today = dayOf(now)
    const alarms = alarmDays(await lawNow(tx), today)
    for (const { facts, bars } of await openTimeBars(tx, today))
      for (const bar of bars) await warn(tx, { facts, bar, alarms, now })
    return ok(null)
  })
}

/** Told once that it is too late, also where the program stood still that day. */
const stillNews = 7
const afterwards = -1

type Warning = {
  readonly facts: ClaimFacts
  readonly bar: TimeBar
  readonly alarms: readonly number[]
  readonly now: Date
}

async function warn(tx: Tx, { facts, bar, alarms, now }: Warning): Promise<void> {
  if (bar.until === null || bar.daysLeft === null) return
  const passed = bar.state === 'over' && bar.daysLeft >= -stillNews
  const days = passed ? afterwards : bar.state === 'soon' ? alarmDue(bar.daysLeft, alarms) : null
  if (days === null) return
  const alarm = { complaintId: facts.id, bar: bar.id, until: bar.until, days }
  if (!(await raiseAlarm(tx, alarm, now))) return
  await recordEvent(tx, systemActor('time-bars'), {
    ...{ recordType: 'complaint', recordId: facts.id, at: now, area: facts.area },
    type: passed ? 'complaint.time-bar-passed' : 'complaint.time-bar-near',
    data: { bar: bar.id, until: bar.until, days: bar.daysLeft },
    visibleTo: ['officer'],
  })
}
