import type { Day } from '../../../kernel/days.ts'
import type { Tx } from '../../../platform/db.ts'
import { cleanLine } from '../../../platform/text/index.ts'
import {
  type Agency,
  type AgencyId,
  findMatches,
  listAgencies,
  listPhones,
  listWarnings,
  type Match,
  sortMatches,
} from '../../agencies/index.ts'
import { type Answer, answerFor, seriousness } from '../rules/answer.ts'
import { findByNumber, listLicences } from '../store/licence.ts'

export type Found = {
  readonly agency: Agency
  readonly match: Match
  readonly answer: Answer
  /** Of the licence that was held last; null when none ever was. */
  readonly number: string | null
}
export type LookUp = {
  /** What was typed, cleaned and cut to a length that a name can have. */
  readonly typed: string
  /** Exactly this name, number or page: these decide. What warns comes first. */
  readonly exact: readonly Found[]
  /** Only resembles what was typed. */
  readonly similar: readonly Found[]
  /** The telephones of those found exactly, each agency's own today. */
  readonly phones: ReadonlyMap<AgencyId, readonly string[]>
}

export const longestQuestion = 200
const mostSimilar = 8

/** Is this agency allowed? Found by name in either script, licence number, telephone or page. */
export async function lookUp(
  tx: Tx,
  { q, destination, today }: { q: string; destination: string | null; today: Day },
): Promise<LookUp> {
  const typed = cleanLine(q.slice(0, longestQuestion * 4)).slice(0, longestQuestion)
  if (typed === '') return { typed, exact: [], similar: [], phones: new Map() }
  const matches = await Promise.all([findByNumber(tx, typed), findMatches(tx, typed, today)])
  const { exact, similar } = sortMatches(matches.flat(), mostSimilar)
  const ids = exact.map(({ agencyId }) => agencyId)
  const [found, phones] = await Promise.all([
    answerAll(tx, [...exact, ...similar], { destination, today }),
    listPhones(tx, ids, today),
  ])
  const of = (wanted: readonly Match[]) => found.filter(({ match }) => wanted.includes(match))
  return { typed, exact: of(exact).sort(gravestFirst), similar: of(similar), phones }
}

const gravestFirst = (a: Found, b: Found): number => seriousness(b.answer) - seriousness(a.answer)

/** The answer for each of these records, in their order. */
export async function answerAll(
  tx: Tx,
  matches: readonly Match[],
  asked: { destination: string | null; today: Day },
): Promise<Found[]> {
  const ids: AgencyId[] = matches.map((match) => match.agencyId)
  if (ids.length === 0) return []
  const [agencies, licences, warnings] = await Promise.all([
    listAgencies(tx, ids),
    listLicences(tx, ids),
    listWarnings(tx, ids),
  ])
  return matches.flatMap((match) => {
    const agency = agencies.find(({ id }) => id === match.agencyId)
    if (!agency) return []
    const own = licences.filter(
      ({ agencyId, status }) =>
        agencyId === agency.id && status !== 'applied' && status !== 'refused',
    )
    const warned = warnings.filter(({ agencyId }) => agencyId === agency.id)
    const answer = answerFor({ licences: own, warnings: warned, ...asked })
    return [{ agency, match, answer, number: own[0]?.number ?? null }]
  })
}
