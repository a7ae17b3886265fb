import type { NewPerson } from './new-person.ts'

/** The columns of a list of persons, in the order in which they are taken where no head names them. */
export const listColumns = [
  'name',
  'phone',
  'sum',
  'currency',
  'sex',
  'minor',
  'situation',
] as const
export type ListColumn = (typeof listColumns)[number]

export type LineProblem = { readonly column: ListColumn; readonly key: string }
/** What is not wrong, and yet to be looked at: the name stands twice, or is in the case already. */
export type LineDoubt = 'twice-in-list' | 'in-case-already'

/** One line as it was typed, and what was understood of it. */
export type ReadLine = {
  /** Counted from 1, as it stands in the field. */
  readonly line: number
  readonly cells: Readonly<Partial<Record<ListColumn, string>>>
  readonly person: NewPerson | null
  readonly problems: readonly LineProblem[]
  readonly doubts: readonly LineDoubt[]
}
export type ReadList = {
  readonly lines: readonly ReadLine[]
  readonly persons: readonly NewPerson[]
  /** How many lines hold a problem; none of the list is taken while there is one. */
  readonly faulty: number
  readonly tooMany: boolean
}
