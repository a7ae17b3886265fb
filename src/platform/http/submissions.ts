import { createHash } from 'node:crypto'
import type { Db, Tx } from '../db.ts'
import type { Vault } from '../vault/vault.ts'

export type Claim = {
  readonly actorId: string
  readonly submission: string
  /**
   * What else must be the same for it to be the same attempt: where and what was sent. Programs
   * choose their own keys, and all without an account act as one: whoever guesses a key of somebody
   * else's must not be handed the receipt.
   */
  readonly content?: string
}

const hashOf = ({ actorId, submission, content = '' }: Claim): Buffer =>
  createHash('sha256').update(`${actorId}\0${submission}\0${content}`).digest()

const keyOf = (vault: Vault, { submission, content = '' }: Claim) =>
  vault.keyFrom(`${submission}\0${content}`, 'submission')

/**
 * Claims a submission for this transaction. When the same one was already carried out, its
 * outcome comes back instead; when it is under way elsewhere, this waits for its end.
 */
export async function claimSubmission<T>(
  tx: Tx,
  vault: Vault,
  claim: Claim,
): Promise<{ first: true } | { first: false; outcome: T }> {
  const hash = hashOf(claim)
  const claimed =
    await tx`insert into submission (key_hash) values (${hash}) on conflict do nothing`
  if (claimed.count === 1) return { first: true }
  const [row] = await tx<{ outcome: Uint8Array | null }[]>`
    select outcome from submission where key_hash = ${hash}`
  // Answered with a page and not with a record: showing it again does no harm.
  if (!row?.outcome) return { first: true }
  const key = keyOf(vault, claim)
  return { first: false, outcome: JSON.parse(vault.open(key, row.outcome)) as T }
}

/** Keeps what was answered, readable only with the submission id that the client holds. */
export async function keepOutcome(
  tx: Tx,
  vault: Vault,
  { outcome, ...claim }: Claim & { readonly outcome: unknown },
): Promise<void> {
  const key = keyOf(vault, claim)
  await tx`
    update submission set outcome = ${vault.seal(key, JSON.stringify(outcome))}
    where key_hash = ${hashOf(claim)}`
}

/** After a week nobody presses the same button again. */
export async function forgetSubmissions(db: Db, now: Date): Promise<void> {
  const before = new Date(now.getTime() - 7 * 86_400_000)
  await db`delete from submission where received_at < ${before}`
}
