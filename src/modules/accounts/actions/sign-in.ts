import { publicActor } from '../../../kernel/actor.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db.ts'
import { recordLook } from '../../../platform/events/audit.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import { isLogin, normaliseLogin } from '../rules/login.ts'
import { findCredential, type SignInCredential } from '../store/identities.ts'
import type { PersonId } from '../store/people.ts'
import { actorOf, bareActorOf } from './actor-of.ts'
import type { Device } from './devices.ts'
import { type Opening, openCodeStep, openSession } from './open-session.ts'
import { verifyPassword } from './password-hash.ts'
import { countPasswords } from './slow-down.ts'

/** Where somebody knocks from. */
export type Knock = {
  readonly device: Device | null
  readonly addressHash: Buffer
  readonly now: Date
}
export type SignIn = Knock & { readonly login: string; readonly password: string }

export type SignedIn = {
  readonly personId: PersonId
  readonly token: string
  readonly roles: readonly string[]
  /** `code`: the token only opens the page that asks for it. `set-up` and `new-password`: no role counts before. */
  readonly next: 'in' | 'code' | 'set-up' | 'new-password'
}
export type SignInRefusal =
  | { readonly code: 'wrong' }
  | { readonly code: 'slow-down'; readonly seconds: number }

/**
 * Name and password. A refusal must be committed, for it is counted; it is the same, and takes as
 * long, whether the name, the password or the account is at fault.
 */
export async function signIn(
  tx: Tx,
  vault: Vault,
  knock: SignIn,
): Promise<Result<SignedIn, SignInRefusal>> {
  const login = normaliseLogin(knock.login)
  const found = isLogin(login) ? await findCredential(tx, login, knock.now) : null
  const personId = found?.personId ?? null
  const count = countPasswords(tx, vault, { ...knock, login, personId })
  const seconds = await count.wait()
  if (seconds > 0) return refuse({ code: 'slow-down', seconds })
  const matches = await verifyPassword(found?.passwordHash ?? null, knock.password)
  if (!found || found.disabled || !matches) {
    await count.failed()
    await recordLook(tx, publicActor, { act: 'refused', recordType: 'person', recordId: personId })
    return refuse({ code: 'wrong' })
  }
  await count.succeeded()
  return ok(await welcome(tx, found, { ...knock, by: 'password' }))
}

/** After the first step, whichever it was: the second one is awaited, or to be set up. */
export async function welcome(
  tx: Tx,
  found: SignInCredential,
  knock: Knock & Pick<Opening, 'by'>,
): Promise<SignedIn> {
  const { personId } = found
  if (found.hasSecondFactor) {
    const token = await openCodeStep(tx, { ...knock, actor: bareActorOf(personId) })
    return { personId, token, roles: [], next: 'code' }
  }
  const actor = bareActorOf(personId)
  const token = await openSession(tx, { ...knock, actor, secondFactor: false })
  return { personId, token, roles: [], next: found.firstPassword ? 'new-password' : 'set-up' }
}

/** One click, only where the routes of a demonstration are mounted, and only for its persons. */
export async function signInForDemonstration(
  tx: Tx,
  login: string,
  knock: Knock,
): Promise<Result<SignedIn, 'no-such-person'>> {
  const found = isLogin(login) ? await findCredential(tx, login, knock.now) : null
  if (!found?.demonstration || found.disabled) return refuse('no-such-person')
  const actor = actorOf(found.personId, found.assignments)
  const opening = { ...knock, actor, by: 'demonstration', secondFactor: true } as const
  const token = await openSession(tx, opening)
  return ok({ personId: found.personId, token, roles: actor.roles, next: 'in' })
}
