import { type Day, dayOf } from '../../../kernel/days.ts'
import type { Money } from '../../../kernel/money.ts'
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
  /** What she says that she paid; null where she did not say a sum. */
  readonly paid: Money | null
  /** When conciliation failed last; null where it did not. */
  readonly notSettledOn: Day | null
}

/** Of one case; null also where the acting person may not see it. */
export async function findClaimFacts(db: Db | Tx, id: string): Promise<ClaimFacts | null> {
  const [row] = await db<FactsRow[]>`select ${columns(db)} ${tables(db)} where c.id = ${id}`
  return row ? asFacts(row) : null
}

/** Of the open cases that are of one of these kinds, or claim it, or were not settled. */
export async function listOpenClaimFacts(
  db: Db | Tx,
  { categories, claims }: { categories: readonly string[]; claims: readonly PersonClaimKind[] },
): Promise<ClaimFacts[]> {
  const rows = await db<FactsRow[]>`
    select ${columns(db)} ${tables(db)}
    where c.closed_at is null and (c.categories && ${[...categories]}::text[]
      or c.status in ('not-settled', 'waiting-elsewhere')
      or exists (select from case_claim k where k.complaint_id = c.id
        and k.kind = any (${[...claims]}::text[])))
    order by c.id`
  return rows.map(asFacts)
}

type FactsRow = Omit<ClaimFacts, 'receivedOn' | 'notSettledOn' | 'paid'> & {
  readonly receivedAt: Date
  readonly notSettledAt: Date | null
  readonly paidMinor: bigint | null
  readonly paidCurrency: Money['currency'] | null
}

const columns = (db: Db | Tx) => db`
  c.id, c.number, c.area, c.owner_id as "ownerId", c.closed_at is null as "isOpen",
  c.happened_country as country, c.happened_month as month, c.categories,
  c.received_at as "receivedAt", p.minor as "paidMinor", p.currency as "paidCurrency",
  (select max(e.happened_at) from event e where e.record_id = c.id
    and e.type = 'complaint.not-settled') as "notSettledAt",
  array(select distinct k.kind from case_claim k where k.complaint_id = c.id
    and k.direction = 'of-worker') as claimed,
  (select min(k.arose_on) from case_claim k where k.complaint_id = c.id
    and k.direction = 'of-worker') as "aroseOn"`

const tables = (db: Db | Tx) => db`
  from complaint c
  left join complaint_claim p on p.complaint_id = c.id and p.kind = 'paid'`

const asFacts = ({
  receivedAt,
  notSettledAt,
  paidMinor: minor,
  paidCurrency: currency,
  ...row
}: FactsRow): ClaimFacts => ({
  ...row,
  paid: minor === null || currency === null ? null : { minor, currency },
  receivedOn: dayOf(receivedAt),
  notSettledOn: notSettledAt && dayOf(notSettledAt),
})
