import type { Day } from '../../../kernel/days.ts'
import { isUuid } from '../../../kernel/ids.ts'
import type { Tx } from '../../../platform/db.ts'
import { ask, type Sql, sql } from '../../../platform/sql.ts'
import type { AgencyId } from '../../agencies/index.ts'
import type { DepositId } from '../rules/deposit.ts'
import type { Release } from '../rules/release.ts'

const releaseColumns: Sql = sql`
  id, deposit_id as "depositId", guarantee_id as "guaranteeId", minor, ground,
  closed_on as "closedOn", rule_applied as "ruleApplied", standing, on_day as "onDay", reference,
  reason, status, version, proposed_by as "proposedBy", proposed_at as "proposedAt",
  first_signed_by as "firstSignedBy", first_signed_at as "firstSignedAt",
  second_signed_by as "secondSignedBy", executed_at as "executedAt", ended_by as "endedBy",
  ended_at as "endedAt", ended_reason as "endedReason"`

/** Of these deposits, the newest first. */
export const listReleases = (tx: Tx, depositIds: readonly DepositId[]): Promise<Release[]> =>
  ask<Release[]>(
    tx,
    sql`
      select ${releaseColumns} from deposit_release
      where deposit_id = any (${[...depositIds]}::uuid[])
      order by proposed_at desc, id desc limit 100`,
  )

export async function findRelease(tx: Tx, id: string): Promise<Release | null> {
  if (!isUuid(id)) return null
  const [row] = await ask<Release[]>(
    tx,
    sql`select ${releaseColumns} from deposit_release where id = ${id}`,
  )
  return row ?? null
}

export type NewRelease = Omit<
  Release,
  | 'status'
  | 'version'
  | 'firstSignedBy'
  | 'firstSignedAt'
  | 'secondSignedBy'
  | 'executedAt'
  | 'endedBy'
  | 'endedAt'
  | 'endedReason'
>

/** False when another is under way. */
export async function insertRelease(tx: Tx, one: NewRelease): Promise<boolean> {
  const added = await tx`
    insert into deposit_release (id, deposit_id, guarantee_id, minor, ground, closed_on, rule_applied,
      standing, on_day, reference, reason, proposed_by, proposed_at)
    values (${one.id}, ${one.depositId}, ${one.guaranteeId}, ${one.minor}, ${one.ground},
      ${one.closedOn}, ${one.ruleApplied && tx.json(one.ruleApplied as never)}, ${one.standing},
      ${one.onDay}, ${one.reference}, ${one.reason}, ${one.proposedBy}, ${one.proposedAt})
    on conflict do nothing`
  return added.count === 1
}

type Ref = Pick<Release, 'id' | 'version'>
type By = { readonly by: string; readonly at: Date }

/** Each false when somebody else moved it first. */
export async function keepReleaseSigned(tx: Tx, { id, version }: Ref, { by, at }: By) {
  const kept = await tx`
    update deposit_release set status = 'signed', version = version + 1, first_signed_by = ${by},
      first_signed_at = ${at}
    where id = ${id} and version = ${version} and status = 'proposed'`
  return kept.count === 1
}

export async function keepReleaseExecuted(tx: Tx, { id, version }: Ref, { by, at }: By) {
  const kept = await tx`
    update deposit_release set status = 'executed', version = version + 1, second_signed_by = ${by},
      executed_at = ${at}
    where id = ${id} and version = ${version} and status = 'signed'`
  return kept.count === 1
}

export type EndRelease = By & {
  readonly status: 'withdrawn' | 'refused'
  readonly reason: string
}

export async function endRelease(tx: Tx, { id, version }: Ref, ended: EndRelease) {
  const kept = await tx`
    update deposit_release set status = ${ended.status}, version = version + 1,
      ended_by = ${ended.by}, ended_at = ${ended.at}, ended_reason = ${ended.reason}
    where id = ${id} and version = ${version} and status in ('proposed', 'signed')`
  return kept.count === 1
}

/** The last day of an agency's last licence; null while one is in force, or there never was one. */
export async function closedOnOf(tx: Tx, agencyId: AgencyId): Promise<Day | null> {
  const [row] = await tx<{ day: Day | null }[]>`select agency_closed_on(${agencyId}) as day`
  return row?.day ?? null
}
