import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db.ts'
import { newId } from '../../../platform/new-id.ts'
import { type AccountId, isSum, type Line, type Posting } from '../rules/account.ts'
import type { NewDue, Party } from '../rules/due.ts'
import { type NewAccount, openAccounts, ownAccount } from '../store/accounts.ts'
import { agencyOf, insertDues, partyOf } from '../store/dues.ts'
import { postAll } from '../store/post.ts'

export type OpenDues = { readonly at: Date; readonly dues: readonly NewDue[] }

/** Zero, below zero, or beyond all measure. */
export type OpenDuesRefusal = 'not-a-sum'

/**
 * Opens sums that are to be paid, hundreds with a handful of statements: each with three accounts,
 * and the whole of it as owed against the debt of whoever owes. All of them or none.
 */
export async function openDues(
  tx: Tx,
  { at, dues }: OpenDues,
): Promise<Result<null, OpenDuesRefusal>> {
  if (dues.some(({ money }) => !isSum(money.minor))) return refuse('not-a-sum')
  if (dues.length === 0) return ok(null)
  const debts = await debtAccounts(tx, dues)
  const opened = dues.map((due) => ({ due, owed: accountOf(due, 'owed') }))
  await insertDues(tx, { at, dues })
  await openAccounts(
    tx,
    opened.flatMap(({ due, owed }) => [owed, accountOf(due, 'paid'), accountOf(due, 'received')]),
  )
  const posted = await postAll(tx, {
    at,
    postings: postingsOf(
      opened.map(({ due, owed }) => ({ due, owed: owed.id })),
      debts,
    ),
  })
  if (!posted.ok) throw new Error('what is opened is always covered')
  return posted
}

const accountOf = (due: NewDue, kind: 'owed' | 'paid' | 'received'): NewAccount => ({
  ...{ id: newId<AccountId>(), kind, currency: due.money.currency },
  ...{ agencyId: agencyOf(due.debtor), partyId: partyOf(due.debtor) },
  ...{ caseId: due.caseId, dueId: due.id },
})

/** One for each debtor and currency, under the key that `debtKey` gives. */
async function debtAccounts(tx: Tx, dues: readonly NewDue[]): Promise<Map<string, AccountId>> {
  const found = new Map<string, AccountId>()
  for (const { debtor, money } of dues) {
    const key = debtKey(debtor, money.currency)
    if (!found.has(key)) found.set(key, await debtAccount(tx, debtor, money.currency))
  }
  return found
}

const debtKey = (debtor: Party, currency: string): string => `${debtor.id} ${currency}`

/** The counter account of all that somebody owes in a currency. */
export const debtAccount = (
  tx: Tx,
  debtor: Party,
  currency: NewDue['money']['currency'],
): Promise<AccountId> =>
  ownAccount(tx, {
    ...{ id: newId<AccountId>(), kind: 'debt', currency },
    ...{ agencyId: agencyOf(debtor), partyId: partyOf(debtor) },
  })

type Opened = { readonly due: NewDue; readonly owed: AccountId }

/** One for each term that the dues come from. */
function postingsOf(opened: readonly Opened[], debts: Map<string, AccountId>): Posting[] {
  const bySource = Map.groupBy(opened, ({ due }) => due.source.id)
  return [...bySource.values()].flatMap((ofOne) => {
    const [first] = ofOne
    if (!first) return []
    return {
      ...{ id: newId<Posting['id']>(), kind: 'dues-opened' as const, source: first.due.source },
      lines: [
        ...ofOne.map(({ due, owed }) => ({ accountId: owed, minor: due.money.minor })),
        ...debtLines(ofOne, debts),
      ],
    }
  })
}

/** Against each debtor's account, the sum of what this debtor owes. */
function debtLines(opened: readonly Opened[], debts: Map<string, AccountId>): Line[] {
  const byDebt = Map.groupBy(opened, ({ due }) => debtKey(due.debtor, due.money.currency))
  return [...byDebt].map(([key, dues]) => {
    const accountId = debts.get(key)
    if (!accountId) throw new Error('a debtor has no account')
    return { accountId, minor: -dues.reduce((sum, { due }) => sum + due.money.minor, 0n) }
  })
}
