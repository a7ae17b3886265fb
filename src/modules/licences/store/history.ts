import type { Tx } from '../../../platform/db.ts'
import type { TimelineEvent } from '../../../platform/events/record-event.ts'
import type { AgencyId } from '../../agencies/index.ts'

export type LicenceEvent = Pick<TimelineEvent, 'id' | 'at' | 'type' | 'data'> & {
  readonly number: string
}

/** The newest hundred events of each licence of an agency that was ever given, the newest first. */
export async function listHistory(
  tx: Tx,
  { agencyId, now }: { readonly agencyId: AgencyId; readonly now: Date },
): Promise<LicenceEvent[]> {
  // The months to come are made already and empty: they need not be opened.
  const tomorrow = new Date(now.getTime() + 86_400_000)
  return tx<LicenceEvent[]>`
    select e.id, e.happened_at as at, e.type, e.data, l.number
    from licence l
    cross join lateral (
      select id, happened_at, type, data from event where record_id = l.id and happened_at < ${tomorrow}
      order by happened_at desc, id desc limit 100) e
    where l.agency_id = ${agencyId} and l.status not in ('applied', 'refused')
    order by e.happened_at desc, e.id desc`
}
