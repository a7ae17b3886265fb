import type { Db, Tx } from '../../../platform/db.ts'
import type { PayWay } from '../rules/pay-out.ts'

export type PayWish = { readonly personId: string; readonly way: PayWay }

/** How these persons want to get their money, as far as they were asked. */
export async function listPayWishes(
  db: Db | Tx,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, PayWay>> {
  const rows = await db<PayWish[]>`
    select person_id as "personId", way from pay_wish
    where person_id = any (${[...personIds]}::uuid[])`
  return new Map(rows.map(({ personId, way }) => [personId, way]))
}

/** Everybody who wants it at the cash desk. */
export async function personsAtCashDesk(db: Db | Tx): Promise<string[]> {
  const rows = await db<{ personId: string }[]>`
    select person_id as "personId" from pay_wish where way = 'cash'
    order by recorded_at desc limit 5000`
  return rows.map(({ personId }) => personId)
}

export const keepPayWishes = (
  tx: Tx,
  { complaintId, at }: { readonly complaintId: string; readonly at: Date },
  wishes: readonly PayWish[],
): Promise<unknown> => tx`
  insert into pay_wish (person_id, complaint_id, way, recorded_at)
  select person_id, ${complaintId}::uuid, way, ${at}::timestamptz
  from unnest(${wishes.map(({ personId }) => personId)}::uuid[],
    ${wishes.map(({ way }) => way)}::text[]) as w (person_id, way)
  on conflict (person_id) do update
    set way = excluded.way, recorded_by = actor_id(), recorded_at = excluded.recorded_at`
