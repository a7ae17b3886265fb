import type { Currency } from '../../../kernel/money.ts'
import type { Db, Tx } from '../../../platform/db.ts'

/** What was awarded to a person and what she says that she received, by year and money. */
export type DueSum = {
  readonly personId: string
  /** In which it became due to her. */
  readonly year: number
  readonly currency: Currency
  readonly awarded: bigint
  readonly received: bigint
}

export const listDueSums = (db: Db | Tx): Promise<DueSum[]> =>
  db<DueSum[]>`
    select d.beneficiary_id as "personId",
      extract(year from d.opened_at at time zone 'Asia/Phnom_Penh')::int as year, d.currency,
      sum(o.balance + p.balance + r.balance)::bigint as awarded, sum(r.balance)::bigint as received
    from due d
    join ledger_account o on o.due_id = d.id and o.kind = 'owed'
    join ledger_account p on p.due_id = d.id and p.kind = 'paid'
    join ledger_account r on r.due_id = d.id and r.kind = 'received'
    group by d.beneficiary_id, 2, d.currency`
