import type { Day } from '../../../kernel/days.ts'
import type { Money } from '../../../kernel/money.ts'
import type { Tx } from '../../../platform/db.ts'
import type { AgencyId } from '../../agencies/index.ts'
import { type Cover, type Declaration, openIn } from '../rules/cover.ts'
import { type Holding, heldIn, minimumCurrency } from '../rules/deposit.ts'
import { lastDeclarations, listOpenSums } from '../store/cover.ts'
import { newestRates } from '../store/rates.ts'

export type CoverAsk = {
  readonly agencyIds: readonly AgencyId[]
  readonly holdings: readonly Holding[]
  readonly minimum: Money | null
  readonly today: Day
}
export type CoverOf = Cover & { readonly declaration: Declaration | null }

/** What the deposits of these agencies stand for today, by what is known of rates and declarations. */
export async function coverOf(
  tx: Tx,
  { agencyIds, holdings, minimum, today }: CoverAsk,
): Promise<ReadonlyMap<AgencyId, CoverOf>> {
  const base = minimum?.currency ?? minimumCurrency
  const [sums, declared, rates] = await Promise.all([
    listOpenSums(tx, agencyIds),
    lastDeclarations(tx, { agencyIds, on: today }),
    newestRates(tx, { base, on: today }),
  ])
  const sumsOf = Map.groupBy(sums, ({ agencyId }) => agencyId)
  const heldBy = Map.groupBy(holdings, ({ agencyId }) => agencyId)
  const declaredBy = new Map(declared.map((each) => [each.agencyId, each]))
  return new Map(
    agencyIds.map((agencyId) => {
      const declaration = declaredBy.get(agencyId) ?? null
      const held = { minor: heldIn(heldBy.get(agencyId) ?? [], base), currency: base }
      const required = minimum?.minor ?? null
      const open = openIn(base, sumsOf.get(agencyId) ?? [], rates)
      return [
        agencyId,
        { held, required, ...open, workers: declaration?.workers ?? null, declaration },
      ]
    }),
  )
}
