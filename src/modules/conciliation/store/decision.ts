import { isUuid } from '../../../kernel/ids.ts'
import type { Tx } from '../../../platform/db.ts'
import type { PersonKeyId } from '../../../platform/vault/person-keys.ts'
import type { AppliedRule } from '../../law/index.ts'
import type {
  AgencyAnswer,
  AppealSide,
  Decision,
  DecisionId,
  DecisionStatus,
} from '../rules/decision.ts'

/** A person's part as it is drafted: plain text for the sum, since JSON would round it. */
export type DraftTerm = {
  readonly personId: string
  readonly minor: string | null
  readonly currency: string | null
  readonly dueOn: string
}

export type DecisionRow = Decision & {
  readonly keyId: PersonKeyId
  readonly contentSealed: Uint8Array
  readonly untilReasonSealed: Uint8Array | null
  readonly rulingSealed: Uint8Array | null
  readonly terms: readonly DraftTerm[]
  readonly rulesApplied: readonly AppliedRule[]
}

const columns = (tx: Tx) => tx`
  id, complaint_id as "complaintId", kind, status, version, decided_by as "decidedBy", finding,
  drafted_at as "draftedAt", issued_at as "issuedAt", worker_until::text as "workerUntil",
  agency_until::text as "agencyUntil", until_by as "untilBy", may_order as "mayOrder",
  agency_ids as "agencyIds", outcome_id as "outcomeId", ruled_by as "ruledBy",
  ruled_at as "ruledAt", key_id as "keyId", content_sealed as "contentSealed",
  until_reason_sealed as "untilReasonSealed", ruling_sealed as "rulingSealed", terms,
  rules_applied as "rulesApplied", agency_answer as "agencyAnswer",
  agency_answered_on::text as "agencyAnsweredOn"`

export const listDecisions = (tx: Tx, complaintId: string): Promise<DecisionRow[]> =>
  tx<DecisionRow[]>`
    select ${columns(tx)} from decision where complaint_id = ${complaintId} order by drafted_at, id`

export const listDecisionsOfAgency = (
  tx: Tx,
  agencyId: string,
  most: number,
): Promise<DecisionRow[]> =>
  tx<DecisionRow[]>`
    select ${columns(tx)} from decision where ${agencyId}::uuid = any (agency_ids)
    order by drafted_at desc limit ${most}`

export async function findDecision(tx: Tx, id: string): Promise<DecisionRow | null> {
  if (!isUuid(id)) return null
  const [row] = await tx<DecisionRow[]>`select ${columns(tx)} from decision where id = ${id}`
  return row ?? null
}

/** For whom of a case a decision stands or is being written. */
export async function listDecidedPersons(tx: Tx, complaintId: string): Promise<string[]> {
  const rows = await tx<{ personId: string }[]>`
    select person_id as "personId" from decision_person
    where complaint_id = ${complaintId} and in_force`
  return rows.map(({ personId }) => personId)
}

export type NewDecision = Pick<
  DecisionRow,
  | 'complaintId'
  | 'kind'
  | 'decidedBy'
  | 'finding'
  | 'draftedAt'
  | 'workerUntil'
  | 'agencyUntil'
  | 'untilBy'
  | 'mayOrder'
  | 'agencyIds'
  | 'terms'
  | 'rulesApplied'
> & {
  readonly id: DecisionId
  readonly keyId: string
  readonly contentSealed: Buffer
  readonly untilReasonSealed: Buffer | null
}

export async function insertDecision(tx: Tx, row: NewDecision): Promise<void> {
  await tx`
    insert into decision (id, complaint_id, kind, decided_by, finding, may_order, rules_applied,
      agency_ids, drafted_at, worker_until, agency_until, until_by, key_id, until_reason_sealed,
      content_sealed, terms)
    values (${row.id}, ${row.complaintId}, ${row.kind}, ${row.decidedBy}, ${row.finding},
      ${row.mayOrder}, ${tx.json(row.rulesApplied as never)}, ${[...row.agencyIds]}::uuid[],
      ${row.draftedAt}, ${row.workerUntil}, ${row.agencyUntil}, ${row.untilBy}, ${row.keyId},
      ${row.untilReasonSealed}, ${row.contentSealed}, ${tx.json(row.terms as never)})`
}

/** False when another decision stands for one of them already, also one written at this moment. */
export async function bindPersons(
  tx: Tx,
  { id, complaintId }: Pick<NewDecision, 'id' | 'complaintId'>,
  personIds: readonly string[],
): Promise<boolean> {
  const bound = await tx`
    insert into decision_person (decision_id, complaint_id, person_id)
    select ${id}, ${complaintId}, unnest(${[...personIds]}::uuid[])
    on conflict do nothing`
  return bound.count === personIds.length
}

/** Nothing stands for them any more: another decision may. */
export async function releasePersons(tx: Tx, id: DecisionId): Promise<void> {
  await tx`update decision_person set in_force = false where decision_id = ${id}`
}

export type DecisionMove = {
  readonly to: DecisionStatus
  readonly issuedAt?: Date
  readonly signatureId?: string
  readonly outcomeId?: string | null
}

/** False when somebody else moved it first. */
export async function moveDecision(
  tx: Tx,
  before: Pick<DecisionRow, 'id' | 'version' | 'issuedAt' | 'outcomeId'>,
  { to, issuedAt, signatureId, outcomeId }: DecisionMove,
): Promise<boolean> {
  const moved = await tx`
    update decision set status = ${to}, version = version + 1,
      issued_at = ${issuedAt ?? before.issuedAt},
      signature_id = coalesce(${signatureId ?? null}::uuid, signature_id),
      outcome_id = ${outcomeId ?? before.outcomeId}
    where id = ${before.id} and version = ${before.version}`
  return moved.count === 1
}

export async function keepRuling(
  tx: Tx,
  { id, version }: Pick<Decision, 'id' | 'version'>,
  ruling: { to: DecisionStatus; ruledBy: string; at: Date; sealed: Buffer },
): Promise<boolean> {
  const moved = await tx`
    update decision set status = ${ruling.to}, version = version + 1, ruled_by = ${ruling.ruledBy},
      ruled_at = ${ruling.at}, ruling_sealed = ${ruling.sealed}
    where id = ${id} and version = ${version}`
  return moved.count === 1
}

export type AppealRow = {
  readonly id: string
  readonly decisionId: string
  readonly side: AppealSide
  readonly lodgedAt: Date
  readonly lodgedBy: string
  readonly keyId: PersonKeyId
  readonly groundsSealed: Uint8Array
}

export const listAppeals = (tx: Tx, decisionIds: readonly string[]): Promise<AppealRow[]> =>
  tx<AppealRow[]>`
    select id, decision_id as "decisionId", side, lodged_at as "lodgedAt", lodged_by as "lodgedBy",
      key_id as "keyId", grounds_sealed as "groundsSealed"
    from appeal where decision_id = any (${[...decisionIds]}::uuid[]) order by lodged_at, id`

/** False when this side has appealed already. */
export async function insertAppeal(
  tx: Tx,
  row: Omit<AppealRow, 'id' | 'groundsSealed'> & {
    readonly complaintId: string
    readonly groundsSealed: Buffer
  },
): Promise<boolean> {
  const added = await tx`
    insert into appeal (decision_id, complaint_id, side, lodged_at, lodged_by, key_id, grounds_sealed)
    values (${row.decisionId}, ${row.complaintId}, ${row.side}, ${row.lodgedAt}, ${row.lodgedBy},
      ${row.keyId}, ${row.groundsSealed})
    on conflict do nothing`
  return added.count === 1
}

/** Who conducted a meeting of this case. */
export async function listMediators(tx: Tx, complaintId: string): Promise<string[]> {
  const rows = await tx<{ id: string }[]>`
    select distinct conducted_by as id from conciliation where complaint_id = ${complaintId}`
  return rows.map(({ id }) => id)
}

/** False when somebody wrote it down before, or it is no longer open. */
export async function keepAgencyAnswer(
  tx: Tx,
  { id, version }: Pick<Decision, 'id' | 'version'>,
  { answer, on }: { readonly answer: AgencyAnswer; readonly on: string },
): Promise<boolean> {
  const kept = await tx`
    update decision set agency_answer = ${answer}, agency_answered_on = ${on}
    where id = ${id} and version = ${version} and agency_answer is null`
  return kept.count === 1
}
