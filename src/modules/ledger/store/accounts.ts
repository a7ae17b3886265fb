import type { Currency } from '../../../kernel/money.ts'
import type { Db, Tx } from '../../../platform/db.ts'
import type { AgencyId } from '../../agencies/index.ts'
import type { AccountId, AccountKind, Balance, Entry } from '../rules/account.ts'

export type NewAccount = {
  readonly id: AccountId
  readonly kind: AccountKind
  readonly currency: Currency
  readonly agencyId: AgencyId | null
  readonly partyId: string | null
  readonly caseId: string | null
  readonly dueId: string | null
}

/** Opens accounts, all empty, with one statement. */
export async function openAccounts(tx: Tx, accounts: readonly NewAccount[]): Promise<void> {
  const of = <T>(pick: (account: NewAccount) => T): T[] => accounts.map(pick)
  await tx`
    insert into ledger_account (id, kind, currency, agency_id, party_id, case_id, due_id)
    select * from unnest(${of(({ id }) => id)}::uuid[], ${of(({ kind }) => kind)}::text[],
      ${of(({ currency }) => currency)}::text[], ${of(({ agencyId }) => agencyId)}::uuid[],
      ${of(({ partyId }) => partyId)}::uuid[], ${of(({ caseId }) => caseId)}::uuid[],
      ${of(({ dueId }) => dueId)}::uuid[])`
}

/** The one account of this kind and currency of an agency or party; opened when it is first needed. */
export async function ownAccount(
  tx: Tx,
  account: Omit<NewAccount, 'caseId' | 'dueId'>,
): Promise<AccountId> {
  const { id, kind, currency, agencyId, partyId } = account
  await tx`
    insert into ledger_account (id, kind, currency, agency_id, party_id)
    values (${id}, ${kind}, ${currency}, ${agencyId}, ${partyId})
    on conflict do nothing`
  const [found] = await tx<{ id: AccountId }[]>`
    select id from ledger_account
    where due_id is null and kind = ${kind} and currency = ${currency}
      and (agency_id = ${agencyId} or party_id = ${partyId})`
  if (!found) throw new Error('an account that was opened is not there')
  return found.id
}

/** What stands in these accounts, as far as the actor may see them. */
export const balancesOf = (db: Db | Tx, ids: readonly AccountId[]): Promise<Balance[]> =>
  db<Balance[]>`
    select id as "accountId", kind, currency, balance as minor
    from ledger_account where id = any (${[...ids]}::uuid[])`

export type EntriesAsk = {
  readonly accountId: AccountId
  /** The entry before which the page begins; the newest first. */
  readonly before?: number | null
  readonly limit?: number
}

/** One page of an account's entries: keyset, so that the hundredth costs what the first does. */
export async function listEntries(
  db: Db | Tx,
  { accountId, before = null, limit = 50 }: EntriesAsk,
): Promise<Entry[]> {
  const rows = await db<(Omit<Entry, 'source'> & { sourceType: string; sourceId: string })[]>`
    select e.version, e.posting_id as "postingId", p.kind, p.source_type as "sourceType",
      p.source_id as "sourceId", p.posted_at as "postedAt", e.minor, e.balance_before as "before",
      e.balance_after as "after"
    from ledger_entry e join ledger_posting p on p.id = e.posting_id
    where e.account_id = ${accountId} and (${before}::int is null or e.version < ${before})
    order by e.version desc limit ${limit}`
  return rows.map(({ sourceType, sourceId, ...row }) => ({
    ...row,
    source: { type: sourceType, id: sourceId },
  }))
}
