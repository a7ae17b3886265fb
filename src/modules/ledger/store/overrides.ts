import { isUuid } from '../../../kernel/ids.ts'
import type { Tx } from '../../../platform/db.ts'
import { ask, type Sql, sql } from '../../../platform/sql.ts'
import type { AgencyId } from '../../agencies/index.ts'
import type { Override, OverrideStatus } from '../rules/override.ts'

const overrideColumns: Sql = sql`
  id, agency_id as "agencyId", from_day as "fromDay", until_day as "untilDay", reason, status, version,
  proposed_by as "proposedBy", proposed_at as "proposedAt", decided_by as "decidedBy",
  decided_at as "decidedAt", decided_reason as "decidedReason"`

/** Of one agency that the actor may see, the one that holds longest first. */
export const listOverrides = (tx: Tx, agencyId: AgencyId): Promise<Override[]> =>
  ask<Override[]>(
    tx,
    sql`
      select ${overrideColumns} from deposit_override where agency_id = ${agencyId}
      order by until_day desc, id desc limit 50`,
  )

export async function findOverride(tx: Tx, id: string): Promise<Override | null> {
  if (!isUuid(id)) return null
  const [row] = await ask<Override[]>(
    tx,
    sql`select ${overrideColumns} from deposit_override where id = ${id}`,
  )
  return row ?? null
}

export async function insertOverride(
  tx: Tx,
  one: Pick<
    Override,
    'id' | 'agencyId' | 'fromDay' | 'untilDay' | 'reason' | 'proposedBy' | 'proposedAt'
  >,
): Promise<void> {
  await tx`
    insert into deposit_override (id, agency_id, from_day, until_day, reason, proposed_by, proposed_at)
    values (${one.id}, ${one.agencyId}, ${one.fromDay}, ${one.untilDay}, ${one.reason},
      ${one.proposedBy}, ${one.proposedAt})`
}

export type DecidedOverride = {
  readonly status: Exclude<OverrideStatus, 'proposed'>
  readonly by: string
  readonly at: Date
  readonly reason: string | null
}

/** False when somebody else decided it first. */
export async function decideOverrideRow(
  tx: Tx,
  { id, version }: Pick<Override, 'id' | 'version'>,
  { status, by, at, reason }: DecidedOverride,
): Promise<boolean> {
  const decided = await tx`
    update deposit_override set status = ${status}, version = version + 1, decided_by = ${by},
      decided_at = ${at}, decided_reason = ${reason}
    where id = ${id} and version = ${version} and status = 'proposed'`
  return decided.count === 1
}
