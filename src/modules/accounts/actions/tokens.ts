import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db.ts'
import { type ApiScope, mostTokens } from '../rules/scopes.ts'
import { minutesLater } from '../rules/session-terms.ts'
import { findPersonByLogin, type PersonId } from '../store/people.ts'
import { addToken, listTokens, revokeToken } from '../store/tokens.ts'
import { recordAbout } from './about-person.ts'
import { bareActorOf } from './actor-of.ts'
import { hashToken, newToken } from './secrets.ts'

export type TokenOrder = {
  readonly label: string
  readonly scopes: readonly ApiScope[]
  readonly days: number
  readonly now: Date
}

/** Makes a token; what comes back is shown once and kept nowhere. */
export async function createToken(
  tx: Tx,
  personId: PersonId,
  order: TokenOrder,
): Promise<Result<string, 'too-many-tokens'>> {
  const { now, label, scopes } = order
  if ((await listTokens(tx, personId, now)).length >= mostTokens) return refuse('too-many-tokens')
  const token = newToken()
  const expiresAt = minutesLater(now, order.days * 24 * 60)
  await addToken(tx, { tokenHash: hashToken(token), personId, label, scopes, now, expiresAt })
  await recordAbout(tx, bareActorOf(personId), {
    personId: personId,
    type: 'person.token-made',
    at: now,
  })
  return ok(token)
}

/** For `npm run token -- PERSON`: a token of the person with this login, as the owner or a job. */
export async function issueToken(
  tx: Tx,
  order: TokenOrder & { readonly login: string },
): Promise<Result<string, 'no-such-person' | 'too-many-tokens'>> {
  const personId = await findPersonByLogin(tx, order.login)
  return personId ? createToken(tx, personId, order) : refuse('no-such-person')
}

export async function endToken(
  tx: Tx,
  personId: PersonId,
  { id, now }: { id: string; now: Date },
): Promise<Result<null, 'not-found'>> {
  if (!(await revokeToken(tx, personId, { id, now }))) return refuse('not-found')
  await recordAbout(tx, bareActorOf(personId), {
    personId: personId,
    type: 'person.token-revoked',
    at: now,
  })
  return ok(null)
}
