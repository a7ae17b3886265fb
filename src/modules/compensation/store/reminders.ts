import type { Db, Tx } from '../../../platform/db.ts'
import type { DueId } from '../../ledger/index.ts'
import type { ReminderStep } from '../rules/reminders.ts'

type Reminder = { readonly dueId: DueId; readonly step: ReminderStep }

/** Keeps what was done; answers with those that are new, as "due step". */
export async function keepReminders(
  tx: Tx,
  reminders: readonly Reminder[],
  at: Date,
): Promise<ReadonlySet<string>> {
  const rows = await tx<Reminder[]>`
    insert into due_reminder (due_id, step, at)
    select *, ${at}::timestamptz from unnest(${reminders.map(({ dueId }) => dueId)}::uuid[],
      ${reminders.map(({ step }) => step)}::text[])
    on conflict do nothing returning due_id as "dueId", step`
  return new Set(rows.map(({ dueId, step }) => `${dueId} ${step}`))
}

/** When somebody was last reminded of each of these dues. */
export async function lastReminders(
  tx: Db | Tx,
  ids: readonly DueId[],
): Promise<ReadonlyMap<string, Date>> {
  const rows = await tx<{ dueId: string; at: Date }[]>`
    select due_id as "dueId", max(at) as at from due_reminder
    where due_id = any (${[...ids]}::uuid[]) group by due_id`
  return new Map(rows.map(({ dueId, at }) => [dueId, at]))
}
