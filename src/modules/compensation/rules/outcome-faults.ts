import { addDays, type Day } from '../../../kernel/days.ts'
import type { NewMoneyTerm, NewOutcome, NewTerm, Plan } from './outcome.ts'
import { plannedSums } from './plan.ts'
import { waivesCriminalComplaint } from './waiver.ts'

export type OutcomeFault =
  | 'nobody-named'
  | 'person-twice'
  | 'person-not-of-case'
  | 'person-left'
  | 'answer-without-day'
  | 'answer-in-the-future'
  | 'nobody-accepted'
  | 'no-terms'
  | 'term-without-person'
  | 'not-a-sum'
  | 'part-too-small'
  | 'too-many-parts'
  | 'until-missing'
  | 'shares-unclear'
  | 'made-in-the-future'
  | 'due-before-made'
  | 'due-too-far'
  | 'basis-missing'
  | 'waives-criminal-complaint'

type Person = { readonly id: string; readonly leftAt: Date | null }
type Around = { readonly persons: readonly Person[]; readonly today: Day }

/** What is wrong with an outcome as it was entered; null where nothing is. */
export const outcomeFault = (outcome: NewOutcome, around: Around): OutcomeFault | null =>
  faultOfPaper(outcome, around) ??
  faultOfPersons(outcome, around) ??
  first(outcome.terms, (term) => faultOfTerm(term, outcome, around))

function faultOfPaper(
  { basis, madeOn, terms }: NewOutcome,
  { today }: Around,
): OutcomeFault | null {
  if (basis.trim() === '') return 'basis-missing'
  if (madeOn > today) return 'made-in-the-future'
  if (terms.length === 0) return 'no-terms'
  return [basis, ...terms.flatMap(wordsOf)].some(waivesCriminalComplaint)
    ? 'waives-criminal-complaint'
    : null
}

const wordsOf = (term: NewTerm): string[] =>
  term.kind === 'remedy'
    ? [term.words ?? '']
    : [term.plan.kind === 'until' ? term.plan.until : '', term.collector ?? '']

function faultOfPersons(
  { kind, persons: named, terms }: NewOutcome,
  { persons, today }: Around,
): OutcomeFault | null {
  if (named.length === 0) return 'nobody-named'
  const ids = new Set(named.map(({ personId }) => personId))
  if (ids.size !== named.length) return 'person-twice'
  const ofCase = new Map(persons.map((person) => [person.id, person]))
  if (terms.some(({ personId }) => !ids.has(personId))) return 'term-without-person'
  const someone = first(named, ({ personId, answer, on, how }): OutcomeFault | null => {
    const person = ofCase.get(personId)
    if (!person) return 'person-not-of-case'
    if (person.leftAt !== null) return 'person-left'
    if ((answer === 'not-reached') !== (on === null || how === null)) return 'answer-without-day'
    return on !== null && on > today ? 'answer-in-the-future' : null
  })
  if (someone) return someone
  return kind === 'settlement' && !named.some(({ answer }) => answer === 'accepted')
    ? 'nobody-accepted'
    : null
}

function faultOfTerm(
  term: NewTerm,
  { kind, madeOn }: NewOutcome,
  around: Around,
): OutcomeFault | null {
  if (kind !== 'paid-already' && kind !== 'award-elsewhere' && term.dueOn < madeOn)
    return 'due-before-made'
  if (kind === 'paid-already' && term.dueOn > around.today) return 'made-in-the-future'
  if (term.dueOn > addDays(madeOn, mostDaysAhead)) return 'due-too-far'
  return term.kind === 'money' ? faultOfMoney(term, around) : null
}

/** Ten years: a day beyond it is a slip of the pen. */
const mostDaysAhead = 3_653
/** As the ledger takes them. */
const largest = 1_000_000_000_000n

function faultOfMoney(
  { personId, money, dueOn, plan, shares }: NewMoneyTerm,
  { persons }: Around,
): OutcomeFault | null {
  const { minor } = money
  if (minor <= 0n || minor > largest) return 'not-a-sum'
  const planFault = faultOfPlan(plan)
  if (planFault) return planFault
  if (!areClear(shares, persons)) return 'shares-unclear'
  const sums = plannedSums({ personId, minor, dueOn, plan, shares })
  const wanted = (plan.kind === 'parts' ? plan.parts : 1) * Math.max(shares.length, 1)
  return sums.length < wanted ? 'part-too-small' : null
}

function faultOfPlan(plan: Plan): OutcomeFault | null {
  if (plan.kind === 'once') return null
  if (!isWhole(plan.everyMonths, 1, 12)) return 'too-many-parts'
  if (plan.kind === 'until') return plan.until.trim() === '' ? 'until-missing' : null
  return isWhole(plan.parts, 2, 120) ? null : 'too-many-parts'
}

/** Each heir is a person of the case, once, with a whole number of parts. */
const areClear = (shares: NewMoneyTerm['shares'], persons: readonly Person[]): boolean =>
  new Set(shares.map(({ personId }) => personId)).size === shares.length &&
  shares.every(
    ({ personId, parts }) =>
      isWhole(parts, 1, 1000) && persons.some(({ id, leftAt }) => id === personId && !leftAt),
  )

const isWhole = (value: number, least: number, most: number): boolean =>
  Number.isInteger(value) && value >= least && value <= most

function first<T>(all: readonly T[], fault: (one: T) => OutcomeFault | null): OutcomeFault | null {
  for (const one of all) {
    const found = fault(one)
    if (found) return found
  }
  return null
}
