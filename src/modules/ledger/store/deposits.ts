import type { Currency, Money } from '../../../kernel/money.ts'
import type { Db, Tx } from '../../../platform/db.ts'
import { newId } from '../../../platform/new-id.ts'
import type { AgencyId } from '../../agencies/index.ts'
import type { AccountId, AccountKind } from '../rules/account.ts'
import type { DepositChange, DepositId, Holding } from '../rules/deposit.ts'
import type { ReleaseId } from '../rules/release.ts'
import { ownAccount } from './accounts.ts'

/** What is held for these agencies, as far as the actor may see it. */
export const listHoldings = (db: Db | Tx, agencyIds: readonly AgencyId[]): Promise<Holding[]> =>
  db<Holding[]>`
    select d.id, d.agency_id as "agencyId", d.currency, d.account_id as "accountId",
      d.paid_in_id as "paidInId", a.balance as held
    from deposit d join ledger_account a on a.id = d.account_id
    where d.agency_id = any (${[...agencyIds]}::uuid[])
    order by d.agency_id, d.currency`

/** Of every agency for which anything was ever held. */
export const listAllHoldings = (tx: Tx): Promise<Holding[]> =>
  tx<Holding[]>`
    select d.id, d.agency_id as "agencyId", d.currency, d.account_id as "accountId",
      d.paid_in_id as "paidInId", a.balance as held
    from deposit d join ledger_account a on a.id = d.account_id
    order by d.agency_id, d.currency`

/** What a deposit held at the end of a day; null where it was not opened yet. */
export async function heldOn(
  db: Db | Tx,
  { accountId, before }: { readonly accountId: AccountId; readonly before: Date },
): Promise<bigint | null> {
  const [row] = await db<{ held: bigint }[]>`
    select coalesce((
      select e.balance_after
      from ledger_entry e join ledger_posting p on p.id = e.posting_id
      where e.account_id = d.account_id and p.posted_at < ${before}
      order by e.version desc limit 1), 0)::bigint as held
    from deposit d where d.account_id = ${accountId} and d.opened_at < ${before}`
  return row?.held ?? null
}

/** The deposit of one agency: one holding for each currency in which it paid; none where none is entered. */
export const depositOf = (db: Db | Tx, agencyId: AgencyId): Promise<Holding[]> =>
  listHoldings(db, [agencyId])

export type OpenDeposit = {
  readonly agencyId: AgencyId
  readonly currency: Currency
  readonly at: Date
}

/** The holding of this agency in this currency; opened, empty, when it is first needed. */
export async function openDeposit(
  tx: Tx,
  { agencyId, currency, at }: OpenDeposit,
): Promise<Holding> {
  const own = (kind: AccountKind) =>
    ownAccount(tx, { id: newId<AccountId>(), kind, currency, agencyId, partyId: null })
  const accountId = await own('deposit')
  const paidInId = await own('paid-in')
  await tx`
    insert into deposit (id, agency_id, currency, account_id, paid_in_id, opened_at)
    values (${newId<DepositId>()}, ${agencyId}, ${currency}, ${accountId}, ${paidInId}, ${at})
    on conflict (agency_id, currency) do nothing`
  const holding = (await depositOf(tx, agencyId)).find((each) => each.currency === currency)
  if (!holding) throw new Error('a deposit that was opened is not there')
  return holding
}

export type NewChange = Omit<DepositChange, 'recordedAt'> & {
  readonly depositId: DepositId
  /** The release by which it was given back. */
  readonly releaseId?: ReleaseId
  readonly at: Date
}

/** False when money with this slip was entered before. */
export async function insertChange(tx: Tx, change: NewChange): Promise<boolean> {
  const {
    id,
    depositId,
    kind,
    minor,
    onDay,
    reference,
    reason,
    recordedBy,
    releaseId = null,
    at,
  } = change
  const added = await tx`
    insert into deposit_change (id, deposit_id, kind, minor, on_day, reference, reason, recorded_by,
      recorded_at, release_id)
    values (${id}, ${depositId}, ${kind}, ${minor}, ${onDay}, ${reference}, ${reason}, ${recordedBy},
      ${at}, ${releaseId})
    on conflict do nothing`
  return added.count === 1
}

/** What officers entered, by the ids that the entries of the account name. */
export const listChanges = (
  tx: Tx,
  { ids }: { readonly ids: readonly string[] },
): Promise<DepositChange[]> =>
  tx<DepositChange[]>`
    select id, kind, minor, on_day as "onDay", reference, reason, recorded_by as "recordedBy",
      recorded_at as "recordedAt"
    from deposit_change where id = any (${[...ids]}::uuid[])`

/** Since when an agency's deposit holds less than this; null where it does not, or nobody can say. */
export async function shortSince(
  db: Db | Tx,
  { agencyId, minimum }: { readonly agencyId: AgencyId; readonly minimum: Money },
): Promise<Date | null> {
  const [row] = await db<{ since: Date | null }[]>`
    select deposit_short_since(${agencyId}, ${minimum.minor}, ${minimum.currency}) as since`
  return row?.since ?? null
}

/** What an agency owes and did not pay yet, in any currency: while anything is open, none is given back. */
export async function owesAnything(tx: Tx, agencyId: AgencyId): Promise<boolean> {
  const rows = await tx`
    select from ledger_account
    where agency_id = ${agencyId} and kind in ('owed', 'paid') and balance > 0 limit 1`
  return rows.length > 0
}
