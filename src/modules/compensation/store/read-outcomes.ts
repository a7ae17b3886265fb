import type { Day } from '../../../kernel/days.ts'
import { isUuid } from '../../../kernel/ids.ts'
import type { Currency } from '../../../kernel/money.ts'
import type { Db, Tx } from '../../../platform/db.ts'
import { ask, type Sql, sql } from '../../../platform/sql.ts'
import type { PersonKeyId } from '../../../platform/vault/person-keys.ts'
import type { AgencyId } from '../../agencies/index.ts'
import type { AppliedRule, Standing } from '../../law/index.ts'
import type { Party } from '../../ledger/index.ts'
import type {
  Answer,
  AnswerWay,
  EndedWhy,
  OutcomeId,
  OutcomeKind,
  RemedyId,
  RemedyKind,
  RemedyStatus,
  Share,
  TermId,
} from '../rules/outcome.ts'

export type SealedOutcome = {
  readonly id: OutcomeId
  readonly complaintId: string
  readonly position: number
  readonly kind: OutcomeKind
  readonly madeOn: Day
  readonly recordedAt: Date
  readonly recordedBy: string
  readonly ruleApplied: AppliedRule | null
  readonly standing: Standing
  readonly keyId: PersonKeyId
  readonly basisSealed: Uint8Array
  readonly endedOn: Day | null
  readonly endedWhy: EndedWhy | null
}

const outcomeColumns = (tx: Db | Tx) => tx`
  id, complaint_id as "complaintId", position, kind, made_on as "madeOn",
  recorded_at as "recordedAt", recorded_by as "recordedBy", rule_applied as "ruleApplied", standing,
  key_id as "keyId", basis_sealed as "basisSealed",
  ended_on as "endedOn", ended_why as "endedWhy"`

export const listOutcomes = (tx: Db | Tx, complaintId: string): Promise<SealedOutcome[]> =>
  tx<SealedOutcome[]>`
    select ${outcomeColumns(tx)} from outcome where complaint_id = ${complaintId} order by position`

/** Null also where the acting person may not see it. */
export async function findOutcome(tx: Tx, id: string): Promise<SealedOutcome | null> {
  if (!isUuid(id)) return null
  const [row] = await tx<
    SealedOutcome[]
  >`select ${outcomeColumns(tx)} from outcome where id = ${id}`
  return row ?? null
}

export type AnswerRow = {
  readonly outcomeId: OutcomeId
  readonly personId: string
  readonly answer: Answer
  readonly how: AnswerWay | null
  readonly answeredOn: Day | null
  readonly version: number
}
export const listAnswers = (tx: Db | Tx, complaintId: string): Promise<AnswerRow[]> =>
  tx<AnswerRow[]>`
    select outcome_id as "outcomeId", person_id as "personId", answer, how,
      answered_on as "answeredOn", version
    from outcome_person where complaint_id = ${complaintId}`

export type StoredTerm = {
  readonly id: TermId
  readonly outcomeId: OutcomeId
  readonly complaintId: string
  readonly personId: string
  readonly debtor: Party
  readonly payer: Party | null
  readonly minor: bigint
  readonly currency: Currency
  readonly dueOn: Day
  readonly parts: number
  readonly everyMonths: number | null
  readonly untilSealed: Uint8Array | null
  readonly nextOn: Day | null
  readonly endedOn: Day | null
  readonly collectorSealed: Uint8Array | null
  readonly shares: readonly Share[]
  readonly inForce: boolean
}
type RawParties = {
  readonly debtorAgency: AgencyId | null
  readonly debtorParty: string | null
  readonly payerAgency: AgencyId | null
  readonly payerParty: string | null
}
type RawTerm = Omit<StoredTerm, 'debtor' | 'payer'> & RawParties

const partyOf = (agency: AgencyId | null, party: string | null): Party | null =>
  agency !== null
    ? { kind: 'agency', id: agency }
    : party !== null
      ? { kind: 'party', id: party }
      : null

function debtorOf(agency: AgencyId | null, party: string | null): Party {
  const found = partyOf(agency, party)
  if (!found) throw new Error('nobody owes this')
  return found
}

export type TermsAsked = {
  readonly complaintId?: string
  readonly outcomeId?: string
  readonly personId?: string
  readonly id?: string
  /** What recurs and is to be opened by this day. */
  readonly nextBy?: Day
}
export async function listTerms(tx: Db | Tx, asked: TermsAsked): Promise<StoredTerm[]> {
  const all: Sql[] = []
  if (asked.complaintId) all.push(sql`complaint_id = ${asked.complaintId}`)
  if (asked.outcomeId) all.push(sql`outcome_id = ${asked.outcomeId}`)
  if (asked.personId) all.push(sql`person_id = ${asked.personId}`)
  if (asked.id) all.push(sql`id = ${asked.id}`)
  if (asked.nextBy) all.push(sql`next_on <= ${asked.nextBy}`)
  const rows = await ask<RawTerm[]>(
    tx as Tx,
    sql`
      select id, outcome_id as "outcomeId", complaint_id as "complaintId", person_id as "personId",
        debtor_agency_id as "debtorAgency", debtor_party_id as "debtorParty",
        payer_agency_id as "payerAgency", payer_party_id as "payerParty", minor, currency,
        due_on as "dueOn", parts, every_months as "everyMonths", until_sealed as "untilSealed",
        next_on as "nextOn", ended_on as "endedOn", collector_sealed as "collectorSealed", shares,
        in_force as "inForce"
      from money_term where ${all.reduce((before, one) => sql`${before} and ${one}`, sql`true`)}
      order by id`,
  )
  return rows.map(({ debtorAgency, debtorParty, payerAgency, payerParty, ...row }) => ({
    ...row,
    debtor: debtorOf(debtorAgency, debtorParty),
    payer: partyOf(payerAgency, payerParty),
  }))
}

export type StoredRemedy = {
  readonly id: RemedyId
  readonly outcomeId: OutcomeId
  readonly complaintId: string
  readonly personId: string
  readonly kind: RemedyKind
  readonly debtor: Party
  readonly dueOn: Day
  readonly wordsSealed: Uint8Array | null
  readonly status: RemedyStatus
  readonly version: number
  readonly doneOn: Day | null
  readonly settledAt: Date | null
  readonly settledHow: string | null
  /** The proof: a photo of the paper that she signed. */
  readonly evidenceId: string | null
}
export type RemediesAsked = {
  readonly complaintId?: string
  readonly outcomeId?: string
  readonly personId?: string
  readonly id?: string
  readonly agencyId?: string
  readonly openOnly?: boolean
  /** Only what was to be done before this day, and nobody says that it was. */
  readonly lateOn?: Day
  readonly limit?: number
}
export async function listRemedies(tx: Db | Tx, asked: RemediesAsked): Promise<StoredRemedy[]> {
  const all: Sql[] = []
  if (asked.complaintId) all.push(sql`complaint_id = ${asked.complaintId}`)
  if (asked.outcomeId) all.push(sql`outcome_id = ${asked.outcomeId}`)
  if (asked.personId) all.push(sql`person_id = ${asked.personId}`)
  if (asked.id) all.push(sql`id = ${asked.id}`)
  if (asked.agencyId) all.push(sql`debtor_agency_id = ${asked.agencyId}`)
  if (asked.lateOn) all.push(sql`status = 'due' and due_on < ${asked.lateOn}`)
  if (asked.openOnly) all.push(sql`status in ('due', 'reported')`)
  const rows = await ask<(Omit<StoredRemedy, 'debtor'> & RawParties)[]>(
    tx as Tx,
    sql`
      select id, outcome_id as "outcomeId", complaint_id as "complaintId", person_id as "personId",
        kind, debtor_agency_id as "debtorAgency", debtor_party_id as "debtorParty",
        due_on as "dueOn", words_sealed as "wordsSealed", status, version, done_on as "doneOn",
        settled_at as "settledAt", settled_how as "settledHow", evidence_id as "evidenceId"
      from remedy where ${all.reduce((before, one) => sql`${before} and ${one}`, sql`true`)}
      order by due_on, id limit ${asked.limit ?? 5_000}`,
  )
  return rows.map(({ debtorAgency, debtorParty, ...row }) => ({
    ...row,
    debtor: debtorOf(debtorAgency, debtorParty),
  }))
}
