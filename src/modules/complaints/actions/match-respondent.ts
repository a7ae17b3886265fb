import type { Day } from '../../../kernel/days.ts'
import { isUuid } from '../../../kernel/ids.ts'
import type { Tx } from '../../../platform/db.ts'
import { type Agency, findMatches, listAgencies, sortMatches } from '../../agencies/index.ts'

/** How many agencies are offered to choose from: more nobody reads on a phone. */
const most = 6

/** The agencies of the register that these words may mean, those that decide first. */
export async function matchRespondent(tx: Tx, words: string, today: Day): Promise<Agency[]> {
  const { exact, similar } = sortMatches(await findMatches(tx, words, today), most)
  const ids = [...exact, ...similar].map(({ agencyId }) => agencyId)
  return (await agenciesByIds(tx, ids)).slice(0, most)
}

/** In the order of the ids; operators that never were licensed have nobody who could be asked. */
export async function agenciesByIds(tx: Tx, ids: readonly string[]): Promise<Agency[]> {
  const known = ids.filter((id): id is Agency['id'] => isUuid(id))
  if (known.length === 0) return []
  const found = await listAgencies(tx, known)
  return ids.flatMap((id) => found.filter((agency) => agency.id === id && agency.kind === 'agency'))
}
