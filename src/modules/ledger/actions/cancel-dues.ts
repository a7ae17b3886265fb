import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db.ts'
import { newId } from '../../../platform/new-id.ts'
import type { Line, Posting, Source } from '../rules/account.ts'
import type { DueId } from '../rules/due.ts'
import { listDues } from '../store/dues.ts'
import { postAll } from '../store/post.ts'
import { debtAccount } from './open-dues.ts'

export type CancelDues = {
  readonly at: Date
  readonly ids: readonly DueId[]
  /** What took its place: a decision on appeal, a second settlement. */
  readonly source: Source
}
/** `changed-meanwhile`: somebody paid on it at the same moment. */
export type CancelRefusal = 'no-such-due' | 'changed-meanwhile'

/** Takes back what is still owed of these dues; what was paid or received stays. */
export async function cancelDues(
  tx: Tx,
  { at, ids, source }: CancelDues,
): Promise<Result<null, CancelRefusal>> {
  const dues = await listDues(tx, { ids })
  if (dues.length !== new Set(ids).size) return refuse('no-such-due')
  const lines: Line[] = []
  for (const { debtor, money, owed, accounts } of dues) {
    if (owed === 0n) continue
    const debt = await debtAccount(tx, debtor, money.currency)
    lines.push({ accountId: accounts.owed, minor: -owed }, { accountId: debt, minor: owed })
  }
  if (lines.length === 0) return ok(null)
  const posting = { id: newId<Posting['id']>(), kind: 'dues-cancelled', source, lines } as const
  const posted = await postAll(tx, { at, postings: [posting] })
  return posted.ok ? posted : refuse('changed-meanwhile')
}
