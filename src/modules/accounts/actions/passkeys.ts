import { isIP } from 'node:net'
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import { minutesLater } from '../rules/session-terms.ts'
import { passkeyField, passkeyQuestionField } from '../rules/signing.ts'
import {
  addPasskey,
  deletePasskey,
  listPasskeys,
  type Passkey,
  usePasskey,
} from '../store/passkeys.ts'
import { getOwnPerson, type PersonId } from '../store/people.ts'
import { recordAbout } from './about-person.ts'
import { bareActorOf } from './actor-of.ts'

/** A third of a second to load, and seldom needed. */
const webauthn = () => import('@simplewebauthn/server')

/** What passkeys need to know of a request. */
export type PasskeyVisit = {
  readonly form: Readonly<Record<string, string | readonly string[]>>
  readonly host: string
  readonly now: Date
  readonly vault: Vault
}

/** A question to the browser, and the same sealed: what comes back is checked against it. */
export type Question = { readonly options: string; readonly sealed: string }
type Kept = {
  readonly challenge: string
  readonly personId: string
  readonly purpose: 'register' | 'use'
  readonly at: number
}

const minutes = 5
const mostPasskeys = 10

/** Browsers keep passkeys for names, never for bare addresses. */
const siteOf = (host: string): string | null => {
  const { hostname } = new URL(`http://${host}`)
  return isIP(hostname.replace(/^\[|\]$/g, '')) ? null : hostname
}
const originsOf = (host: string): string[] =>
  siteOf(host) === 'localhost' ? [`http://${host}`, `https://${host}`] : [`https://${host}`]

/** Asks the browser for a passkey of this person; null where there is none, or none can be. */
export async function askForPasskey(
  tx: Tx,
  visit: PasskeyVisit,
  personId: PersonId,
): Promise<Question | null> {
  const rpID = siteOf(visit.host)
  const known = rpID === null ? [] : await listPasskeys(tx, personId)
  if (rpID === null || known.length === 0) return null
  const options = await (await webauthn()).generateAuthenticationOptions({
    rpID,
    allowCredentials: known.map(descriptorOf),
    userVerification: 'required',
    timeout: minutes * 60_000,
  })
  return seal(visit, options, { personId, purpose: 'use' })
}

/** Whether the passkey that came with the form is this person's, answering our own question once. */
export async function isRightPasskey(
  tx: Tx,
  visit: PasskeyVisit,
  personId: PersonId,
): Promise<boolean> {
  const kept = openQuestion(visit, { personId, purpose: 'use' })
  const response = answerOf<AuthenticationResponseJSON>(visit)
  const rpID = siteOf(visit.host)
  if (!kept || !response || rpID === null) return false
  const key = (await listPasskeys(tx, personId)).find((one) => one.credentialId === response.id)
  if (!key) return false
  const checked = await (await webauthn())
    .verifyAuthenticationResponse({
      response,
      expectedChallenge: kept.challenge,
      expectedOrigin: originsOf(visit.host),
      expectedRPID: rpID,
      credential: {
        id: key.credentialId,
        publicKey: new Uint8Array(key.publicKey),
        counter: Number(key.counter),
      },
    })
    .catch(() => null)
  if (!checked?.verified) return false
  const counter = checked.authenticationInfo.newCounter
  return usePasskey(tx, key.id, { counter, askedAt: new Date(kept.at), now: visit.now })
}

/** Asks the browser to make a new one; null where none can be. */
export async function askToRegister(
  tx: Tx,
  visit: PasskeyVisit,
  personId: PersonId,
): Promise<Question | null> {
  const rpID = siteOf(visit.host)
  if (rpID === null) return null
  const { login, en } = await getOwnPerson(tx, personId)
  const options = await (await webauthn()).generateRegistrationOptions({
    rpName: 'BECOME',
    rpID,
    userName: login,
    userDisplayName: en,
    userID: new TextEncoder().encode(personId),
    excludeCredentials: (await listPasskeys(tx, personId)).map(descriptorOf),
    authenticatorSelection: { residentKey: 'discouraged', userVerification: 'required' },
    timeout: minutes * 60_000,
  })
  return seal(visit, options, { personId, purpose: 'register' })
}

export type RegisterRefusal = 'passkey-not-understood' | 'passkey-known' | 'too-many-passkeys'

/** Keeps the public half of a new passkey. */
export async function registerPasskey(
  tx: Tx,
  visit: PasskeyVisit,
  { personId, label }: { readonly personId: PersonId; readonly label: string },
): Promise<Result<null, RegisterRefusal>> {
  const kept = openQuestion(visit, { personId, purpose: 'register' })
  const response = answerOf<RegistrationResponseJSON>(visit)
  const rpID = siteOf(visit.host)
  if (!kept || !response || rpID === null) return refuse('passkey-not-understood')
  if ((await listPasskeys(tx, personId)).length >= mostPasskeys) return refuse('too-many-passkeys')
  const checked = await (await webauthn())
    .verifyRegistrationResponse({
      response,
      expectedChallenge: kept.challenge,
      expectedOrigin: originsOf(visit.host),
      expectedRPID: rpID,
    })
    .catch(() => null)
  if (!checked?.verified) return refuse('passkey-not-understood')
  const { credential } = checked.registrationInfo
  const added = await addPasskey(tx, {
    personId,
    credentialId: credential.id,
    publicKey: credential.publicKey,
    counter: BigInt(credential.counter),
    transports: credential.transports ?? [],
    label,
    madeAt: visit.now,
  })
  if (!added) return refuse('passkey-known')
  await recordAbout(tx, bareActorOf(personId), {
    personId: personId,
    type: 'person.passkey-added',
    at: visit.now,
  })
  return ok(null)
}

export async function endPasskey(
  tx: Tx,
  personId: PersonId,
  { id, now }: { readonly id: string; readonly now: Date },
): Promise<Result<null, 'not-found'>> {
  if (!(await deletePasskey(tx, personId, id))) return refuse('not-found')
  await recordAbout(tx, bareActorOf(personId), {
    personId: personId,
    type: 'person.passkey-removed',
    at: now,
  })
  return ok(null)
}

const descriptorOf = ({ credentialId, transports }: Passkey) => ({
  id: credentialId,
  transports: [...transports],
})

const key = (vault: Vault) => vault.keyFrom('', 'passkey-question')

function seal(
  { now, vault }: PasskeyVisit,
  options: { readonly challenge: string },
  about: Pick<Kept, 'personId' | 'purpose'>,
): Question {
  const kept: Kept = { ...about, challenge: options.challenge, at: now.getTime() }
  const sealed = vault.seal(key(vault), JSON.stringify(kept)).toString('base64url')
  return { options: JSON.stringify(options), sealed }
}

function openQuestion(
  { form, now, vault }: PasskeyVisit,
  about: Pick<Kept, 'personId' | 'purpose'>,
): Kept | null {
  const sealed = form[passkeyQuestionField]
  if (typeof sealed !== 'string') return null
  try {
    const kept = JSON.parse(vault.open(key(vault), Buffer.from(sealed, 'base64url'))) as Kept
    const theirs = kept.personId === about.personId && kept.purpose === about.purpose
    return theirs && minutesLater(new Date(kept.at), minutes) >= now ? kept : null
  } catch {
    return null
  }
}

function answerOf<T extends { readonly id: string }>({ form }: PasskeyVisit): T | null {
  const sent = form[passkeyField]
  if (typeof sent !== 'string' || sent === '' || sent.length > 20_000) return null
  try {
    const parsed = JSON.parse(sent) as T
    return typeof parsed.id === 'string' ? parsed : null
  } catch {
    return null
  }
}
