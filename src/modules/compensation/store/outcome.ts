import type { Day } from '../../../kernel/days.ts'
import type { Tx } from '../../../platform/db.ts'
import type { AppliedRule, Standing } from '../../law/index.ts'
import type { Party } from '../../ledger/index.ts'
import type {
  FoundIn,
  OutcomeId,
  OutcomeKind,
  PersonAnswer,
  RemedyId,
  RemedyKind,
} from '../rules/outcome.ts'
import type { StoredTerm } from './read-outcomes.ts'

export type OutcomeRow = {
  readonly id: OutcomeId
  readonly complaintId: string
  readonly position: number
  readonly kind: OutcomeKind
  readonly madeOn: Day
  readonly ruleApplied: AppliedRule | null
  readonly standing: Standing
  readonly foundIn: FoundIn | null
  readonly keyId: string
  readonly basisSealed: Buffer
  readonly agencyIds: readonly string[]
  readonly at: Date
}
/** A term as it is first written: nothing of it has ended yet. */
export type TermRow = Omit<StoredTerm, 'endedOn' | 'untilSealed' | 'collectorSealed'> & {
  readonly untilSealed: Buffer | null
  readonly collectorSealed: Buffer | null
}
export type RemedyRow = {
  readonly id: RemedyId
  readonly outcomeId: OutcomeId
  readonly complaintId: string
  readonly personId: string
  readonly kind: RemedyKind
  readonly debtor: Party
  readonly dueOn: Day
  readonly wordsSealed: Buffer | null
  readonly status: 'agreed' | 'due'
}

/** The place of the last outcome of a case; the case is held by whoever asks. */
export async function lastOutcome(tx: Tx, complaintId: string): Promise<number> {
  const [row] = await tx<{ last: number }[]>`
    select coalesce(max(position), 0) as last from outcome where complaint_id = ${complaintId}`
  return row?.last ?? 0
}

export async function insertOutcome(tx: Tx, row: OutcomeRow): Promise<void> {
  await tx`
    insert into outcome (id, complaint_id, position, kind, made_on, recorded_at, rule_applied,
      standing, from_type, from_id, key_id, basis_sealed, agency_ids)
    values (${row.id}, ${row.complaintId}, ${row.position}, ${row.kind}, ${row.madeOn}, ${row.at},
      ${row.ruleApplied && tx.json(row.ruleApplied as never)}, ${row.standing},
      ${row.foundIn?.type ?? null}, ${row.foundIn?.id ?? null}, ${row.keyId}, ${row.basisSealed},
      ${[...row.agencyIds]}::uuid[])`
}

export async function insertAnswers(
  tx: Tx,
  { id, complaintId, at }: Pick<OutcomeRow, 'id' | 'complaintId' | 'at'>,
  answers: readonly PersonAnswer[],
): Promise<void> {
  const of = <T>(pick: (answer: PersonAnswer) => T): T[] => answers.map(pick)
  await tx`
    insert into outcome_person (outcome_id, complaint_id, recorded_at, person_id, answer, how,
      answered_on)
    select ${id}::uuid, ${complaintId}::uuid, ${at}::timestamptz, * from unnest(
      ${of(({ personId }) => personId)}::uuid[], ${of(({ answer }) => answer)}::text[],
      ${of(({ how }) => how)}::text[], ${of(({ on }) => on)}::date[])`
}

const agencyOf = (party: Party | null) => (party?.kind === 'agency' ? party.id : null)
const partyOf = (party: Party | null) => (party?.kind === 'party' ? party.id : null)

export async function insertTerms(tx: Tx, terms: readonly TermRow[]): Promise<void> {
  if (terms.length === 0) return
  const rows = terms.map((term) => ({
    ...{ id: term.id, outcome_id: term.outcomeId, complaint_id: term.complaintId },
    ...{ person_id: term.personId, minor: term.minor.toString(), currency: term.currency },
    ...{ debtor_agency_id: agencyOf(term.debtor), debtor_party_id: partyOf(term.debtor) },
    ...{ payer_agency_id: agencyOf(term.payer), payer_party_id: partyOf(term.payer) },
    ...{ due_on: term.dueOn, parts: term.parts, every_months: term.everyMonths },
    ...{ until_sealed: hexOf(term.untilSealed), next_on: term.nextOn, in_force: term.inForce },
    ...{ collector_sealed: hexOf(term.collectorSealed), shares: term.shares },
  }))
  // As one value: hundreds of rows would be thousands of parameters.
  await tx`
    insert into money_term (id, outcome_id, complaint_id, person_id, minor, currency,
      debtor_agency_id, debtor_party_id, payer_agency_id, payer_party_id, due_on, parts,
      every_months, until_sealed, next_on, in_force, collector_sealed, shares)
    select id, outcome_id, complaint_id, person_id, minor, currency, debtor_agency_id,
      debtor_party_id, payer_agency_id, payer_party_id, due_on, parts, every_months,
      decode(until_sealed, 'hex'), next_on, in_force, decode(collector_sealed, 'hex'), shares
    from json_to_recordset(${tx.json(rows as never)}::json) as r(id uuid, outcome_id uuid,
      complaint_id uuid, person_id uuid, minor bigint, currency text, debtor_agency_id uuid,
      debtor_party_id uuid, payer_agency_id uuid, payer_party_id uuid, due_on date, parts integer,
      every_months integer, until_sealed text, next_on date, in_force boolean,
      collector_sealed text, shares jsonb)`
}

const hexOf = (sealed: Buffer | null): string | null =>
  sealed === null ? null : sealed.toString('hex')

export async function insertRemedies(tx: Tx, remedies: readonly RemedyRow[]): Promise<void> {
  if (remedies.length === 0) return
  const rows = remedies.map((remedy) => ({
    ...{ id: remedy.id, outcome_id: remedy.outcomeId, complaint_id: remedy.complaintId },
    ...{ person_id: remedy.personId, kind: remedy.kind, due_on: remedy.dueOn },
    ...{ debtor_agency_id: agencyOf(remedy.debtor), debtor_party_id: partyOf(remedy.debtor) },
    ...{ words_sealed: remedy.wordsSealed, status: remedy.status },
  }))
  await tx`insert into remedy ${tx(rows)}`
}

/** Whether this person led the conciliation of the case: she does not decide it. */
export async function hasMediated(
  tx: Tx,
  { complaintId, personId }: { readonly complaintId: string; readonly personId: string },
): Promise<boolean> {
  const [row] = await tx`
    select from event where record_id = ${complaintId} and actor_id = ${personId}
      and type in ('complaint.conciliation-begun', 'complaint.not-settled') limit 1`
  return row !== undefined
}
