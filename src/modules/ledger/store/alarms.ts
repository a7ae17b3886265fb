import type { Tx } from '../../../platform/db.ts'
import { newId } from '../../../platform/new-id.ts'
import type { AgencyId } from '../../agencies/index.ts'
import type { Alarm, AlarmId, AlarmKind } from '../rules/alarm.ts'

export type NewAlarm = {
  readonly agencyId: AgencyId
  readonly kind: AlarmKind
  readonly about: string
}

/** Those that stand, of these agencies or of all. */
export const listOpenAlarms = (
  tx: Tx,
  agencyIds: readonly AgencyId[] | null,
): Promise<(Alarm & { readonly about: string })[]> =>
  tx<(Alarm & { readonly about: string })[]>`
    select id, agency_id as "agencyId", kind, about, raised_at as "raisedAt"
    from deposit_alarm
    where ended_at is null
      and (${agencyIds === null} or agency_id = any (${[...(agencyIds ?? [])]}::uuid[]))
    order by raised_at, id`

export async function findAlarm(tx: Tx, id: string): Promise<Alarm | null> {
  const [row] = await tx<Alarm[]>`
    select id, agency_id as "agencyId", kind, raised_at as "raisedAt"
    from deposit_alarm where id = ${id} and ended_at is null`
  return row ?? null
}

/** Raises what was never raised; answers with those. */
export async function raiseAlarms(tx: Tx, alarms: readonly NewAlarm[], at: Date): Promise<Alarm[]> {
  if (alarms.length === 0) return []
  return tx<Alarm[]>`
    insert into deposit_alarm (id, agency_id, kind, about, raised_at)
    select id, agency_id, kind, about, ${at}::timestamptz
    from unnest(${alarms.map(() => newId<AlarmId>())}::uuid[],
      ${alarms.map(({ agencyId }) => agencyId)}::uuid[],
      ${alarms.map(({ kind }) => kind)}::text[], ${alarms.map(({ about }) => about)}::text[])
      a (id, agency_id, kind, about)
    on conflict do nothing
    returning id, agency_id as "agencyId", kind, raised_at as "raisedAt"`
}

/** What is no longer so. */
export async function endAlarms(tx: Tx, ids: readonly AlarmId[], at: Date): Promise<void> {
  if (ids.length === 0) return
  await tx`
    update deposit_alarm set ended_at = ${at}
    where id = any (${[...ids]}::uuid[]) and ended_at is null`
}
