import type { Actor } from '../../../kernel/actor.ts'
import type { Tx } from '../../../platform/db.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import { minutesLater } from '../rules/session-terms.ts'
import { signingCodeField } from '../rules/signing.ts'
import type { PersonId } from '../store/people.ts'
import { addSession, endSession } from '../store/sessions.ts'
import { hashAddress, hashToken, newToken, sessionCookie } from './secrets.ts'
import { type SigningVisit, signingState } from './sign.ts'

type Demonstrated = { readonly actor: Actor; readonly now: Date; readonly vault: Vault }

/**
 * A browser of a demonstration's person for a moment, with the code in its form: what is signed in it
 * is signed as by everybody else.
 */
export async function inDemonstrationBrowser<T>(
  tx: Tx,
  { actor, now, vault }: Demonstrated,
  work: (visit: SigningVisit) => Promise<T>,
): Promise<T> {
  const token = newToken()
  const tokenHash = hashToken(token)
  await addSession(tx, {
    ...{ tokenHash, now, personId: actor.id as PersonId, secondFactorAt: now },
    ...{ expiresAt: minutesLater(now, 5), addressHash: hashAddress(vault, '192.0.2.1') },
  })
  const visit = { actor, now, vault, cookies: { [sessionCookie]: token }, form: {} }
  const { code } = await signingState(tx, visit)
  const done = await work({ ...visit, form: { [signingCodeField]: code ?? '' } })
  await endSession(tx, tokenHash)
  return done
}
