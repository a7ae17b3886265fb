import type { Day } from '../../../kernel/days.ts'
import type { Db, Tx } from '../../../platform/db.ts'

export type PoolMember = {
  readonly personId: string
  readonly from: Day
  readonly to: Day | null
}

/** Persons of the pool on a day, longest first. */
export async function listPool(db: Db | Tx, today: Day): Promise<PoolMember[]> {
  return db<PoolMember[]>`
    select person_id as "personId", from_day as "from", to_day as "to" from approver_pool
    where ${today}::date between from_day and coalesce(to_day, 'infinity')
    order by from_day, person_id`
}

export async function addToPool(tx: Tx, personId: string, from: Day): Promise<void> {
  await tx`
    insert into approver_pool (person_id, from_day) values (${personId}, ${from})
    on conflict (person_id, from_day) do update set to_day = null`
}

/** The last day is the one before. Whoever came in on this very day was never in it. */
export async function takeOutOfPool(tx: Tx, personId: string, lastDay: Day): Promise<void> {
  await tx`
    update approver_pool set to_day = greatest(${lastDay}::date, from_day)
    where person_id = ${personId} and (to_day is null or to_day > ${lastDay})`
}
