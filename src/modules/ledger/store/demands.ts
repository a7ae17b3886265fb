import type { Day } from '../../../kernel/days.ts'
import type { Db, Tx } from '../../../platform/db.ts'
import { ask, type Sql, sql } from '../../../platform/sql.ts'
import type { Demand, DemandId, DepositId } from '../rules/deposit.ts'

const demandColumns: Sql = sql`
  id, deposit_id as "depositId", target, missing, due_on as "dueOn", reason, status, version,
  made_by as "madeBy", made_at as "madeAt", ended_at as "endedAt"`

/** The demands on these deposits, the newest first. */
export const listDemands = (db: Db | Tx, depositIds: readonly DepositId[]): Promise<Demand[]> =>
  ask<Demand[]>(
    db as Tx,
    sql`
      select ${demandColumns} from deposit_demand where deposit_id = any (${[...depositIds]}::uuid[])
      order by made_at desc, id desc limit 5000`,
  )

export async function findDemand(tx: Tx, id: string): Promise<Demand | null> {
  const [row] = await ask<Demand[]>(
    tx,
    sql`select ${demandColumns} from deposit_demand where id = ${id}`,
  )
  return row ?? null
}

export type NewDemand = {
  readonly id: DemandId
  readonly depositId: DepositId
  readonly target: bigint
  readonly missing: bigint
  readonly dueOn: Day
  readonly reason: string
  readonly madeBy: string
  readonly at: Date
}

/** False when one is open already. */
export async function insertDemand(tx: Tx, demand: NewDemand): Promise<boolean> {
  const { id, depositId, target, missing, dueOn, reason, madeBy, at } = demand
  const added = await tx`
    insert into deposit_demand (id, deposit_id, target, missing, due_on, reason, made_by, made_at)
    values (${id}, ${depositId}, ${target}, ${missing}, ${dueOn}, ${reason}, ${madeBy}, ${at})
    on conflict do nothing`
  return added.count === 1
}

export type EndDemand = {
  readonly status: 'met' | 'withdrawn'
  readonly at: Date
  readonly reason: string | null
}

/** False when somebody else ended it first. */
export async function endDemand(
  tx: Tx,
  { id, version }: Pick<Demand, 'id' | 'version'>,
  { status, at, reason }: EndDemand,
): Promise<boolean> {
  const ended = await tx`
    update deposit_demand set status = ${status}, version = version + 1, ended_at = ${at},
      ended_reason = ${reason}
    where id = ${id} and version = ${version} and status = 'open'`
  return ended.count === 1
}
