import type { Actor } from '../../../kernel/actor.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import { setActor, type Tx } from '../../../platform/db.ts'
import { recordLook } from '../../../platform/events/audit.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import { codeTerms } from '../rules/session-terms.ts'
import { findSecondFactor, hasFirstPassword, useStep } from '../store/credentials.ts'
import { findSession, type SessionIdentity } from '../store/identities.ts'
import type { PersonId } from '../store/people.ts'
import { countCodeAttempt, endSession } from '../store/sessions.ts'
import { actorOf, bareActorOf } from './actor-of.ts'
import { openSession } from './open-session.ts'
import { askForPasskey, isRightPasskey, type PasskeyVisit, type Question } from './passkeys.ts'
import { hashToken } from './secrets.ts'
import type { Knock, SignedIn, SignInRefusal } from './sign-in.ts'
import { countCodes } from './slow-down.ts'
import { openSecret, stepOf } from './time-code.ts'

/** `start-again`: no sign-in waits for a code, or its attempts are used up. */
export type CodeRefusal = SignInRefusal | { readonly code: 'start-again' }

/** The code after the password. A refusal must be committed, for it is counted. */
export async function confirmCode(
  tx: Tx,
  vault: Vault,
  knock: CodeKnock,
): Promise<Result<SignedIn, CodeRefusal>> {
  const waiting = await findSession(tx, hashToken(knock.token), knock.now)
  if (waiting?.secondFactor !== 'awaited') return pressedTwice(tx, vault, knock)
  const { personId } = waiting
  await setActor(tx, bareActorOf(personId))
  const count = countCodes(tx, vault, { ...knock, login: '', personId })
  const seconds = await count.wait()
  if (seconds > 0) return refuse({ code: 'slow-down', seconds })
  if (!(await countCodeAttempt(tx, waiting.sessionId, codeTerms.attempts))) {
    await endSession(tx, hashToken(knock.token))
    return refuse({ code: 'start-again' })
  }
  if (!(await isRight(tx, vault, { ...knock, personId }))) {
    await count.failed()
    const about = { recordType: 'person', recordId: personId, data: { by: 'code' } }
    await recordLook(tx, bareActorOf(personId), { act: 'refused', ...about })
    return refuse({ code: 'wrong' })
  }
  await count.succeeded()
  return ok(await finish(tx, waiting, { ...knock, next: tokenAfter(vault, knock) }))
}

/** A right code that was not used before. */
export async function isRightCode(
  tx: Tx,
  vault: Vault,
  { personId, typed, now }: { personId: PersonId; typed: string; now: Date },
): Promise<boolean> {
  const kept = await findSecondFactor(tx, personId)
  if (!kept) return false
  const step = stepOf(openSecret(vault, personId, kept.secret), typed, now)
  return step !== null && (await useStep(tx, personId, step))
}

/** The passkey that came instead of a code, or the code. */
const isRight = (tx: Tx, vault: Vault, knock: CodeKnock & { readonly personId: PersonId }) =>
  knock.passkey
    ? isRightPasskey(tx, { ...knock.passkey, now: knock.now, vault }, knock.personId)
    : isRightCode(tx, vault, knock)

/** What the page after the password may ask of a browser that waits there; null where nothing. */
export async function passkeyQuestion(
  tx: Tx,
  visit: PasskeyVisit & { readAs<T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> },
  token: string,
): Promise<Question | null> {
  const waiting = await findSession(tx, hashToken(token), visit.now)
  if (waiting?.secondFactor !== 'awaited') return null
  const { personId } = waiting
  return visit.readAs(bareActorOf(personId), (own) => askForPasskey(own, visit, personId))
}

type CodeKnock = Knock & {
  readonly token: string
  readonly typed: string
  readonly passkey?: Pick<PasskeyVisit, 'form' | 'host'> | null
}

/** The same press a second time finds the session that the first one opened. */
async function pressedTwice(
  tx: Tx,
  vault: Vault,
  knock: CodeKnock,
): Promise<Result<SignedIn, CodeRefusal>> {
  const token = tokenAfter(vault, knock)
  const opened = await findSession(tx, hashToken(token), knock.now)
  if (opened?.secondFactor !== 'passed') return refuse({ code: 'start-again' })
  const { personId, assignments } = opened
  return ok({ personId, token, roles: actorOf(personId, assignments).roles, next: 'in' })
}

/** A new token, so that whoever saw only the one before the code has nothing. */
const tokenAfter = (vault: Vault, { token, typed }: CodeKnock): string =>
  vault.keyFrom(`${token}\0${typed}`, 'session-after-code').bytes.toString('base64url')

async function finish(
  tx: Tx,
  waiting: SessionIdentity,
  knock: CodeKnock & { readonly next: string },
): Promise<SignedIn> {
  const { personId } = waiting
  await endSession(tx, hashToken(knock.token))
  const actor = actorOf(personId, waiting.assignments)
  const { addressHash, now, next } = knock
  const opening = { actor, addressHash, now, token: next, secondFactor: true }
  const token = await openSession(tx, { ...opening, by: 'password-and-code' })
  const first = await hasFirstPassword(tx, personId)
  return first
    ? { personId, token, roles: [], next: 'new-password' }
    : { personId, token, roles: actor.roles, next: 'in' }
}
