import type { Tx } from '../../../platform/db.ts'

export type Draw = {
  readonly complaintId: string
  readonly at: Date
  readonly seed: string
  readonly candidates: readonly string[]
  /** Who could have had it, but for a conflict of interest. */
  readonly excluded: readonly string[]
  /** Null where there was nobody to draw among. */
  readonly chosen: string | null
}

export async function insertDraw(tx: Tx, draw: Draw): Promise<void> {
  await tx`
    insert into case_draw (complaint_id, drawn_at, seed, candidates, excluded, chosen)
    values (${draw.complaintId}, ${draw.at}, ${draw.seed}, ${[...draw.candidates]}::uuid[],
      ${[...draw.excluded]}::uuid[], ${draw.chosen})`
}

export const listDraws = (tx: Tx, complaintId: string): Promise<Draw[]> =>
  tx<Draw[]>`
    select complaint_id as "complaintId", drawn_at as at, seed, candidates, excluded, chosen
    from case_draw where complaint_id = ${complaintId} order by drawn_at, id`
