import type { Actor } from '../../../kernel/actor.ts'
import type { Tx } from '../../../platform/db.ts'
import { recordEvent } from '../../../platform/events/record-event.ts'
import type { Holding } from '../rules/deposit.ts'
import { endDemand, listDemands } from '../store/demands.ts'

type Met = { readonly holding: Holding; readonly held: bigint; readonly at: Date }

/** What was demanded of a holding ends once so much is held. */
export async function endMetDemands(
  tx: Tx,
  actor: Actor,
  { holding, held, at }: Met,
): Promise<void> {
  const demands = await listDemands(tx, [holding.id])
  for (const demand of demands.filter(({ status }) => status === 'open')) {
    if (held < demand.target) continue
    if (!(await endDemand(tx, demand, { status: 'met', at, reason: null }))) continue
    await recordEvent(tx, actor, {
      ...{ recordType: 'deposit', recordId: holding.id, type: 'deposit.demand-met', at },
      ...{
        agencyId: holding.agencyId,
        visibleTo: ['officer', 'agency'],
        data: { demand: demand.id },
      },
    })
  }
}
