import type { Day } from '../../../kernel/days.ts'
import type { Db, Tx } from '../../../platform/db.ts'
import { ask, type Sql, sql } from '../../../platform/sql.ts'
import type { AgencyId } from '../../agencies/index.ts'
import type { DepositId } from '../rules/deposit.ts'
import type { Extension, Guarantee, GuaranteeId, GuaranteeStatus } from '../rules/guarantee.ts'

const guaranteeColumns: Sql = sql`
  g.id, g.deposit_id as "depositId", g.number, g.bank, g.minor, g.called,
  g.issued_on as "issuedOn", g.expires_on as "expiresOn", g.status, g.version,
  g.replaces_id as "replacesId", g.entered_by as "enteredBy", g.entered_at as "enteredAt",
  g.ended_at as "endedAt"`

/**
 * Whoever reckons what of a deposit is cash holds it first: no other does so at the same moment.
 * False where no guarantee was ever given for it.
 */
export async function holdGuarantees(tx: Tx, depositId: DepositId): Promise<boolean> {
  await tx`select pg_advisory_xact_lock(hashtextextended(${depositId}, 293))`
  const found = await tx`
    select 1 from deposit_guarantee where deposit_id = ${depositId} limit 1`
  return found.length > 0
}

/** All that were ever given, the one that expires last first. */
export const listGuarantees = (
  db: Db | Tx,
  depositIds: readonly DepositId[],
): Promise<Guarantee[]> =>
  ask<Guarantee[]>(
    db as Tx,
    sql`
      select ${guaranteeColumns} from deposit_guarantee g
      where g.deposit_id = any (${[...depositIds]}::uuid[])
      order by g.expires_on desc, g.id desc limit 5000`,
  )

export async function findGuarantee(tx: Tx, id: string): Promise<Guarantee | null> {
  const [row] = await ask<Guarantee[]>(
    tx,
    sql`select ${guaranteeColumns} from deposit_guarantee g where g.id = ${id}`,
  )
  return row ?? null
}

/** Those in force that expire by a day, with whose they are. */
export const listExpiring = (
  tx: Tx,
  by: Day,
): Promise<(Guarantee & { readonly agencyId: AgencyId })[]> =>
  ask<(Guarantee & { readonly agencyId: AgencyId })[]>(
    tx,
    sql`
      select ${guaranteeColumns}, d.agency_id as "agencyId"
      from deposit_guarantee g join deposit d on d.id = g.deposit_id
      where g.status = 'in-force' and g.expires_on <= ${by}
      order by g.expires_on, g.id`,
  )

export type NewGuarantee = Pick<
  Guarantee,
  'id' | 'depositId' | 'number' | 'bank' | 'minor' | 'issuedOn' | 'expiresOn' | 'replacesId'
> & { readonly by: string; readonly at: Date }

/** False when this paper was entered before. */
export async function insertGuarantee(tx: Tx, one: NewGuarantee): Promise<boolean> {
  const added = await tx`
    insert into deposit_guarantee (id, deposit_id, number, bank, minor, issued_on, expires_on,
      replaces_id, entered_by, entered_at)
    values (${one.id}, ${one.depositId}, ${one.number}, ${one.bank}, ${one.minor}, ${one.issuedOn},
      ${one.expiresOn}, ${one.replacesId}, ${one.by}, ${one.at})
    on conflict do nothing`
  return added.count === 1
}

export async function addCall(
  tx: Tx,
  { id, minor }: { readonly id: GuaranteeId; readonly minor: bigint },
): Promise<void> {
  await tx`
    update deposit_guarantee set called = called + ${minor}, version = version + 1
    where id = ${id}`
}

/** False when somebody else moved it first. */
export async function endGuarantee(
  tx: Tx,
  { id, version }: Pick<Guarantee, 'id' | 'version'>,
  { status, at }: { readonly status: Exclude<GuaranteeStatus, 'in-force'>; readonly at: Date },
): Promise<boolean> {
  const ended = await tx`
    update deposit_guarantee set status = ${status}, ended_at = ${at}, version = version + 1
    where id = ${id} and version = ${version} and status = 'in-force'`
  return ended.count === 1
}

/** False when somebody else moved it first. */
export async function keepExtension(
  tx: Tx,
  {
    version,
    ...one
  }: Omit<Extension, 'enteredAt'> & { readonly version: number; readonly at: Date },
): Promise<boolean> {
  const moved = await tx`
    update deposit_guarantee set expires_on = ${one.expiresOn}, version = version + 1
    where id = ${one.guaranteeId} and version = ${version} and status = 'in-force'`
  if (moved.count !== 1) return false
  await tx`
    insert into deposit_guarantee_extension (guarantee_id, expired_on, expires_on, reference,
      entered_by, entered_at)
    values (${one.guaranteeId}, ${one.expiredOn}, ${one.expiresOn}, ${one.reference},
      ${one.enteredBy}, ${one.at})`
  return true
}

export const listExtensions = (tx: Tx, ids: readonly GuaranteeId[]): Promise<Extension[]> =>
  tx<Extension[]>`
    select guarantee_id as "guaranteeId", expired_on as "expiredOn", expires_on as "expiresOn",
      reference, entered_by as "enteredBy", entered_at as "enteredAt"
    from deposit_guarantee_extension where guarantee_id = any (${[...ids]}::uuid[])
    order by entered_at desc`
