import type { Tx } from '../../../platform/db.ts'
import type { BestInterest, BestInterestStep, Guardian, Involved } from '../rules/best-interest.ts'

export type BestInterestRow = BestInterest & {
  readonly id: string
  readonly personId: string | null
  readonly version: number
  readonly openedAt: Date
  readonly decisionSealed: Uint8Array | null
  readonly decidedBy: string | null
  readonly decidedAt: Date | null
}

export async function listBestInterests(tx: Tx, complaintId: string): Promise<BestInterestRow[]> {
  return tx<BestInterestRow[]>`
    select b.id, person_id as "personId", status, version, guardian,
      guardian_involved as "guardianInvolved", opened_at as "openedAt",
      proposed_by as "proposedBy", decision_sealed as "decisionSealed",
      decided_by as "decidedBy", decided_at as "decidedAt",
      array(select step from best_interest_step s where s.best_interest_id = b.id) as done
    from best_interest b where complaint_id = ${complaintId} order by opened_at, b.id`
}

export async function openBestInterest(
  tx: Tx,
  one: {
    readonly complaintId: string
    readonly personId: string | null
    readonly guardian: Guardian
    readonly involved: Involved
    readonly keyId: string
    readonly by: string
    readonly at: Date
  },
): Promise<void> {
  await tx`
    insert into best_interest (complaint_id, person_id, guardian, guardian_involved, key_id,
      opened_by, opened_at)
    values (${one.complaintId}, ${one.personId}, ${one.guardian}, ${one.involved}, ${one.keyId},
      ${one.by}, ${one.at})`
}

/** False where it was done before. */
export async function insertStep(
  tx: Tx,
  one: { id: string; step: BestInterestStep; by: string; at: Date },
): Promise<boolean> {
  const rows = await tx`
    insert into best_interest_step (best_interest_id, step, done_by, done_at)
    values (${one.id}, ${one.step}, ${one.by}, ${one.at}) on conflict do nothing returning step`
  return rows.length > 0
}

export async function setGuardian(
  tx: Tx,
  { id, guardian, involved }: { id: string; guardian: Guardian; involved: Involved },
): Promise<void> {
  await tx`
    update best_interest set guardian = ${guardian}, guardian_involved = ${involved},
      version = version + 1 where id = ${id} and status = 'open'`
}

export async function proposeBest(
  tx: Tx,
  one: { id: string; version: number; by: string; at: Date; decisionSealed: Buffer },
): Promise<boolean> {
  const rows = await tx`
    update best_interest set status = 'proposed', proposed_by = ${one.by}, proposed_at = ${one.at},
      decision_sealed = ${one.decisionSealed}, version = version + 1
    where id = ${one.id} and version = ${one.version} and status = 'open' returning id`
  return rows.length > 0
}

export async function decideBest(
  tx: Tx,
  one: { id: string; version: number; by: string; at: Date },
): Promise<boolean> {
  const rows = await tx`
    update best_interest set status = 'decided', decided_by = ${one.by}, decided_at = ${one.at},
      version = version + 1
    where id = ${one.id} and version = ${one.version} and status = 'proposed' returning id`
  return rows.length > 0
}
