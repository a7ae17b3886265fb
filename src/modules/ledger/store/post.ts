import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db.ts'
import type { Posting } from '../rules/account.ts'

/** An account that may not go below nothing would: what is not there cannot be moved. */
export type PostRefusal = 'not-covered'

/**
 * Writes postings, hundreds as well as one, with one statement: `post_to_ledger` locks the accounts
 * in the order of their ids, writes each line with what stood before and after, and moves the
 * balances. Call it once in a transaction: locks of a second call come in no order with the first.
 * Throws where a posting does not sum to zero in each currency: that is never the user's doing.
 */
export async function postAll(
  tx: Tx,
  { at, postings }: { readonly at: Date; readonly postings: readonly Posting[] },
): Promise<Result<null, PostRefusal>> {
  const lines = postings.flatMap(({ id, lines }) => lines.map((line) => ({ ...line, id })))
  const of = <T>(pick: (posting: Posting) => T): T[] => postings.map(pick)
  const [answer] = await tx<{ refusal: PostRefusal | null }[]>`
    select post_to_ledger(${of(({ id }) => id)}::uuid[], ${of(({ kind }) => kind)}::text[],
      ${of(({ source }) => source.type)}::text[], ${of(({ source }) => source.id)}::uuid[],
      ${at}, ${lines.map(({ id }) => id)}::uuid[],
      ${lines.map(({ accountId }) => accountId)}::uuid[],
      ${lines.map(({ minor }) => minor.toString())}::bigint[]) as refusal`
  return answer?.refusal ? refuse(answer.refusal) : ok(null)
}
