import type { Tx } from '../../../platform/db.ts'

/** Licences whose status or suspension is not what their events say: changed behind the program. */
export async function listContradictions(tx: Tx): Promise<{ id: string; what: string }[]> {
  return tx<{ id: string; what: string }[]>`
    select l.id, case when coalesce(last.to_status, 'applied') <> l.status then 'status'
      else 'suspension' end as what
    from licence l
    left join lateral (
      select to_status, data from event e
      where e.record_id = l.id and e.record_type = 'licence' and e.to_status is not null
      order by e.happened_at desc, e.id desc limit 1) last on true
    where coalesce(last.to_status, 'applied') <> l.status
      or l.status = 'suspended'
        and (l.suspended_until::text is distinct from last.data ->> 'until'
          or l.condition is distinct from last.data ->> 'condition')
    order by l.id`
}
