import type { Tx } from '../../../platform/db.ts'
import type { TimelineEvent } from '../../../platform/events/record-event.ts'
import type { AgencyId } from '../../agencies/index.ts'
import type { Licence } from '../rules/licence.ts'
import { asLicence, columns, type LicenceRow } from './licence.ts'

export type LicenceEvent = Pick<TimelineEvent, 'id' | 'at' | 'type' | 'data'> & {
  readonly number: string
}
type Past = readonly (readonly [id: string, at: string, type: string, data: LicenceEvent['data']])[]

/**
 * Every licence of an agency, and the newest hundred events of each that was ever given, the newest
 * first: in one question, for to ask costs the server more than to answer.
 */
export async function listWithHistory(
  tx: Tx,
  { agencyId, now }: { readonly agencyId: AgencyId; readonly now: Date },
): Promise<{ readonly licences: Licence[]; readonly history: LicenceEvent[] }> {
  // The months to come are made already and empty: they need not be opened.
  const tomorrow = new Date(now.getTime() + 86_400_000)
  const rows = await tx<(LicenceRow & { readonly past: Past | null })[]>`
    select ${columns(tx)}, case when status not in ('applied', 'refused') then (
      select json_agg(json_build_array(e.id, e.happened_at, e.type, e.data)) from (
        select id, happened_at, type, data from event
        where record_id = licence.id and happened_at < ${tomorrow}
        order by happened_at desc, id desc limit 100) e) end as past
    from licence where agency_id = ${agencyId}
    order by valid_from desc nulls first, id desc`
  const history = rows.flatMap(({ past, number }) =>
    (past ?? []).map(([id, at, type, data]) => ({ id, at: new Date(at), type, data, number })),
  )
  return { licences: rows.map(asLicence), history: history.sort(newestFirst) }
}

const newestFirst = (a: LicenceEvent, b: LicenceEvent): number =>
  b.at.getTime() - a.at.getTime() || (b.id < a.id ? -1 : 1)
