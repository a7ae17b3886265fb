import { addDays, type Day, daysBetween } from '../../../../kernel/days.ts'
import type { Rule } from '../../../law/index.ts'
import { type Basis, basisOf, numberOf } from './finding.ts'
import type { LawOfDays } from './law-of-days.ts'

/** What a claim is about, as far as a time for filing it somewhere depends on it. */
export const barTopics = ['wages', 'injury', 'death', 'other'] as const
export type BarTopic = (typeof barTopics)[number]

/** What a claim says that a time bar depends on. */
export type BarFacts = {
  readonly country: string | null
  readonly topics: readonly BarTopic[]
  /** The day, or the first day of the month, from which the time is counted. */
  readonly happenedOn: Day | null
  /** False: only the month is known, and its first day is taken, so that nobody comes too late. */
  readonly isExact: boolean
  readonly conciliationFailedOn: Day | null
  /** Filed there already, by the bar's id. */
  readonly filedOn: Readonly<Partial<Record<BarId, Day>>>
}

export const barIds = [
  'TH.fund',
  'TH.wages',
  'MY.scheme',
  'MY.wages',
  'KH.complaint',
  'KH.wages',
  'KH.court',
] as const
export type BarId = (typeof barIds)[number]

type BarKind = {
  readonly id: BarId
  readonly rule: string
  /** The country of work to which it belongs; null for the country of origin. */
  readonly country: string | null
  /** Null: whatever the claim is about. */
  readonly topics: readonly BarTopic[] | null
  readonly from: 'event' | 'failed-conciliation'
}

const kinds: readonly BarKind[] = [
  {
    id: 'TH.fund',
    rule: 'TH.wcf_claim_days',
    country: 'TH',
    topics: ['injury', 'death'],
    from: 'event',
  },
  { id: 'TH.wages', rule: 'TH.wage_claim_years', country: 'TH', topics: ['wages'], from: 'event' },
  {
    id: 'MY.scheme',
    rule: 'MY.socso_claim_days',
    country: 'MY',
    topics: ['injury', 'death'],
    from: 'event',
  },
  { id: 'MY.wages', rule: 'MY.wage_claim_years', country: 'MY', topics: ['wages'], from: 'event' },
  {
    id: 'KH.complaint',
    rule: 'complaint.limitation_days',
    country: null,
    topics: null,
    from: 'event',
  },
  {
    id: 'KH.wages',
    rule: 'court.wage_claim_years',
    country: null,
    topics: ['wages'],
    from: 'event',
  },
  {
    id: 'KH.court',
    rule: 'court.after_conciliation_months',
    country: null,
    topics: null,
    from: 'failed-conciliation',
  },
]

export const barStates = ['over', 'soon', 'running', 'unknown', 'not-started', 'filed'] as const
export type TimeBar = {
  readonly id: BarId
  readonly basis: Basis
  readonly state: (typeof barStates)[number]
  readonly startsOn: Day | null
  readonly isExact: boolean
  /** The last day on which it can be filed; null where it is not known or has not begun. */
  readonly until: Day | null
  readonly daysLeft: number | null
  readonly filedOn: Day | null
}

/** Where a claim has to be filed in time, what runs out first before all else. */
export function timeBarsFor(
  facts: BarFacts,
  { today, law }: { readonly today: Day; readonly law: LawOfDays },
): readonly TimeBar[] {
  return kinds
    .filter((kind) => concerns(kind, facts))
    .map((kind) => barOf(kind, facts, { today, law }))
    .sort(byUrgency)
}

const concerns = ({ country, topics }: BarKind, facts: BarFacts): boolean =>
  (country === null || country === facts.country) &&
  (topics === null || topics.some((topic) => facts.topics.includes(topic)))

function barOf(kind: BarKind, facts: BarFacts, at: { today: Day; law: LawOfDays }): TimeBar {
  const { today, law } = at
  const fromEvent = kind.from === 'event'
  const startsOn = fromEvent ? facts.happenedOn : facts.conciliationFailedOn
  const basis = basisOf(law.on(startsOn ?? today), kind.rule)
  const until = startsOn && lastDay(startsOn, basis)
  const filedOn = facts.filedOn[kind.id] ?? null
  const daysLeft = until === null ? null : daysBetween(today, until)
  const state = stateOf({ filedOn, startsOn, daysLeft, fromEvent, soon: earliestAlarm(law, today) })
  return {
    ...{ id: kind.id, basis, state, startsOn, until, daysLeft, filedOn },
    isExact: !fromEvent || facts.isExact,
  }
}

function stateOf(known: {
  readonly filedOn: Day | null
  readonly startsOn: Day | null
  readonly daysLeft: number | null
  readonly fromEvent: boolean
  readonly soon: number
}): TimeBar['state'] {
  if (known.filedOn !== null) return 'filed'
  if (known.startsOn === null) return known.fromEvent ? 'unknown' : 'not-started'
  if (known.daysLeft === null) return 'unknown'
  if (known.daysLeft < 0) return 'over'
  return known.daysLeft <= known.soon ? 'soon' : 'running'
}

/** The last day of a term that begins on a day: the day after it is its first. */
function lastDay(start: Day, basis: Basis): Day | null {
  const value = numberOf(basis)
  if (value === null || basis.kind !== 'rule') return null
  const { unit } = basis.rule
  if (unit === 'years') return addMonths(start, value * 12)
  if (unit === 'months') return addMonths(start, value)
  return addDays(start, value)
}

/** The same day of a later month, or its last where it is shorter. */
export function addMonths(day: Day, months: number): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const first = new Date(Date.UTC(year, month - 1 + months, 1))
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  first.setUTCDate(Math.min(date, last))
  return first.toISOString().slice(0, 10) as Day
}

/** How many days before the end the owner of a case is told, most first. */
export function alarmDays(law: LawOfDays, on: Day): readonly number[] {
  const basis = basisOf(law.on(on), 'timebar.alarm_days')
  const value: Rule['value'] = basis.kind === 'rule' ? basis.rule.value : null
  return Array.isArray(value) ? value.map(Number).sort((a, b) => b - a) : []
}

const earliestAlarm = (law: LawOfDays, on: Day): number => alarmDays(law, on)[0] ?? 0

/** The alarm that is due: the nearest of those that were passed; null while none was. */
export const alarmDue = (daysLeft: number, alarms: readonly number[]): number | null =>
  daysLeft < 0 ? null : (alarms.filter((days) => daysLeft <= days).at(-1) ?? null)

const order: readonly TimeBar['state'][] = [
  'soon',
  'running',
  'over',
  'unknown',
  'not-started',
  'filed',
]

const byUrgency = (a: TimeBar, b: TimeBar): number =>
  order.indexOf(a.state) - order.indexOf(b.state) ||
  (a.daysLeft ?? 0) - (b.daysLeft ?? 0) ||
  barIds.indexOf(a.id) - barIds.indexOf(b.id)
