import { type Day, isDay } from '../../../kernel/days.ts'
import { type Currency, currencies, type MoneyRefusal, parseMoney } from '../../../kernel/money.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { Party } from '../../ledger/index.ts'
import type {
  Answer,
  AnswerWay,
  NewMoneyTerm,
  NewOutcome,
  NewTerm,
  PersonAnswer,
  Plan,
  RemedyKind,
  Share,
} from './outcome.ts'
import type { EntryRow, SheetColumn } from './outcome-sheet.ts'
import { plannedSums } from './plan.ts'

/** What holds for every row that says nothing else. */
export type CommonTerms = {
  readonly madeOn: Day
  readonly answer: Answer | null
  readonly how: AnswerWay | null
  readonly debtor: Party
  readonly payer: Party | null
  readonly currency: Currency
  readonly dueOn: Day | null
  readonly plan: Plan
  readonly collector: string | null
  readonly remedyDueOn: Day | null
  readonly remedyWords: string | null
}
type Words = {
  readonly answers: ReadonlyMap<string, Answer>
  readonly remedies: ReadonlyMap<string, RemedyKind>
}
type Person = { readonly id: string; readonly position: number }

const rowFaults = [
  'no-such-person',
  'answer-missing',
  'answer-unknown',
  'answer-differs',
  'currency-unknown',
  'day-wrong',
  'day-missing',
  'heirs-wrong',
  'remedy-unknown',
  'remedy-day-missing',
  'plan-and-parts-by-hand',
  'zero',
] as const
export type RowFaultCode = OwnFault | MoneyRefusal
type OwnFault = (typeof rowFaults)[number]
export const isOwnFault = (code: RowFaultCode): code is OwnFault =>
  rowFaults.some((one) => one === code)
/** What is wrong, of whom and in which column: all of it at once, so that it is mended at once. */
export type RowFault = {
  readonly row: EntryRow
  readonly column: SheetColumn
  readonly code: RowFaultCode
}

export type Around = {
  readonly persons: readonly Person[]
  readonly common: CommonTerms
  readonly words: Words
}
type Read = Pick<NewOutcome, 'persons' | 'terms'>

/** Answers and terms of hundreds of rows; or every fault that stands in them. */
export function readRows(rows: readonly EntryRow[], around: Around): Result<Read, RowFault[]> {
  const byPosition = new Map(around.persons.map((person) => [person.position, person]))
  const faults: RowFault[] = []
  const meant = rows.filter(saysSomething).flatMap((row) => {
    const person = /^\d{1,5}$/.test(row.number) ? byPosition.get(Number(row.number)) : undefined
    if (!person) faults.push({ row, column: 'number', code: 'no-such-person' })
    return person ? [{ row, person }] : []
  })
  const ofPerson = Map.groupBy(meant, ({ person }) => person)
  const persons: PersonAnswer[] = []
  const terms: NewTerm[] = []
  for (const [person, of] of ofPerson) {
    const own = of.map(({ row }) => row)
    const [row] = own
    if (!row) continue
    const answer = answerOf(row, own, around)
    if (typeof answer === 'object') faults.push(answer)
    else persons.push(personAnswer(person.id, answer, around.common))
    for (const each of own) {
      const read = termsOf(each, { person, several: countSums(own) > 1, around })
      if (read.ok) terms.push(...read.value)
      else faults.push(...read.refusal)
    }
  }
  return faults.length > 0 ? refuse(faults) : ok({ persons, terms })
}

/** A line with a number and a name only is a line of somebody whom it does not concern. */
const saysSomething = ({ cells }: EntryRow): boolean =>
  (['answer', 'sum', 'remedy'] as const).some((column) => textIn(cells[column]) !== '')

const textIn = (cell: string | undefined): string => cell?.trim() ?? ''
const countSums = (rows: readonly EntryRow[]): number =>
  rows.filter(({ cells }) => textIn(cells.sum) !== '').length

function answerOf(
  row: EntryRow,
  rows: readonly EntryRow[],
  { common, words }: Around,
): Answer | RowFault {
  const said = rows.filter(({ cells }) => textIn(cells.answer) !== '')
  const [first] = said
  if (!first) return common.answer ?? { row, column: 'answer', code: 'answer-missing' }
  const answer = words.answers.get(textIn(first.cells.answer).toLowerCase())
  if (!answer) return { row: first, column: 'answer', code: 'answer-unknown' }
  const other = said.find(
    ({ cells }) => words.answers.get(textIn(cells.answer).toLowerCase()) !== answer,
  )
  return other ? { row: other, column: 'answer', code: 'answer-differs' } : answer
}

const personAnswer = (
  personId: string,
  answer: Answer,
  { how, madeOn }: CommonTerms,
): PersonAnswer =>
  answer === 'not-reached'
    ? { personId, answer, how: null, on: null }
    : { personId, answer, how, on: how === null ? null : madeOn }

type Within = { readonly person: Person; readonly several: boolean; readonly around: Around }

function termsOf(row: EntryRow, within: Within): Result<NewTerm[], RowFault[]> {
  const money = textIn(row.cells.sum) === '' ? ok([]) : moneyOf(row, within)
  const remedy = textIn(row.cells.remedy) === '' ? ok([]) : remedyOf(row, within)
  const faults = [...(money.ok ? [] : money.refusal), ...(remedy.ok ? [] : remedy.refusal)]
  if (!money.ok || !remedy.ok) return refuse(faults)
  return ok([...money.value, ...remedy.value])
}

function moneyOf(
  row: EntryRow,
  { person, several, around }: Within,
): Result<NewTerm[], RowFault[]> {
  const { common } = around
  const { cells } = row
  const wrong = (column: SheetColumn, code: RowFaultCode) => refuse([{ row, column, code }])
  const currency = currencyIn(textIn(cells.currency), common.currency)
  if (!currency) return wrong('currency', 'currency-unknown')
  const money = parseMoney(textIn(cells.sum), currency)
  if (!money.ok) return wrong('sum', money.refusal)
  if (money.value.minor === 0n) return wrong('sum', 'zero')
  const typed = textIn(cells.day)
  const dueOn = typed === '' ? common.dueOn : dayIn(typed)
  if (dueOn === null) return wrong('day', typed === '' ? 'day-missing' : 'day-wrong')
  const shares = sharesIn(textIn(cells.heirs), around.persons)
  if (!shares) return wrong('heirs', 'heirs-wrong')
  if (several && common.plan.kind !== 'once') return wrong('sum', 'plan-and-parts-by-hand')
  const collector = textIn(cells.collector) || common.collector
  const term: NewMoneyTerm = {
    ...{ kind: 'money', personId: person.id, debtor: common.debtor, payer: common.payer },
    ...{ money: money.value, dueOn, plan: common.plan, shares, collector },
  }
  return ok([term])
}

const currencyIn = (text: string, common: Currency): Currency | undefined =>
  text === '' ? common : currencies.find((one) => one === text.toUpperCase())

/** A day as a sheet has it: 2026-12-01, or 1/12/2026 with the day first. */
function dayIn(text: string): Day | null {
  const [, date = '', month = '', year = ''] =
    /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? []
  const iso = year === '' ? text : `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  return isDay(iso) ? (iso as Day) : null
}

/** "4:1 5:2": persons of the case by their number, each with parts; without parts, one. */
function sharesIn(text: string, persons: readonly Person[]): readonly Share[] | null {
  if (text === '') return []
  const shares = text.split(/[\s,+]+/).map((one): Share | null => {
    const [, number, parts = '1'] = /^(\d{1,5})(?::(\d{1,4}))?$/.exec(one) ?? []
    const heir = persons.find(({ position }) => position === Number(number))
    return heir ? { personId: heir.id, parts: Number(parts) } : null
  })
  return shares.every((share) => share !== null) ? shares : null
}

function remedyOf(row: EntryRow, { person, around }: Within): Result<NewTerm[], RowFault[]> {
  const { common, words } = around
  const remedy = words.remedies.get(textIn(row.cells.remedy).toLowerCase())
  if (!remedy) return refuse([{ row, column: 'remedy', code: 'remedy-unknown' }])
  const dueOn = common.remedyDueOn
  if (dueOn === null) return refuse([{ row, column: 'remedy', code: 'remedy-day-missing' }])
  const { debtor, remedyWords } = common
  return ok([{ kind: 'remedy', personId: person.id, remedy, debtor, dueOn, words: remedyWords }])
}

/** What an outcome comes to, to be read once more before it is recorded. */
export type Summed = {
  readonly totals: readonly { readonly currency: Currency; readonly minor: bigint }[]
  readonly answers: Readonly<Record<Answer, number>>
  readonly dues: number
  readonly firstOn: Day | null
  readonly lastOn: Day | null
  readonly remedies: number
}

export function sumUp({ persons, terms }: Read): Summed {
  const money = terms.filter((term): term is NewMoneyTerm => term.kind === 'money')
  const sums = money.flatMap((term) =>
    plannedSums({ ...term, minor: term.money.minor }).map((sum) => ({
      ...sum,
      currency: term.money.currency,
    })),
  )
  const totals = [...Map.groupBy(sums, ({ currency }) => currency)].map(([currency, all]) => ({
    ...{ currency, minor: all.reduce((before, { minor }) => before + minor, 0n) },
  }))
  const days = sums.map(({ dueOn }) => dueOn).sort()
  const count = (answer: Answer) => persons.filter((one) => one.answer === answer).length
  return {
    ...{ totals, dues: sums.length, firstOn: days[0] ?? null, lastOn: days.at(-1) ?? null },
    answers: {
      ...{ accepted: count('accepted'), refused: count('refused') },
      'not-reached': count('not-reached'),
    },
    remedies: terms.length - money.length,
  }
}
