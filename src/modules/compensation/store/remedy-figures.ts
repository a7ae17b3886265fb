import type { Db, Tx } from '../../../platform/db.ts'

/** Remedies in kind by the year in which they were agreed: how many, and how many she confirmed. */
export const countRemedies = (
  db: Db | Tx,
): Promise<{ year: number; kind: string; agreed: number; confirmed: number }[]> =>
  db`
    select extract(year from o.recorded_at at time zone 'Asia/Phnom_Penh')::int as year, r.kind,
      count(*)::int as agreed, count(*) filter (where r.status = 'confirmed')::int as confirmed
    from remedy r join outcome o on o.id = r.outcome_id
    where r.status <> 'dropped' group by 1, r.kind`
