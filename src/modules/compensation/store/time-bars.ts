import type { Day } from '../../../kernel/days.ts'
import type { Db, Tx } from '../../../platform/db.ts'
import type { BarId } from '../rules/calculator/time-bars.ts'

export type Filing = {
  readonly complaintId: string
  readonly bar: BarId
  readonly filedOn: Day
}

/** What was filed elsewhere, of many cases in one question. */
export const listFilings = (db: Db | Tx, complaintIds: readonly string[]): Promise<Filing[]> =>
  db<Filing[]>`
    select complaint_id as "complaintId", bar, filed_on as "filedOn" from claim_filing
    where complaint_id = any (${[...complaintIds]}::uuid[])`

/** False when it was recorded before. */
export async function insertFiling(
  tx: Tx,
  { complaintId, bar, filedOn }: Filing,
  { by, at }: { readonly by: string; readonly at: Date },
): Promise<boolean> {
  const added = await tx`
    insert into claim_filing (complaint_id, bar, filed_on, recorded_by, recorded_at)
    values (${complaintId}, ${bar}, ${filedOn}, ${by}, ${at})
    on conflict (complaint_id, bar) do nothing`
  return added.count === 1
}

export type Alarm = {
  readonly complaintId: string
  readonly bar: BarId
  readonly until: Day
  readonly days: number
}

/** False when it was raised before: each of the days of the rule is told once. */
export async function raiseAlarm(tx: Tx, alarm: Alarm, at: Date): Promise<boolean> {
  const raised = await tx`
    insert into time_bar_alarm (complaint_id, bar, until, days, raised_at)
    values (${alarm.complaintId}, ${alarm.bar}, ${alarm.until}, ${alarm.days}, ${at})
    on conflict do nothing`
  return raised.count === 1
}
