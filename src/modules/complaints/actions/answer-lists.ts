import type { Db, Tx } from '../../../platform/db.ts'
import { inMemory } from '../../../platform/public-changed.ts'
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

/** Read once, and again when the country pack was loaded anew. */
export const answerLists = inMemory(async (db): Promise<AnswerLists> => {
  const [categories, destinations, provinces, currencies] = await Promise.all([
    readCategories(db),
    listDestinations(db),
    listProvinces(db),
    listCurrencies(db),
  ])
  return { categories, destinations, provinces, currencies }
})

/** The kinds of complaint, group by group. */
export const listCategories = async (db: Db | Tx): Promise<readonly Category[]> =>
  (await answerLists(db)).categories
