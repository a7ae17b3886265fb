import { isUuid } from '../../../kernel/ids.ts'
import type { Db, Tx } from '../../../platform/db.ts'
import { ask, type Sql, sql } from '../../../platform/sql.ts'
import type { AgencyId } from '../../agencies/index.ts'
import type { DrawnShare, DrawOrder, DrawOrderId, DrawStatus } from '../rules/draw.ts'
import type { DueId } from '../rules/due.ts'

const drawColumns: Sql = sql`
  id, number, agency_id as "agencyId", deposit_id as "depositId", currency, status, version,
  rule_applied as "ruleApplied", standing, basis, claimed, held, covered, rates,
  proposed_by as "proposedBy", proposed_at as "proposedAt", first_signed_by as "firstSignedBy",
  first_signed_at as "firstSignedAt", second_signed_by as "secondSignedBy",
  executed_at as "executedAt", ended_by as "endedBy", ended_at as "endedAt",
  ended_reason as "endedReason"`

/** "DR-000012": runs through all years; one that is proposed and not signed keeps its number. */
export async function nextDrawNumber(tx: Tx): Promise<string> {
  const [row] = await tx<{ running: bigint }[]>`select nextval('draw_order_number') as running`
  if (!row) throw new Error('no number for a draw')
  return `DR-${row.running.toString().padStart(6, '0')}`
}

export type NewDraw = Pick<
  DrawOrder,
  | 'id'
  | 'number'
  | 'agencyId'
  | 'depositId'
  | 'currency'
  | 'ruleApplied'
  | 'standing'
  | 'basis'
  | 'claimed'
  | 'held'
  | 'covered'
  | 'rates'
  | 'proposedBy'
  | 'proposedAt'
>

export async function insertDraw(
  tx: Tx,
  draw: NewDraw,
  shares: readonly DrawnShare[],
): Promise<void> {
  await tx`
    insert into draw_order (id, number, agency_id, deposit_id, currency, rule_applied, standing,
      basis, claimed, held, covered, rates, proposed_by, proposed_at)
    values (${draw.id}, ${draw.number}, ${draw.agencyId}, ${draw.depositId}, ${draw.currency},
      ${draw.ruleApplied && tx.json(draw.ruleApplied as never)}, ${draw.standing}, ${draw.basis},
      ${draw.claimed}, ${draw.held}, ${draw.covered}, ${tx.json(draw.rates as never)},
      ${draw.proposedBy}, ${draw.proposedAt})`
  await tx`
    insert into draw_share (order_id, due_id, claim, share, cost)
    select ${draw.id}, * from unnest(${shares.map(({ dueId }) => dueId)}::uuid[],
      ${shares.map(({ claim }) => claim.toString())}::bigint[],
      ${shares.map(({ share }) => share.toString())}::bigint[],
      ${shares.map(({ cost }) => cost.toString())}::bigint[])`
}

/** Null when there is none that the actor may see. */
export async function findDraw(tx: Tx, id: string): Promise<DrawOrder | null> {
  if (!isUuid(id)) return null
  const [row] = await ask<DrawOrder[]>(
    tx,
    sql`select ${drawColumns} from draw_order where id = ${id}`,
  )
  return row ?? null
}

export type DrawsAsked = {
  readonly agencyId: AgencyId | null
  readonly status: DrawStatus | null
  /** The order after which the page begins; the newest first. */
  readonly after: string | null
  readonly limit: number
}

export const listDraws = (tx: Tx, asked: DrawsAsked): Promise<DrawOrder[]> =>
  ask<DrawOrder[]>(
    tx,
    sql`
      select ${drawColumns} from draw_order
      where (${asked.agencyId}::uuid is null or agency_id = ${asked.agencyId})
        and (${asked.status}::text is null or status = ${asked.status})
        and (${asked.after}::uuid is null or id < ${asked.after})
      order by id desc limit ${asked.limit}`,
  )

/** The orders by these ids: what the entries of a deposit name. */
export const listDrawsByIds = (tx: Tx, ids: readonly string[]): Promise<DrawOrder[]> =>
  ask<DrawOrder[]>(
    tx,
    sql`select ${drawColumns} from draw_order where id = any (${[...ids]}::uuid[])`,
  )

/** What each due gets; those that the actor may see. */
export const listShares = (tx: Tx, orderId: DrawOrderId): Promise<DrawnShare[]> =>
  tx<DrawnShare[]>`
    select due_id as "dueId", claim, share, cost from draw_share where order_id = ${orderId}
    order by due_id`

/** Which of these dues stand in a draw that is proposed or half signed. */
export async function listDuesInOpenDraws(
  db: Db | Tx,
  dueIds: readonly DueId[],
): Promise<Map<DueId, { readonly id: DrawOrderId; readonly number: string }>> {
  const rows = await db<{ dueId: DueId; id: DrawOrderId; number: string }[]>`
    select s.due_id as "dueId", o.id, o.number
    from draw_share s join draw_order o on o.id = s.order_id
    where s.due_id = any (${[...dueIds]}::uuid[]) and o.status in ('proposed', 'signed')`
  return new Map(rows.map(({ dueId, ...order }) => [dueId, order]))
}

type At = { readonly by: string; readonly at: Date }

/** False when somebody else moved it first. */
export async function keepFirstSignature(tx: Tx, draw: DrawOrder, { by, at }: At) {
  const kept = await tx`
    update draw_order set status = 'signed', version = version + 1, first_signed_by = ${by},
      first_signed_at = ${at}
    where id = ${draw.id} and version = ${draw.version} and status = 'proposed'`
  return kept.count === 1
}

export async function keepExecuted(tx: Tx, draw: DrawOrder, { by, at }: At): Promise<boolean> {
  const kept = await tx`
    update draw_order set status = 'executed', version = version + 1, second_signed_by = ${by},
      executed_at = ${at}
    where id = ${draw.id} and version = ${draw.version} and status = 'signed'`
  return kept.count === 1
}

export type EndDraw = At & {
  readonly status: 'withdrawn' | 'refused'
  readonly reason: string
}

export async function endDraw(
  tx: Tx,
  draw: DrawOrder,
  { status, by, at, reason }: EndDraw,
): Promise<boolean> {
  const ended = await tx`
    update draw_order set status = ${status}, version = version + 1, ended_by = ${by},
      ended_at = ${at}, ended_reason = ${reason}
    where id = ${draw.id} and version = ${draw.version} and status in ('proposed', 'signed')`
  return ended.count === 1
}
