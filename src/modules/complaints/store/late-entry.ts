import type { Day } from '../../../kernel/days.ts'
import type { Money } from '../../../kernel/money.ts'
import type { Tx } from '../../../platform/db.ts'
import type { Complaint } from '../rules/complaint.ts'
import type { LateHow, LateSource } from '../rules/late-entry.ts'

export type LateEntry = {
  readonly solvedOn: Day
  readonly how: LateHow
  readonly paid: Money | null
  readonly knownFrom: LateSource
  readonly enteredBy: string
}

export async function insertLateEntry(
  tx: Tx,
  { id, area }: Pick<Complaint, 'id' | 'area'>,
  { solvedOn, how, paid, knownFrom, enteredBy, at }: LateEntry & { readonly at: Date },
): Promise<void> {
  await tx`
    insert into late_entry (complaint_id, area, solved_on, how, paid_minor, paid_currency,
      known_from, entered_by, entered_at)
    values (${id}, ${area}, ${solvedOn}, ${how}, ${paid?.minor ?? null}, ${paid?.currency ?? null},
      ${knownFrom}, ${enteredBy}, ${at})`
}

export async function findLateEntry(
  tx: Tx,
  id: string,
): Promise<(Omit<LateEntry, 'paid'> & { readonly enteredAt: Date }) | null> {
  const [row] = await tx<(Omit<LateEntry, 'paid'> & { readonly enteredAt: Date })[]>`
    select solved_on as "solvedOn", how, known_from as "knownFrom", entered_by as "enteredBy",
      entered_at as "enteredAt"
    from late_entry where complaint_id = ${id}`
  return row ?? null
}
