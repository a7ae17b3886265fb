import type { Reader } from '../../../../kernel/reader.ts'
import type { Tx } from '../../../../platform/db.ts'
import { type PersonNames, personNames } from '../../../accounts/index.ts'
import { type AgencyId, type AgencyNames, listAgencies } from '../../../agencies/index.ts'
import type { Names } from '../../../places/index.ts'
import { answerLists } from '../../actions/answer-lists.ts'
import type { Category } from '../../rules/category.ts'
import { ministryArea } from '../../rules/complaint.ts'

/** Names for the codes and ids of a page, in both languages. */
export type NameBook = {
  readonly people: ReadonlyMap<string, PersonNames>
  readonly agencies: ReadonlyMap<string, AgencyNames>
  readonly provinces: ReadonlyMap<string, Names>
  readonly countries: ReadonlyMap<string, Names>
  readonly categories: readonly Category[]
}

export async function readNames(
  tx: Tx,
  wanted: {
    readonly people: readonly (string | null)[]
    readonly agencies: readonly (string | null)[]
  },
): Promise<NameBook> {
  const known = <T>(ids: readonly (T | null)[]): T[] => ids.filter((id): id is T => id !== null)
  const agencyIds = [...new Set(known(wanted.agencies))] as AgencyId[]
  const [people, agencies, { provinces, destinations, categories }] = await Promise.all([
    personNames(tx, known(wanted.people)),
    agencyIds.length > 0 ? listAgencies(tx, agencyIds) : [],
    answerLists(tx),
  ])
  return {
    people,
    agencies: new Map(agencies.map(({ id, names }) => [id, names])),
    provinces: new Map(provinces.map(({ code, names }) => [code, names])),
    countries: new Map(destinations.map(({ code, names }) => [code, names])),
    categories,
  }
}

/** Somebody's name, or that it is somebody whom the reader may not see. */
export function personName(reader: Reader, book: NameBook, id: string | null): string {
  if (id === null) return reader.t('complaints.nobody')
  const names = book.people.get(id)
  return names ? reader.name(names) : reader.t('complaints.somebody')
}

export function areaName(reader: Reader, book: NameBook, area: string): string {
  if (area === ministryArea) return reader.t('complaints.area.ministry')
  const names = book.provinces.get(area)
  return names ? reader.name(names) : area
}

export function categoryName(reader: Reader, book: NameBook, code: string): string {
  const category = book.categories.find((each) => each.code === code)
  return category ? reader.name(category.names) : code
}
