import type { Actor } from '../../../kernel/actor.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import { addClaim } from '../../complaints/index.ts'
import type { FoundClaim } from '../rules/calculator/claims-of.ts'
import type { Finding } from '../rules/calculator/finding.ts'

export type TakeClaims = {
  readonly vault: Vault
  readonly complaintId: string
  readonly personId: string
  readonly claims: readonly FoundClaim[]
  /** The working in the officer's words: kept as the basis, sealed. */
  readonly basisOf: (finding: Finding) => string
  readonly at: Date
}
export type TakeClaimsRefusal =
  | 'not-found'
  | 'not-your-role'
  | 'case-is-finished'
  | 'nothing-to-claim'

/** The officer takes what was reckoned as claims of one person; from now on people decide. */
export async function takeClaims(
  tx: Tx,
  actor: Actor,
  { vault, complaintId, personId, claims, basisOf, at }: TakeClaims,
): Promise<Result<number, TakeClaimsRefusal>> {
  if (claims.length === 0) return refuse('nothing-to-claim')
  for (const { kind, money, finding } of claims) {
    const added = await addClaim(tx, actor, {
      ...{ vault, complaintId, personId, kind, at },
      ...{ minor: money?.minor ?? null, currency: money?.currency ?? null },
      ...{ share: null, shareOf: null, creditor: null, interest: null, aroseOn: null },
      basis: basisOf(finding).slice(0, longestBasis),
    })
    if (!added.ok) {
      const { refusal } = added
      if (refusal === 'creditor-of-a-debt-only') throw new Error('a claim of hers has no creditor')
      return refuse(refusal)
    }
  }
  return ok(claims.length)
}

const longestBasis = 4000
