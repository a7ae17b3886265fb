import { dayOf } from '../../../kernel/days.ts'
import type { Tx } from '../../../platform/db.ts'
import { clockRule, dueAt, findRule, rulebook } from '../../law/index.ts'
import {
  type Clock,
  type ClockPlan,
  clockChanges,
  effectiveStart,
  nextDue,
  outcomeAt,
  stoodStill,
  wentOn,
} from '../rules/clock.ts'
import {
  insertClocks,
  listClocks,
  moveDueDate,
  type NewClock,
  pauseClockRow,
  type RecordRef,
  resumeClockRow,
  setDueRow,
  stopClockRow,
} from '../store/clock.ts'
import type { LegalTime } from './legal-time.ts'

export type SyncClocks<S extends string, K extends string> = {
  readonly record: RecordRef
  readonly plan: ClockPlan<S, K>
  readonly status: S
  readonly at: Date
  /** From when new clocks count: the receipt of a complaint, not its entry. */
  readonly startsAt?: Date
  readonly law: LegalTime
  /** A record that was only just made has no clocks to read. */
  readonly isNew?: boolean
}

/** Starts, keeps and stops clocks after a transition; returns the record's next date. */
export async function syncClocks<S extends string, K extends string>(
  tx: Tx,
  sync: SyncClocks<S, K>,
): Promise<Date | null> {
  const clocks = sync.isNew ? [] : await listClocks(tx, sync.record.id)
  const { start, stop, keep, pause, resume } = clockChanges(sync.plan, sync.status, clocks)
  const started = start.flatMap(
    (kind) => newClock({ ...sync, kind, ruleKey: sync.plan.rules[kind] }) ?? [],
  )
  await insertClocks(tx, sync.record, started)
  for (const clock of stop)
    await stopClockRow(tx, clock, { at: sync.at, outcome: outcomeAt(clock, sync.at) })
  for (const clock of pause) await pauseClockRow(tx, clock, sync.at)
  const resumed: Clock[] = []
  for (const clock of resume) resumed.push(await resumeClock(tx, clock, sync))
  return nextDue([...started, ...keep, ...resumed])
}

/** Starts one clock that no status starts, of a module's own; none where no rule is in force. */
export async function startClock(
  tx: Tx,
  { record, ...start }: Start & { readonly record: RecordRef },
): Promise<void> {
  const clock = newClock(start)
  if (clock) await insertClocks(tx, record, [clock])
}
type Start = Pick<SyncClocks<string, string>, 'at' | 'startsAt' | 'law'> & {
  readonly kind: string
  readonly ruleKey: string
}

/** Counted again without the time that it stood still; a day set by hand moves on by that time. */
async function resumeClock(
  tx: Tx,
  clock: Clock,
  { at, law }: Pick<SyncClocks<string, string>, 'at' | 'law'>,
): Promise<Clock> {
  const onward = wentOn(clock, at)
  const later = { dueAt: new Date(clock.dueAt.getTime() + stoodStill(clock, at)) }
  const due = (clock.setBy === null && (await dueAgain(tx, onward, law.calendar))) || later
  const resumed = { ...onward, ...due }
  await resumeClockRow(tx, resumed)
  return resumed
}

/** By the rules of the day on which it began; null where they say nothing. */
async function dueAgain(tx: Tx, clock: Clock, calendar: LegalTime['calendar']) {
  const book = await rulebook(tx, dayOf(clock.startedAt))
  const rule = clockRule(book, clock.ruleKey)
  return rule ? dueAt(effectiveStart(clock), rule, calendar) : null
}

/**
 * Somebody sets by hand when a running clock is due: a review that lies far off, a day that no rule
 * says. Returns the record's next date.
 */
export async function setClockDue(
  tx: Tx,
  due: { recordId: string; kind: string; dueAt: Date; by: string },
): Promise<Date | null> {
  await setDueRow(tx, due)
  return nextDue((await listClocks(tx, due.recordId)).filter(isGoing))
}

const isGoing = ({ stoppedAt, pausedAt }: Clock): boolean => stoppedAt === null && pausedAt === null

/**
 * None where no rule is in force that day. Where there is one but its value is unknown, the clock
 * is due at once: an officer sets the day and says why.
 */
function newClock({ kind, ruleKey, at, startsAt = at, law }: Start): NewClock | null {
  if (!findRule(law.book, ruleKey)) return null
  const rule = clockRule(law.book, ruleKey)
  const base = { kind, ruleKey, startedAt: startsAt, rulesApplied: rule?.applied ?? [] }
  return rule
    ? { ...base, ...dueAt(startsAt, rule, law.calendar) }
    : { ...base, dueAt: at, uncertain: true }
}

/**
 * Counts every running clock of a record again, after a transfer or a new holiday: with the calendar
 * of today, and by the rules of the day on which each began.
 */
export async function recomputeClocks(
  tx: Tx,
  recordId: string,
  law: Pick<LegalTime, 'calendar'>,
): Promise<Date | null> {
  const running = (await listClocks(tx, recordId)).filter((clock) => clock.stoppedAt === null)
  const moved: Clock[] = []
  for (const clock of running) {
    const due = (clock.setBy === null && (await dueAgain(tx, clock, law.calendar))) || clock
    await moveDueDate(tx, clock, due)
    moved.push({ ...clock, ...due })
  }
  return nextDue(moved.filter(isGoing))
}

/** Stops one clock, met or missed; nothing happens when it does not run. */
export async function stopClock(
  tx: Tx,
  { recordId, kind, at }: { recordId: string; kind: string; at: Date },
): Promise<Date | null> {
  const running = (await listClocks(tx, recordId)).filter((clock) => clock.stoppedAt === null)
  const stopped = running.filter((clock) => clock.kind === kind)
  for (const clock of stopped) await stopClockRow(tx, clock, { at, outcome: outcomeAt(clock, at) })
  return nextDue(running.filter((clock) => clock.kind !== kind && isGoing(clock)))
}
