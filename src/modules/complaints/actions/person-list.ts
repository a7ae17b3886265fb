import { type Currency, currencies, parseMoney } from '../../../kernel/money.ts'
import { cleanLine, latinDigits, nameKey } from '../../../platform/text/index.ts'
import {
  type LineDoubt,
  type LineProblem,
  type ListColumn,
  listColumns,
  type ReadLine,
  type ReadList,
} from '../rules/listed-person.ts'
import { mostPersonsAtOnce } from '../rules/new-person.ts'
import type { Sex, Situation } from '../rules/person.ts'

const heads: Readonly<Record<ListColumn, readonly string[]>> = {
  name: ['name', 'worker', 'ឈ្មោះ', 'ឈ្មោះពលករ', 'គោត្តនាម និងនាម'],
  phone: ['phone', 'telephone', 'contact', 'ទូរស័ព្ទ', 'លេខទូរស័ព្ទ', 'លេខទូរសព្ទ'],
  sum: ['sum', 'amount', 'sought', 'claim', 'ចំនួន', 'ចំនួនប្រាក់', 'ប្រាក់ដែលទាមទារ'],
  currency: ['currency', 'រូបិយប័ណ្ណ'],
  sex: ['sex', 'gender', 'ភេទ'],
  minor: ['minor', 'under age', 'អនីតិជន'],
  situation: ['situation', 'where', 'ស្ថានភាព', 'នៅឯណា'],
}

const sexWords: Readonly<Record<Sex, readonly string[]>> = {
  female: ['female', 'f', 'woman', 'ស្រី', 'ស'],
  male: ['male', 'm', 'man', 'ប្រុស', 'ប'],
  other: ['other', 'ផ្សេង'],
}
const situationWords: Readonly<Record<Situation, readonly string[]>> = {
  'at-home': ['at-home', 'home', 'at home', 'នៅផ្ទះ', 'នៅស្រុក', 'នៅកម្ពុជា'],
  abroad: ['abroad', 'នៅបរទេស', 'បរទេស', 'នៅក្រៅប្រទេស'],
  missing: ['missing', 'បាត់ខ្លួន', 'បាត់'],
  detained: ['detained', 'ជាប់ឃុំ', 'ត្រូវឃុំ'],
  dead: ['dead', 'ស្លាប់', 'ទទួលមរណភាព'],
  unknown: ['unknown', 'មិនដឹង'],
}
const minorWords = {
  yes: ['yes', 'y', 'minor', 'បាទ', 'ចាស', 'អនីតិជន'],
  no: ['no', 'n', 'adult', 'ទេ'],
} as const

/** The tab of a spreadsheet, else a semicolon or a comma; a line without any is a name. */
const splitLine = (line: string, tabs: boolean): string[] =>
  (tabs ? line.split('\t') : line.includes(';') ? line.split(';') : line.split(',')).map((cell) =>
    cleanLine(cell),
  )

export type ListDefaults = { readonly currency: Currency; readonly situation: Situation }

/** Reads a list that was typed or pasted; `known` are the names of those who are in the case. */
export function readPersonList(
  text: string,
  defaults: ListDefaults,
  known: ReadonlySet<string>,
): ReadList {
  const tabs = text.includes('\t')
  const typed = text
    .split(/\r?\n/)
    .map((line, index) => ({ line: index + 1, cells: splitLine(line, tabs) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''))
  const columns = columnsOf(typed[0]?.cells ?? [])
  const rows = (columns ? typed.slice(1) : typed).slice(0, mostPersonsAtOnce + 1)
  const seen = new Set<string>()
  const lines = rows.map(({ line, cells }) => {
    const read = readLine(named(cells, columns ?? listColumns), defaults)
    const key = read.person === null ? null : nameKey(read.person.name)
    const doubts: LineDoubt[] = []
    if (key !== null && seen.has(key)) doubts.push('twice-in-list')
    if (key !== null && known.has(key)) doubts.push('in-case-already')
    if (key !== null) seen.add(key)
    return { line, ...read, doubts }
  })
  return {
    lines,
    persons: lines.flatMap(({ person, problems }) =>
      person && problems.length === 0 ? [person] : [],
    ),
    faulty: lines.filter(({ problems }) => problems.length > 0).length,
    tooMany: rows.length > mostPersonsAtOnce,
  }
}

/** Null where the first line is no head: then it is a person. */
function columnsOf(cells: readonly string[]): readonly (ListColumn | null)[] | null {
  const found = cells.map(
    (cell) =>
      listColumns.find((column) => heads[column].some((head) => isSame(head, cell))) ?? null,
  )
  return found.includes('name') ? found : null
}

const isSame = (a: string, b: string): boolean => nameKey(a) === nameKey(b)

const named = (
  cells: readonly string[],
  columns: readonly (ListColumn | null)[],
): ReadLine['cells'] =>
  Object.fromEntries(
    columns.flatMap((column, place) => (column && cells[place] ? [[column, cells[place]]] : [])),
  )

type Wrong = (column: ListColumn, key: string) => void

function readLine(
  cells: ReadLine['cells'],
  defaults: ListDefaults,
): Pick<ReadLine, 'cells' | 'person' | 'problems'> {
  const problems: LineProblem[] = []
  const wrong: Wrong = (column, key) => void problems.push({ column, key })
  const name = readName(cells, wrong)
  const claim = readClaim(cells, defaults, wrong)
  const sex = readCode(sexWords, cells, { column: 'sex', wrong })
  const minor = readCode(minorWords, cells, { column: 'minor', wrong })
  const situation = readCode(situationWords, cells, { column: 'situation', wrong })
  if ((cells.phone ?? '').length > 100) wrong('phone', 'cases.list.phone-too-long')
  const person = name !== null && {
    ...{ name, contact: cells.phone ?? null, sex, joins: 'not-asked' as const, claims: [claim] },
    minor: minor && minor === 'yes',
    situation: situation ?? defaults.situation,
  }
  return { cells, person: person || null, problems }
}

function readName({ name = '' }: ReadLine['cells'], wrong: Wrong): string | null {
  if (name === '') wrong('name', 'cases.list.name-missing')
  if (name.length > 120) wrong('name', 'cases.list.name-too-long')
  return name === '' ? null : name
}

/** What she seeks; open where no sum stands. */
function readClaim(cells: ReadLine['cells'], defaults: ListDefaults, wrong: Wrong) {
  const currency = currencyIn(cells.currency, defaults.currency)
  if (currency === null) wrong('currency', 'cases.list.currency-unknown')
  const claim = { kind: 'sought' as const, currency, minor: null }
  if (cells.sum === undefined) return claim
  const sum = parseMoney(latinDigits(cells.sum), currency ?? defaults.currency)
  if (sum.ok) return { ...claim, minor: sum.value.minor }
  wrong('sum', `form.money.${sum.refusal}`)
  return claim
}

/** Null where it is none of those that are known. */
const currencyIn = (typed: string | undefined, otherwise: Currency): Currency | null =>
  typed === undefined
    ? otherwise
    : (currencies.find((code) => code === typed.toUpperCase()) ?? null)

/** Null where nothing was typed, or a word that means none of them. */
function readCode<T extends string>(
  words: Readonly<Record<T, readonly string[]>>,
  cells: ReadLine['cells'],
  { column, wrong }: { readonly column: 'sex' | 'minor' | 'situation'; readonly wrong: Wrong },
): T | null {
  const typed = cells[column]
  if (typed === undefined) return null
  const found = (Object.keys(words) as T[]).find((code) =>
    words[code].some((word) => isSame(word, typed)),
  )
  if (found === undefined) wrong(column, `cases.list.${column}-unknown`)
  return found ?? null
}

/** A table of a file as the text of the field, so that it can be mended by hand. */
export const listText = (rows: readonly (readonly string[])[]): string =>
  rows.map((cells) => cells.map((cell) => cleanLine(cell)).join('\t')).join('\n')
