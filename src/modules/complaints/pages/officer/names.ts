import type { Reader } from '../../../../kernel/reader.ts'
import type { Tx } from '../../../../platform/db.ts'
import { type PersonNames, personNames } from '../../../accounts/index.ts'
import { type AgencyId, type AgencyNames, listAgencies } from '../../../agencies/index.ts'
import type { Names } from '../../../places/index.ts'
import { type AnswerLists, answerLists } from '../../actions/answer-lists.ts'
import { ministryArea } from '../../rules/complaint.ts'
import type { WorklistRow } from '../../store/worklist.ts'

/** Names for the codes of a page, in both languages. */
export type CodeBook = {
  readonly provinces: ReadonlyMap<string, Names>
  readonly countries: ReadonlyMap<string, Names>
  readonly categories: ReadonlyMap<string, Names>
}

/** Names for the codes and ids of a page, in both languages. */
export type NameBook = CodeBook & {
  readonly people: ReadonlyMap<string, PersonNames>
  readonly agencies: ReadonlyMap<string, AgencyNames>
}

export async function readCodes(tx: Tx): Promise<CodeBook> {
  const lists = await answerLists(tx)
  const book = books.get(lists) ?? bookOf(lists)
  books.set(lists, book)
  return book
}

/** As long as the lists themselves are kept. */
const books = new WeakMap<AnswerLists, CodeBook>()

const bookOf = ({ provinces, destinations, categories }: AnswerLists): CodeBook => ({
  provinces: new Map(provinces.map(({ code, names }) => [code, names])),
  countries: new Map(destinations.map(({ code, names }) => [code, names])),
  categories: new Map(categories.map(({ code, names }) => [code, names])),
})

export async function readNames(
  tx: Tx,
  wanted: {
    readonly people: readonly (string | null)[]
    readonly agencies: readonly (string | null)[]
  },
): Promise<NameBook> {
  const known = <T>(ids: readonly (T | null)[]): T[] => ids.filter((id): id is T => id !== null)
  const agencyIds = [...new Set(known(wanted.agencies))] as AgencyId[]
  const [people, agencies, codes] = await Promise.all([
    personNames(tx, known(wanted.people)),
    agencyIds.length > 0 ? listAgencies(tx, agencyIds) : [],
    readCodes(tx),
  ])
  return { ...codes, people, agencies: new Map(agencies.map(({ id, names }) => [id, names])) }
}

/** Somebody's name, or that it is somebody whom the reader may not see. */
export function personName(reader: Reader, book: NameBook, id: string | null): string {
  if (id === null) return reader.t('complaints.nobody')
  const names = book.people.get(id)
  return names ? reader.name(names) : reader.t('complaints.somebody')
}

export function areaName(reader: Reader, book: CodeBook, area: string): string {
  if (area === ministryArea) return reader.t('complaints.area.ministry')
  const names = book.provinces.get(area)
  return names ? reader.name(names) : area
}

export function categoryName(reader: Reader, book: CodeBook, code: string): string {
  const names = book.categories.get(code)
  return names ? reader.name(names) : code
}

type OwnedRow = Pick<WorklistRow, 'ownerId' | 'ownerKm' | 'ownerEn'>

/** Who has the case of a list's row. */
export function ownerName(reader: Reader, { ownerId, ownerKm, ownerEn }: OwnedRow): string {
  if (ownerId === null) return reader.t('complaints.nobody')
  return reader.name({ km: ownerKm, en: ownerEn }) || reader.t('complaints.somebody')
}

type RowAgainst = Pick<WorklistRow, 'agencyKm' | 'agencyEn'>

/** The agency of a list's row; null where there is none, or none that the reader may see. */
export const agencyName = (reader: Reader, { agencyKm, agencyEn }: RowAgainst): string | null =>
  reader.name({ km: agencyKm, en: agencyEn }) || null
