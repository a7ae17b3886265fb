import type { Tx } from '../../../platform/db.ts'
import type { ComplaintId } from '../rules/complaint.ts'
import type { CasePersonId } from '../rules/person.ts'

/** From the one row of numbers that cases have, too: no number means two things. */
export async function nextNumbers(tx: Tx, count: number): Promise<bigint[]> {
  if (count === 0) return []
  const rows = await tx<{ running: bigint }[]>`
    select nextval('complaint_number') as running from generate_series(1, ${count}::int)`
  return rows.map(({ running }) => running)
}

type Kept = { readonly personId: CasePersonId; readonly number: string; readonly hash: Buffer }

/** One question for all of them; sessions of digits that end are closed. */
export async function keepPersonReceipts(tx: Tx, receipts: readonly Kept[]): Promise<void> {
  const ids = receipts.map(({ personId }) => personId)
  await tx`
    update case_person p set receipt_number = given.number,
      secret_hash = decode(given.hash, 'hex'), version = version + 1
    from unnest(${ids}::uuid[], ${receipts.map(({ number }) => number)}::text[],
      ${receipts.map(({ hash }) => hash.toString('hex'))}::text[]) given (id, number, hash)
    where p.id = given.id`
  await tx`delete from receipt_session where person_id = any (${ids}::uuid[])`
}

/** Whose receipt this is: read by a function, since nobody may read it yet. */
export async function findPersonByReceipt(
  tx: Tx,
  number: string,
  secretHash: Buffer,
): Promise<{ readonly complaintId: ComplaintId; readonly personId: CasePersonId } | null> {
  const [row] = await tx<{ complaintId: ComplaintId; personId: CasePersonId }[]>`
    select complaint_id as "complaintId", person_id as "personId"
    from find_case_person_by_receipt(${number}, ${secretHash})`
  return row ?? null
}
