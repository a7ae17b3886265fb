import type { Day } from '../../../kernel/days.ts'
import { isUuid } from '../../../kernel/ids.ts'
import type { Tx } from '../../../platform/db.ts'
import {
  type Agency,
  findMatches,
  listAgencies,
  type MatchKind,
  sortMatches,
} from '../../agencies/index.ts'
import { findByNumber } from '../../licences/index.ts'

/** How many agencies are offered to choose from: more nobody reads on a phone. */
const most = 6

export type RespondentMatch = {
  /** The agencies that these words may mean, those that decide first. */
  readonly offered: readonly Agency[]
  /** The one whose full name or licence number this is, where it is nobody else's. */
  readonly certain: Agency | null
}

/** A number or page may be shared or lent: only a name or a licence number names an agency. */
const naming: readonly MatchKind[] = ['name', 'licence-number']

/** The agencies of the register that these words name, or may mean. */
export async function matchRespondent(tx: Tx, words: string, today: Day): Promise<RespondentMatch> {
  const [byName, byNumber] = await Promise.all([
    findMatches(tx, words, today),
    findByNumber(tx, words),
  ])
  const { exact, similar } = sortMatches([...byName, ...byNumber], most)
  const ids = [...exact, ...similar].map(({ agencyId }) => agencyId)
  const offered = (await agenciesByIds(tx, ids)).slice(0, most)
  const [only, ...others] = exact
  const isNamed = only !== undefined && others.length === 0 && naming.includes(only.by)
  return {
    offered,
    certain: isNamed ? (offered.find(({ id }) => id === only.agencyId) ?? null) : null,
  }
}

/** The agency whose id this is; null when it is none, or nobody who could be asked. */
export async function findRespondent(tx: Tx, id: unknown): Promise<Agency | null> {
  if (typeof id !== 'string') return null
  const [agency = null] = await agenciesByIds(tx, [id])
  return agency
}

/** In the order of the ids; operators that never were licensed have nobody who could be asked. */
export async function agenciesByIds(tx: Tx, ids: readonly string[]): Promise<Agency[]> {
  const known = ids.filter((id): id is Agency['id'] => isUuid(id))
  if (known.length === 0) return []
  const found = await listAgencies(tx, known)
  return ids.flatMap((id) => found.filter((agency) => agency.id === id && agency.kind === 'agency'))
}
