import { type Day, dayOf } from '../../../kernel/days.ts'
import type { Db, Tx } from '../../../platform/db.ts'
import type { ComplaintId } from '../rules/complaint.ts'
import type { PersonClaimKind } from '../rules/person.ts'

/** What a time bar and a calculation ask of a case: codes and days, no words. */
export type ClaimFacts = {
  readonly id: ComplaintId
  readonly number: string
  readonly area: string
  readonly ownerId: string | null
  readonly isOpen: boolean
  readonly country: string | null
  /** "2026-03". */
  readonly month: string | null
  readonly categories: readonly string[]
  readonly claimed: readonly PersonClaimKind[]
  /** The earliest day on which a claim of a person arose. */
  readonly aroseOn: Day | null
  readonly receivedOn: Day
}

/** Of one case; null also where the acting person may not see it. */
export async function findClaimFacts(db: Db | Tx, id: string): Promise<ClaimFacts | null> {
  const [row] = await db<FactsRow[]>`select ${columns(db)} from complaint c where c.id = ${id}`
  return row ? asFacts(row) : null
}

/** Of every open case. */
export async function listOpenClaimFacts(db: Db | Tx): Promise<ClaimFacts[]> {
  const rows = await db<FactsRow[]>`
    select ${columns(db)} from complaint c where c.closed_at is null order by c.id`
  return rows.map(asFacts)
}

type FactsRow = Omit<ClaimFacts, 'receivedOn'> & { readonly receivedAt: Date }

const columns = (db: Db | Tx) => db`
  c.id, c.number, c.area, c.owner_id as "ownerId", c.closed_at is null as "isOpen",
  c.happened_country as country, c.happened_month as month, c.categories,
  c.received_at as "receivedAt",
  array(select distinct k.kind from case_claim k where k.complaint_id = c.id
    and k.direction = 'of-worker') as claimed,
  (select min(k.arose_on) from case_claim k where k.complaint_id = c.id
    and k.direction = 'of-worker') as "aroseOn"`

const asFacts = ({ receivedAt, ...row }: FactsRow): ClaimFacts => ({
  ...row,
  receivedOn: dayOf(receivedAt),
})
