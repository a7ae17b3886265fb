import type { Day } from '../../../kernel/days.ts'
import type { Tx } from '../../../platform/db.ts'
import { type AgencyId, listAgenciesAfter } from '../../agencies/index.ts'
import { answerAll, type Found, lookUp } from './look-up.ts'

export type OfficerList = {
  readonly rows: readonly Found[]
  /** Where the next page begins; null on the last. */
  readonly next: AgencyId | null
}

const pageSize = 50

/** All records in the order of their entry, or those that were asked for. */
export async function listForOfficer(
  tx: Tx,
  { asked, after, today }: { asked: string; after: AgencyId | null; today: Day },
): Promise<OfficerList> {
  if (asked !== '') {
    const { exact, similar } = await lookUp(tx, { q: asked, destination: null, today })
    return { rows: [...exact, ...similar], next: null }
  }
  const agencies = await listAgenciesAfter(tx, { after, most: pageSize + 1 })
  const shown = agencies.slice(0, pageSize)
  const matches = shown.map(({ id }) => ({ agencyId: id, by: 'name' as const, met: '' }))
  return {
    rows: await answerAll(tx, matches, { destination: null, today }),
    next: agencies.length > pageSize ? (shown.at(-1)?.id ?? null) : null,
  }
}
