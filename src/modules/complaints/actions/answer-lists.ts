import type { Db, Tx } from '../../../platform/db.ts'
import {
  type CurrencyName,
  type Destination,
  listCurrencies,
  listDestinations,
  listProvinces,
  type Place,
} from '../../places/index.ts'
import type { Category } from '../rules/category.ts'
import { readCategories } from '../store/categories.ts'

/** What people choose from. */
export type AnswerLists = {
  readonly categories: readonly Category[]
  readonly destinations: readonly Destination[]
  readonly provinces: readonly Place[]
  readonly currencies: readonly CurrencyName[]
}

/** Reference data, kept in memory for a minute. */
export async function answerLists(db: Db | Tx): Promise<AnswerLists> {
  if (kept && kept.until > performance.now()) return kept.lists
  const [categories, destinations, provinces, currencies] = await Promise.all([
    readCategories(db),
    listDestinations(db),
    listProvinces(db),
    listCurrencies(db),
  ])
  const lists = { categories, destinations, provinces, currencies }
  if (categories.length > 0) kept = { lists, until: performance.now() + keptMs }
  return lists
}

/** The kinds of complaint, group by group. */
export const listCategories = async (db: Db | Tx): Promise<readonly Category[]> =>
  (await answerLists(db)).categories

let kept: { readonly lists: AnswerLists; readonly until: number } | null = null
const keptMs = 60_000
