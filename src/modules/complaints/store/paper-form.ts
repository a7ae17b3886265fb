import type { Lang } from '../../../kernel/reader.ts'
import type { Tx } from '../../../platform/db.ts'
import type { ComplaintId } from '../rules/complaint.ts'
import type { PaperFormState } from '../rules/paper-form.ts'

export async function nextPaperFormNumber(tx: Tx): Promise<bigint> {
  const [row] = await tx<{ running: bigint }[]>`select nextval('paper_form_number') as running`
  if (!row) throw new Error('the sequence gave no number')
  return row.running
}

export type PaperFormSet = {
  readonly setId: string
  readonly language: Lang
  readonly printedBy: string
  readonly printedAt: Date
}

export async function insertPaperForms(
  tx: Tx,
  set: PaperFormSet,
  numbers: readonly string[],
): Promise<void> {
  await tx`
    insert into paper_form (number, set_id, language, printed_by, printed_at)
    select number, ${set.setId}, ${set.language}, ${set.printedBy}, ${set.printedAt}
    from unnest(${numbers as string[]}::text[]) as form (number)`
}

export type PrintedSet = PaperFormSet & { readonly numbers: string[]; readonly entered: number }

/** The sets printed last by this person. */
export async function listPrintedSets(tx: Tx, personId: string): Promise<PrintedSet[]> {
  return tx<PrintedSet[]>`
    select set_id as "setId", language, printed_by as "printedBy", printed_at as "printedAt",
      array_agg(number order by number) as numbers, count(complaint_id)::int as entered
    from paper_form where printed_by = ${personId}
    group by set_id, language, printed_by, printed_at
    order by printed_at desc limit 20`
}

export async function findPrintedSet(tx: Tx, setId: string): Promise<PrintedSet | null> {
  const [row] = await tx<PrintedSet[]>`
    select set_id as "setId", language, printed_by as "printedBy", printed_at as "printedAt",
      array_agg(number order by number) as numbers, count(complaint_id)::int as entered
    from paper_form where set_id::text = ${setId}
    group by set_id, language, printed_by, printed_at`
  return row ?? null
}

export async function paperFormState(tx: Tx, number: string): Promise<PaperFormState> {
  const [row] = await tx<{ entered: boolean }[]>`
    select entered_at is not null as entered from paper_form where number = ${number}`
  return row === undefined ? 'unknown' : row.entered ? 'entered' : 'blank'
}

/** False when it was entered before, be it by somebody at the same moment. */
export async function enterPaperForm(
  tx: Tx,
  { number, complaintId, at }: { number: string; complaintId: ComplaintId; at: Date },
): Promise<boolean> {
  const entered = await tx`
    update paper_form set complaint_id = ${complaintId}, entered_at = ${at}
    where number = ${number} and complaint_id is null`
  return entered.count === 1
}
