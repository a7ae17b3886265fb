import type { Tx } from '../../../platform/db.ts'
import type { Answers, ScreeningGroup, ScreeningOutcome } from '../rules/screening.ts'

export type KeptScreening = {
  readonly version: number
  readonly list: string
  readonly answers: Answers
  readonly outcome: ScreeningOutcome
  readonly reasons: readonly ScreeningGroup[]
  readonly keyId: string
  readonly noteSealed: Uint8Array | null
  readonly madeBy: string
  readonly madeAt: Date
}

/** Every look, the newest first. */
export async function listScreenings(tx: Tx, complaintId: string): Promise<KeptScreening[]> {
  return tx<KeptScreening[]>`
    select version, list, answers, outcome, reasons, key_id as "keyId",
      note_sealed as "noteSealed", made_by as "madeBy", made_at as "madeAt"
    from screening where complaint_id = ${complaintId} order by version desc`
}

/** Whether anybody looked at all; for those who may read of it. */
export async function wasAskedAboutSafety(tx: Tx, complaintId: string): Promise<boolean> {
  const [row] = await tx<{ asked: boolean }[]>`
    select exists (select from screening where complaint_id = ${complaintId}) as asked`
  return row?.asked ?? false
}

/** False when somebody else screened the case at the same moment. */
export async function insertScreening(
  tx: Tx,
  complaintId: string,
  kept: KeptScreening,
): Promise<boolean> {
  const rows = await tx`
    insert into screening (complaint_id, version, list, answers, outcome, reasons, key_id,
      note_sealed, made_by, made_at)
    values (${complaintId}, ${kept.version}, ${kept.list}, ${tx.json(kept.answers as never)},
      ${kept.outcome}, ${kept.reasons as string[]}, ${kept.keyId},
      ${kept.noteSealed as Buffer | null}, ${kept.madeBy}, ${kept.madeAt})
    on conflict (complaint_id, version) do nothing returning version`
  return rows.length > 0
}
