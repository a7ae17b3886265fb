import type { Tx } from '../../../platform/db.ts'

/** Complaints whose status or sums are not what their events say: changed behind the application. */
export async function listContradictions(tx: Tx): Promise<{ id: string; what: string }[]> {
  return tx<{ id: string; what: string }[]>`
    select c.id, 'status' as what
    from complaint c
    left join lateral (
      select to_status from event e
      where e.record_id = c.id and e.to_status is not null and e.record_type = 'complaint'
      order by e.happened_at desc, e.id desc limit 1) last on true
    where last.to_status is distinct from c.status
    union all
    select c.id, 'sums'
    from complaint c
    join event e on e.record_id = c.id and e.type = 'complaint.received'
    left join lateral (
      select coalesce(jsonb_agg(kind || ' ' || coalesce(minor::text, 'open') || ' ' || currency
        order by kind || ' ' || coalesce(minor::text, 'open') || ' ' || currency), '[]') as claims
      from complaint_claim k where k.complaint_id = c.id) now on true
    where now.claims is distinct from e.data -> 'claims'`
}
