import { dayOf } from '../../../kernel/days.ts'
import { judge, type Verdict } from '../../../kernel/tokens/judge.ts'
import { tokenTextIn } from '../../../kernel/tokens/text-form.ts'
import type { Tx } from '../../../platform/db.ts'
import { readToken } from '../../../platform/tokens/read-token.ts'
import type { StatusSource } from '../../../platform/tokens/status-source.ts'
import type { Vault } from '../../../platform/vault/vault.ts'

export type Checking = {
  readonly vault: Vault
  readonly sources: readonly StatusSource[]
  readonly now: Date
}

/** What we ourselves say of a signed code, with the register of this moment; null for what is none. */
export async function checkCode(
  tx: Tx,
  typed: string,
  { vault, sources, now }: Checking,
): Promise<Verdict | null> {
  const text = tokenTextIn(typed)
  if (text === null) return null
  const { token, signature } = await readToken(tx, vault, text)
  const source = sources.find(({ kind }) => kind === token?.kind)
  const found =
    token && signature === 'right' ? await source?.find(tx, token.place, dayOf(now)) : null
  // A thing that is not there any more does not hold any more.
  const list = { issuedAt: now, endsAt: now, status: found ?? 'ended' } as const
  return judge(token, { signature, keysAsOf: now, list, now, clockIsSure: true })
}
