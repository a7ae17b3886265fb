import type { Day } from '../../../kernel/days.ts'
import { type Currency, type Money, parseMoney } from '../../../kernel/money.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { Answer } from './outcome.ts'

/** How the sums of many persons are entered. */
export const termModes = ['same', 'column', 'pasted'] as const
export type TermMode = (typeof termModes)[number]

/** What is entered about one person: an answer, and a sum where she is to have one. */
export type PersonTerm = {
  readonly personId: string
  readonly answer: Answer
  readonly money: Money | null
  readonly dueOn: Day
}

/** One of the persons of the case as the form lists them, by her place in it. */
export type ListedPerson = { readonly id: string; readonly position: number }

export type TermsInput = {
  readonly mode: TermMode
  readonly currency: Currency
  readonly dueOn: Day
  /** The same sum for all. */
  readonly sum: string | null
  /** By person, as typed into the column; empty where she has none. */
  readonly column: ReadonlyMap<string, string>
  /** A line a person: her number in the case, a tab, comma or space, and the sum. */
  readonly pasted: string | null
  /** What each said; and, of a settlement, what all the others said: nothing is taken for granted. */
  readonly answers: ReadonlyMap<string, Answer>
  readonly others?: Answer | null
  /** Only these; all of them where none is chosen. */
  readonly chosen: readonly string[]
}

export type TermsFault = {
  readonly code:
    | 'sum-missing'
    | 'sum-wrong'
    | 'line-not-understood'
    | 'no-such-person'
    | 'person-twice'
    | 'nobody-chosen'
    | 'answer-missing'
  /** The line of the paste, or the person's number in the case. */
  readonly at: number | null
}

/** The terms of each person, in the order of the case; or the first thing that is wrong. */
export function readTerms(
  persons: readonly ListedPerson[],
  input: TermsInput,
): Result<PersonTerm[], TermsFault> {
  const { chosen } = input
  const meant = chosen.length === 0 ? persons : persons.filter(({ id }) => chosen.includes(id))
  if (meant.length === 0) return refuse({ code: 'nobody-chosen', at: null })
  const read = input.mode === 'pasted' ? readPasted(meant, input) : readTyped(meant, input)
  return read.ok ? withAnswers(read.value, persons, input) : read
}

/** Of a settlement each has to have said something; a decision is made without asking. */
function withAnswers(
  terms: PersonTerm[],
  persons: readonly ListedPerson[],
  { answers, others }: TermsInput,
): Result<PersonTerm[], TermsFault> {
  if (others !== null) return ok(terms)
  const silent = terms.find(({ personId }) => !answers.has(personId))
  if (!silent) return ok(terms)
  const person = persons.find(({ id }) => id === silent.personId)
  return refuse({ code: 'answer-missing', at: person?.position ?? null })
}

/** The same for all, or as it stands beside each. */
function readTyped(
  persons: readonly ListedPerson[],
  input: TermsInput,
): Result<PersonTerm[], TermsFault> {
  const isSame = input.mode === 'same'
  const terms: PersonTerm[] = []
  for (const person of persons) {
    const text = ((isSame ? input.sum : input.column.get(person.id)) ?? '').trim()
    if (isSame && text === '') return refuse({ code: 'sum-missing', at: null })
    const money = text === '' ? ok(null) : parseMoney(text, input.currency)
    if (!money.ok) return refuse({ code: 'sum-wrong', at: person.position })
    terms.push(termOf(person, input, money.value))
  }
  return ok(terms)
}

const termOf = (person: ListedPerson, input: TermsInput, money: Money | null): PersonTerm => ({
  personId: person.id,
  answer: input.answers.get(person.id) ?? input.others ?? 'accepted',
  money: money !== null && money.minor > 0n ? money : null,
  dueOn: input.dueOn,
})

/** A column out of a spreadsheet: only those in it are part of the outcome. */
function readPasted(
  persons: readonly ListedPerson[],
  input: TermsInput,
): Result<PersonTerm[], TermsFault> {
  const byPosition = new Map(persons.map((person) => [person.position, person]))
  const terms = new Map<string, PersonTerm>()
  const lines = (input.pasted ?? '').split('\n').map((text, index) => ({ text, at: index + 1 }))
  for (const { text, at } of lines.filter((line) => line.text.trim() !== '')) {
    const read = readLine(text, byPosition, input)
    if (typeof read === 'string') return refuse({ code: read, at })
    if (terms.has(read.personId)) return refuse({ code: 'person-twice', at })
    terms.set(read.personId, read)
  }
  if (terms.size === 0) return refuse({ code: 'sum-missing', at: null })
  return ok(persons.flatMap(({ id }) => terms.get(id) ?? []))
}

function readLine(
  text: string,
  byPosition: ReadonlyMap<number, ListedPerson>,
  input: TermsInput,
): PersonTerm | TermsFault['code'] {
  const match = /^\s*(\d{1,5})\s*[\t,;: ]\s*(.+)$/.exec(text)
  if (!match) return 'line-not-understood'
  const person = byPosition.get(Number(match[1]))
  if (!person) return 'no-such-person'
  const money = parseMoney(match[2] ?? '', input.currency)
  return money.ok ? termOf(person, input, money.value) : 'sum-wrong'
}

/** By currency, what all of them together get. */
export function totalOf(terms: readonly PersonTerm[]): Money[] {
  const sums = new Map<Currency, bigint>()
  for (const { money } of terms)
    if (money) sums.set(money.currency, (sums.get(money.currency) ?? 0n) + money.minor)
  return [...sums].map(([currency, minor]) => ({ currency, minor }))
}
