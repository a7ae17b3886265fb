import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import type { Tx } from '../../../platform/db.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import { deleteDraft, findDraft, saveDraft } from '../store/draft.ts'

/** A receipt that an officer hands over: sealed under a token that only the browser holds. */
export type KeptSlip = { readonly id: string; readonly number: string; readonly secret: string }

const slip = z.object({ id: z.string(), number: z.string(), secret: z.string() })
export const slipMinutes = 15

/** Keeps a slip for a few minutes, to be shown after the redirect; returns the token. */
export async function keepSlip(
  tx: Tx,
  vault: Vault,
  { receipt, now }: { receipt: KeptSlip; now: Date },
): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  const { id, number, secret } = receipt
  const content = vault.seal(keyOf(vault, token), JSON.stringify({ id, number, secret }))
  const expiresAt = new Date(now.getTime() + slipMinutes * 60_000)
  await saveDraft(tx, token, { content, expiresAt })
  return token
}

/** Null when it was handed over, has ended, or belongs to another browser. */
export async function openSlip(
  tx: Tx,
  vault: Vault,
  { token, now }: { token: string; now: Date },
): Promise<KeptSlip | null> {
  const content = await findDraft(tx, token, now)
  if (!content) return null
  return slip.parse(JSON.parse(vault.open(keyOf(vault, token), content)))
}

export const dropSlip = (tx: Tx, token: string): Promise<void> => deleteDraft(tx, token)

const keyOf = (vault: Vault, token: string) => vault.keyFrom(token, 'officer-slip')
