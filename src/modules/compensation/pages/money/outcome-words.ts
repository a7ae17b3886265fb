import type { Money } from '../../../../kernel/money.ts'
import type { Message, Reader } from '../../../../kernel/reader.ts'
import type { FieldErrors } from '../../../../platform/http/form.ts'
import type { OutcomeGround } from '../../actions/read-for-outcome.ts'
import {
  type Answer,
  answers,
  type NewOutcome,
  type RemedyKind,
  remedyKinds,
} from '../../rules/outcome.ts'
import { isOwnFault, type RowFault, type Summed } from '../../rules/outcome-rows.ts'
import { type SheetColumn, type SheetFault, sheetColumns } from '../../rules/outcome-sheet.ts'

const columnName = ({ t }: Reader, column: SheetColumn): string => t(`outcomes.column.${column}`)

/** What a sheet may say: the words of the page, and the codes of the program. */
export function sheetWords(reader: Reader) {
  const { t } = reader
  const both = <T extends string>(codes: readonly T[], nameOf: (code: T) => string) =>
    new Map(codes.flatMap((code) => [code, nameOf(code).toLowerCase()].map((word) => [word, code])))
  return {
    columns: both(sheetColumns, (column) => columnName(reader, column)),
    answers: both<Answer>(answers, (answer) => t(`payments.answer.${answer}`)),
    remedies: both<RemedyKind>(remedyKinds, (kind) => t(`payments.remedy-kind.${kind}`)),
  }
}

/** The sheet of a case to be filled in: a line a person, with her number and name. */
export function emptySheet(reader: Reader, { persons, names }: Ground): string {
  const columns = sheetColumns.filter((column) => column !== 'currency')
  const head = columns.map((column) => columnName(reader, column))
  const lines = persons.map(({ id, position }) => [
    position,
    names.get(id) ?? '',
    ...blank(columns),
  ])
  return [head, ...lines].map((cells) => cells.join('\t')).join('\n')
}
const blank = (columns: readonly string[]): string[] => columns.slice(2).map(() => '')

type Ground = Pick<OutcomeGround, 'persons' | 'names'>

export const sheetFault = ({ code, line }: SheetFault): Message => ({
  ...{ key: `outcomes.sheet.${code}`, values: { line } },
})

const mostFaults = 50

/** Each fault by its field, with the person and the column in words. */
export function faultsOfRows(
  faults: readonly RowFault[],
  { persons, names, reader }: Ground & { readonly reader: Reader },
): FieldErrors {
  const { t } = reader
  const said = faults.slice(0, mostFaults).map(({ row, column, code }) => {
    const person = persons.find(({ position }) => String(position) === row.number)
    const values = {
      who: [row.number, person ? names.get(person.id) : null].filter(Boolean).join('. '),
      column: columnName(reader, column),
      what: t(isOwnFault(code) ? `outcomes.wrong.${code}` : `form.money.${code}`),
      line: row.line ?? 0,
    }
    const key = row.line === null ? 'outcomes.fault.row' : 'outcomes.fault.line'
    return [fieldOf(row, column, person?.id), { key, values }] as const
  })
  const more = faults.length - mostFaults
  const rest = more > 0 ? { more: { key: 'outcomes.fault.more', values: { count: more } } } : {}
  return { ...Object.fromEntries(said), ...rest }
}

const fieldOf = ({ line }: RowFault['row'], column: SheetColumn, id: string | undefined): string =>
  line === null ? `${column}-${id ?? ''}` : `line-${line}-${column}`

/** What somebody has seen of it: it is asked for again where it comes to something else. */
export const seenOf = ({
  totals,
  answers: said,
  dues,
  firstOn,
  lastOn,
  remedies,
}: Summed): string =>
  [
    ...totals.map(({ currency, minor }) => `${currency}${minor}`),
    ...[dues, firstOn, lastOn, remedies, said.accepted, said.refused, said['not-reached']],
  ].join(' ')

/** What comes of a form, and of whom: shown before it is recorded. */
export type ToRead = { readonly summed: Summed; readonly rows: readonly RowToRead[] }
export type RowToRead = {
  readonly who: string
  readonly answer: Answer
  readonly sums: readonly Money[]
}

/** With several persons, or several sums of one: a slip in a row is seen before it counts. */
export const isReadFirst = ({ persons }: Pick<Ground, 'persons'>, terms = 0): boolean =>
  persons.length > 1 || terms > 1

/** By name, in the order of the case. */
export const rowsToRead = (
  { persons: said, terms }: Pick<NewOutcome, 'persons' | 'terms'>,
  { persons, names }: Ground,
): RowToRead[] =>
  persons.flatMap(({ id, position }) => {
    const answer = said.find(({ personId }) => personId === id)?.answer
    if (!answer) return []
    const sums = terms.flatMap((term) =>
      term.kind === 'money' && term.personId === id ? [term.money] : [],
    )
    return [{ who: `${position}. ${names.get(id) ?? '–'}`, answer, sums }]
  })
