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
    | 'same-wrong'
    | 'line-not-understood'
    | 'no-such-person'
    | 'person-twice'
    | 'nobody-chosen'
    | 'answer-missing'
  /** The line of the paste, or the person's number in the case. */
  readonly at: number | null
  /** Beside whom it stands; null where it is the sum of all, or a line. */
  readonly personId?: string
}

/** The terms of each person, in the order of the case; or everything that is wrong. */
export function readTerms(
  persons: readonly ListedPerson[],
  input: TermsInput,
): Result<PersonTerm[], readonly TermsFault[]> {
  const { chosen } = input
  const meant = chosen.length === 0 ? persons : persons.filter(({ id }) => chosen.includes(id))
  if (meant.length === 0) return refuse([{ code: 'nobody-chosen', at: null }])
  const read = readSums(meant, input)
  return read.ok ? withAnswers(read.value, persons, input) : read
}

const readSums = (
  persons: readonly ListedPerson[],
  input: TermsInput,
): Result<PersonTerm[], readonly TermsFault[]> => {
  if (input.mode === 'pasted') return readPasted(persons, input)
  return input.mode === 'same' ? readSame(persons, input) : readColumn(persons, input)
}

/** Of a settlement each has to have said something; a decision is made without asking. */
function withAnswers(
  terms: PersonTerm[],
  persons: readonly ListedPerson[],
  { answers, others }: TermsInput,
): Result<PersonTerm[], readonly TermsFault[]> {
  if (others !== null) return ok(terms)
  const silent = new Set(
    terms.filter(({ personId }) => !answers.has(personId)).map(({ personId }) => personId),
  )
  if (silent.size === 0) return ok(terms)
  return refuse(
    persons
      .filter(({ id }) => silent.has(id))
      .map(({ id, position }) => ({ code: 'answer-missing', at: position, personId: id })),
  )
}

function readSame(
  persons: readonly ListedPerson[],
  input: TermsInput,
): Result<PersonTerm[], readonly TermsFault[]> {
  const text = (input.sum ?? '').trim()
  if (text === '') return refuse([{ code: 'sum-missing', at: null }])
  const money = parseMoney(text, input.currency)
  if (!money.ok) return refuse([{ code: 'same-wrong', at: null }])
  return ok(persons.map((person) => termOf(person, input, money.value)))
}

/** As it stands beside each. */
function readColumn(
  persons: readonly ListedPerson[],
  input: TermsInput,
): Result<PersonTerm[], readonly TermsFault[]> {
  const faults: TermsFault[] = []
  const terms = persons.flatMap((person) => {
    const text = (input.column.get(person.id) ?? '').trim()
    const money = text === '' ? ok(null) : parseMoney(text, input.currency)
    if (money.ok) return [termOf(person, input, money.value)]
    faults.push({ code: 'sum-wrong', at: person.position, personId: person.id })
    return []
  })
  return faults.length > 0 ? refuse(faults) : ok(terms)
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
): Result<PersonTerm[], readonly TermsFault[]> {
  const byPosition = new Map(persons.map((person) => [person.position, person]))
  const terms = new Map<string, PersonTerm>()
  const faults: TermsFault[] = []
  const lines = (input.pasted ?? '').split('\n').map((text, index) => ({ text, at: index + 1 }))
  for (const { text, at } of lines.filter((line) => line.text.trim() !== '')) {
    const read = readLine(text, byPosition, input)
    if (typeof read === 'string') faults.push({ code: read, at })
    else if (terms.has(read.personId)) faults.push({ code: 'person-twice', at })
    else terms.set(read.personId, read)
  }
  if (faults.length > 0) return refuse(faults)
  if (terms.size === 0) return refuse([{ code: 'sum-missing', at: null }])
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
