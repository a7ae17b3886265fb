import type { Day } from '../../../kernel/days.ts'
import type { Currency } from '../../../kernel/money.ts'
import type { Db, Tx } from '../../../platform/db.ts'
import { ask, type Sql, sql } from '../../../platform/sql.ts'
import type { AgencyId } from '../../agencies/index.ts'
import type { AccountId } from '../rules/account.ts'
import type { Due, DueId, NewDue, Party } from '../rules/due.ts'

/** Writes dues with one statement; their accounts are opened beside. */
export async function insertDues(
  tx: Tx,
  { at, dues }: { readonly at: Date; readonly dues: readonly NewDue[] },
): Promise<void> {
  const of = <T>(pick: (due: NewDue) => T): T[] => dues.map(pick)
  await tx`
    insert into due (id, case_id, beneficiary_id, debtor_agency_id, debtor_party_id, minor, currency,
      due_on, source_type, source_id, reference, opened_at)
    select *, ${at}::timestamptz from unnest(${of(({ id }) => id)}::uuid[],
      ${of(({ caseId }) => caseId)}::uuid[], ${of(({ beneficiaryId }) => beneficiaryId)}::uuid[],
      ${of(({ debtor }) => agencyOf(debtor))}::uuid[],
      ${of(({ debtor }) => partyOf(debtor))}::uuid[],
      ${of(({ money }) => money.minor.toString())}::bigint[],
      ${of(({ money }) => money.currency)}::text[], ${of(({ dueOn }) => dueOn)}::date[],
      ${of(({ source }) => source.type)}::text[], ${of(({ source }) => source.id)}::uuid[],
      ${of(({ reference }) => reference)}::text[])`
}

export const agencyOf = (party: Party | null): AgencyId | null =>
  party?.kind === 'agency' ? party.id : null
export const partyOf = (party: Party | null): string | null =>
  party?.kind === 'party' ? party.id : null

/** The three accounts of a due, with its counter account. */
export type DueAccounts = {
  readonly owed: AccountId
  readonly paid: AccountId
  readonly received: AccountId
}
/** A due with where its money stands. */
export type DueRow = Due & { readonly accounts: DueAccounts }

/** What narrows a list of dues; what is left out narrows nothing. */
export type DuesAsked = {
  readonly ids?: readonly DueId[]
  readonly caseIds?: readonly string[]
  readonly beneficiaryIds?: readonly string[]
  /** By the terms that they come from. */
  readonly sourceIds?: readonly string[]
  readonly debtorAgency?: AgencyId
  /** Only where something is owed and the last day lies before this day. */
  readonly overdueOn?: Day
  /** Only what was paid and waits for somebody's word. */
  readonly toConfirm?: boolean
  /** Only where something is owed or waits for somebody's word. */
  readonly openOnly?: boolean
  readonly currency?: Currency
  /** What follows this one in the order of the list. */
  readonly after?: Pick<Due, 'dueOn' | 'id'>
  /** At most so many, by due day; 5,000 unless told. */
  readonly limit?: number
}

/** Dues that the actor may see, by due day, each with what is owed, paid and received of it. */
export async function listDues(db: Db | Tx, asked: DuesAsked): Promise<DueRow[]> {
  const rows = await ask<RawDue[]>(
    db as Tx,
    sql`
      select d.id, d.case_id as "caseId", d.beneficiary_id as "beneficiaryId",
        d.debtor_agency_id as "agencyId", d.debtor_party_id as "partyId", d.minor, d.currency,
        d.due_on as "dueOn", d.source_type as "sourceType", d.source_id as "sourceId", d.reference,
        d.opened_at as "openedAt", o.balance as owed, p.balance as paid, r.balance as received,
        o.id as "owedId", p.id as "paidId", r.id as "receivedId"
      from due d
      join ledger_account o on o.due_id = d.id and o.kind = 'owed'
      join ledger_account p on p.due_id = d.id and p.kind = 'paid'
      join ledger_account r on r.due_id = d.id and r.kind = 'received'
      where ${conditionsOf(asked)}
      order by d.due_on, d.id limit ${asked.limit ?? 5_000}`,
  )
  return rows.map(dueOf)
}

function conditionsOf(asked: DuesAsked): Sql {
  const { ids, caseIds, beneficiaryIds, sourceIds, debtorAgency, overdueOn } = asked
  const all: Sql[] = []
  if (ids) all.push(sql`d.id = any (${ids}::uuid[])`)
  if (caseIds) all.push(sql`d.case_id = any (${caseIds}::uuid[])`)
  if (beneficiaryIds) all.push(sql`d.beneficiary_id = any (${beneficiaryIds}::uuid[])`)
  if (sourceIds) all.push(sql`d.source_id = any (${sourceIds}::uuid[])`)
  if (debtorAgency) all.push(sql`d.debtor_agency_id = ${debtorAgency}`)
  if (overdueOn) all.push(sql`d.due_on < ${overdueOn} and o.balance > 0`)
  return [...all, ...moreConditions(asked)].reduce(
    (before, one) => sql`${before} and ${one}`,
    sql`true`,
  )
}

function moreConditions({ toConfirm, openOnly, currency, after }: DuesAsked): Sql[] {
  const all: Sql[] = []
  if (toConfirm) all.push(sql`p.balance > 0`)
  if (openOnly) all.push(sql`o.balance + p.balance > 0`)
  if (currency) all.push(sql`d.currency = ${currency}`)
  if (after) all.push(sql`(d.due_on, d.id) > (${after.dueOn}::date, ${after.id}::uuid)`)
  return all
}

type RawDue = Omit<DueRow, 'debtor' | 'money' | 'source' | 'accounts'> & {
  readonly agencyId: AgencyId | null
  readonly partyId: string | null
  readonly minor: bigint
  readonly currency: Currency
  readonly sourceType: string
  readonly sourceId: string
  readonly owedId: AccountId
  readonly paidId: AccountId
  readonly receivedId: AccountId
}

function dueOf(row: RawDue): DueRow {
  const { agencyId, partyId, minor, currency, sourceType, sourceId, ...rest } = row
  const { owedId, paidId, receivedId, ...due } = rest
  return {
    ...due,
    debtor: debtorOf(agencyId, partyId),
    money: { minor, currency },
    source: { type: sourceType, id: sourceId },
    accounts: { owed: owedId, paid: paidId, received: receivedId },
  }
}

export function debtorOf(agencyId: AgencyId | null, partyId: string | null): Party {
  if (agencyId !== null) return { kind: 'agency', id: agencyId }
  if (partyId === null) throw new Error('nobody owes this')
  return { kind: 'party', id: partyId }
}
