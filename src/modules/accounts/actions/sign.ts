import { createHash } from 'node:crypto'
import type { Actor } from '../../../kernel/actor.ts'
import { dayOf } from '../../../kernel/days.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db.ts'
import { recordEvent } from '../../../platform/events/record-event.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import { findNumber, rulebook } from '../../law/index.ts'
import {
  passkeyField,
  type SignatureId,
  type Signing,
  type SigningMethod,
  type SigningRefusal,
  signingCodeField,
  signingRule,
  sittingUntil,
} from '../rules/signing.ts'
import { findSecondFactor, useStep } from '../store/credentials.ts'
import { findDemonstrationSecret, type PersonId } from '../store/people.ts'
import { findSigningSession, openSitting, type SigningSession } from '../store/sessions.ts'
import { addSignature } from '../store/signatures.ts'
import { askForPasskey, isRightPasskey, type Question } from './passkeys.ts'
import { sessionTokenHash } from './secrets.ts'
import { codeOfStep, openSecret, stepNow, stepOf } from './time-code.ts'

/** What signing needs to know of a request. */
export type SigningVisit = {
  readonly actor: Actor
  readonly cookies: Readonly<Record<string, string | undefined>>
  readonly form: Readonly<Record<string, string | readonly string[]>>
  readonly now: Date
  readonly vault: Vault
  /** Without it no passkey can be used. */
  readonly host?: string
}

/**
 * Signs one thing, in the transaction in which it is decided: the refusal undoes both. The second
 * factor is asked for once in a sitting, which belongs to this browser's session.
 */
export async function sign(
  tx: Tx,
  visit: SigningVisit,
  signing: Signing,
): Promise<Result<SignatureId, SigningRefusal>> {
  const { actor } = visit
  const session = await sessionOf(tx, visit)
  if (!session) return refuse('no-session')
  const role = signing.role ?? actor.roles[0]
  if (!role || !actor.roles.includes(role)) return refuse('no-role')
  const method = await methodOf(tx, visit, session)
  if (!method.ok) return method
  return ok(await keep(tx, visit, { signing, role, method: method.value }))
}

/** The second factor once more, for what is not signed: opens a sitting in the same way. */
export async function provePresence(
  tx: Tx,
  visit: SigningVisit,
): Promise<Result<SigningMethod, SigningRefusal>> {
  const session = await sessionOf(tx, visit)
  return session ? methodOf(tx, visit, session) : refuse('no-session')
}

/** What the form has to ask for. */
export type SigningState = {
  /** A sitting is open in this browser: nothing more is asked. */
  readonly open: boolean
  readonly until: Date | null
  /** The present code of a demonstration's person; null for everybody real. */
  readonly code: string | null
  /** To be answered by a passkey of this person instead of a code. */
  readonly passkey: Question | null
}

export async function signingState(tx: Tx, visit: SigningVisit): Promise<SigningState> {
  const session = await sessionOf(tx, visit)
  const until = session && (await untilOf(tx, visit, session))
  const code = until || !session ? null : await demonstrationCode(tx, visit)
  const { actor, host } = visit
  const ask = session && !until && host !== undefined
  const passkey = ask ? await askForPasskey(tx, { ...visit, host }, actor.id as PersonId) : null
  return { open: until !== null, until, code, passkey }
}

const sessionOf = async (tx: Tx, { actor, cookies }: SigningVisit) => {
  const tokenHash = sessionTokenHash(cookies)
  if (actor.kind !== 'person' || !tokenHash) return null
  const session = await findSigningSession(tx, actor.id as PersonId, tokenHash)
  return session && { ...session, tokenHash }
}
type OpenSession = SigningSession & { readonly tokenHash: Buffer }

async function untilOf(tx: Tx, { now }: SigningVisit, { since }: SigningSession) {
  if (!since) return null
  const minutes = findNumber(await rulebook(tx, dayOf(now)), signingRule)
  return sittingUntil(since, { minutes, now })
}

/** By what this signature is given: the sitting's, or the code that came with the form. */
async function methodOf(
  tx: Tx,
  visit: SigningVisit,
  session: OpenSession,
): Promise<Result<SigningMethod, SigningRefusal>> {
  if (session.by && (await untilOf(tx, visit, session))) return ok(session.by)
  const given = await checkCode(tx, visit)
  if (!given.ok) return given
  await openSitting(tx, session.tokenHash, { since: visit.now, by: given.value })
  return given
}

async function checkCode(
  tx: Tx,
  { actor, form, host, now, vault }: SigningVisit,
): Promise<Result<SigningMethod, SigningRefusal>> {
  const personId = actor.id as PersonId
  if (form[passkeyField] && host !== undefined) {
    const right = await isRightPasskey(tx, { form, host, now, vault }, personId)
    return right ? ok('passkey') : refuse('passkey-wrong')
  }
  const typed = form[signingCodeField]
  if (typeof typed !== 'string' || typed.trim() === '') return refuse('code-missing')
  const kept = await findSecondFactor(tx, personId)
  if (!kept) return refuse('no-second-factor')
  const step = stepOf(openSecret(vault, personId, kept.secret), typed, now)
  if (step === null) return refuse('code-wrong')
  return (await useStep(tx, personId, step)) ? ok('totp') : refuse('code-used')
}

type Keeping = {
  readonly signing: Signing
  readonly role: Actor['roles'][number]
  readonly method: SigningMethod
}

/** The event carries the hash too, so that the seals hold it. */
async function keep(tx: Tx, { actor, now }: SigningVisit, keeping: Keeping): Promise<SignatureId> {
  const { signing, role, method } = keeping
  const { record, meaning } = signing
  const shownHash = createHash('sha256').update(signing.shown, 'utf8').digest()
  const { officeId, agencyId } = actor
  const personId = actor.id as PersonId
  const who = { personId, role, officeId, agencyId, actingFor: actor.actingFor ?? null }
  const id = await addSignature(tx, { ...who, record, meaning, at: now, shownHash, method })
  await recordEvent(tx, actor, {
    recordType: 'person',
    recordId: personId,
    type: 'person.signed',
    at: now,
    data: { signature: id, record: record.id, of: record.type, role, meaning, method },
    contentHash: shownHash,
    visibleTo: ['officer'],
  })
  return id
}

/** Demonstration persons have no phone: the next code of theirs that was not used yet. */
async function demonstrationCode(tx: Tx, { actor, now, vault }: SigningVisit) {
  const personId = actor.id as PersonId
  const kept = await findDemonstrationSecret(tx, personId)
  if (!kept) return null
  const step = Math.max(stepNow(now), Number(kept.lastStep) + 1)
  return codeOfStep(openSecret(vault, personId, kept.secret), step)
}
