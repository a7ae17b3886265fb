import { systemActor } from '../../../kernel/actor.ts'
import { type Day, dayOf, startOfDay } from '../../../kernel/days.ts'
import { ok } from '../../../kernel/result.ts'
import { type Db, readAs, type Tx, transact } from '../../../platform/db.ts'
import { listRecordsAcross, recomputeClocks } from '../../casework/index.ts'
import { findChange } from '../../changes/index.ts'
import { freshCalendar } from '../../law/index.ts'
import { type Calendar, holidayContent, touchedDays } from '../../places/index.ts'
import { setNextDue } from '../store/complaint.ts'

const actor = systemActor('complaints.recount-clocks')

/** Follows a change that came into force: only the days of a feast move clocks. */
export async function recountAfterChange(
  { db, now }: { readonly db: Db; readonly now: () => Date },
  { recordId }: { readonly recordId: string },
): Promise<void> {
  const change = await readAs(db, actor, (tx) => findChange(tx, recordId))
  if (change?.kind !== 'holiday') return
  const touched = touchedDays(holidayContent.parse(change.content))
  if (touched) await recountComplaintClocks(db, { ...touched, now: now() })
}

/**
 * Counts again what runs across days that became holidays or are none any more, case by case, so
 * that no long transaction holds the desks up.
 */
async function recountComplaintClocks(
  db: Db,
  { first, last, now }: { readonly first: Day; readonly last: Day; readonly now: Date },
): Promise<number> {
  const from = startOfDay(first)
  const to = new Date(startOfDay(last).getTime() + 86_400_000)
  const calendar = await readAs(db, actor, (tx) => freshCalendar(tx, dayOf(now)))
  let after: string | null = null
  for (let count = 0; ; ) {
    const asked = { type: 'complaint', from, to, after }
    const ids: string[] = await readAs(db, actor, (tx) => listRecordsAcross(tx, asked))
    for (const id of ids)
      await transact(db, actor, async (tx) => ok(await recount(tx, id, calendar)))
    count += ids.length
    after = ids.at(-1) ?? null
    if (after === null) return count
  }
}

async function recount(tx: Tx, id: string, calendar: Calendar): Promise<void> {
  const due = await recomputeClocks(tx, id, { calendar })
  if (due) await setNextDue(tx, id as never, due)
}
