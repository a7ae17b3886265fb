import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import { minutesLater } from '../rules/session-terms.ts'
import { findSecondFactor, setSecondFactor } from '../store/credentials.ts'
import type { PersonId } from '../store/people.ts'
import { passSecondFactor } from '../store/sessions.ts'
import { recordAbout } from './about-person.ts'
import { bareActorOf } from './actor-of.ts'
import { isRightCode } from './confirm-code.ts'
import { newSecret, sealSecret, stepOf } from './time-code.ts'

/** A secret that is shown and not yet kept: the form carries it, sealed. */
export type Offer = { readonly secret: string; readonly sealed: string }
export type SetUpRefusal = 'offer-too-old' | 'code-wrong' | 'current-wrong'

const offerMinutes = 30

export function offerSecret(vault: Vault, personId: PersonId, now: Date): Offer {
  const secret = newSecret()
  const kept = { secret, personId, until: minutesLater(now, offerMinutes).getTime() }
  const sealed = vault.seal(key(vault), JSON.stringify(kept)).toString('base64url')
  return { secret, sealed }
}

/** The secret of an offer made to this person, or null when it is too old or not theirs. */
export function openOffer(
  vault: Vault,
  sealed: string,
  { personId, now }: { personId: PersonId; now: Date },
): Offer | null {
  try {
    const text = vault.open(key(vault), Buffer.from(sealed, 'base64url'))
    const kept = JSON.parse(text) as { secret: string; personId: string; until: number }
    const good = kept.personId === personId && kept.until >= now.getTime()
    return good ? { secret: kept.secret, sealed } : null
  } catch {
    return null
  }
}

export type SetUp = {
  readonly personId: PersonId
  readonly sealed: string
  readonly typed: string
  /** A code of the device in use so far, where there is one. */
  readonly current: string
  readonly sessionHash: Buffer
  readonly now: Date
}

/** Keeps the second step once its first code is right; this session then counts as passed. */
export async function setUpSecondFactor(
  tx: Tx,
  vault: Vault,
  input: SetUp,
): Promise<Result<null, SetUpRefusal>> {
  const { personId, now } = input
  const offer = openOffer(vault, input.sealed, input)
  if (!offer) return refuse('offer-too-old')
  const existing = await findSecondFactor(tx, personId)
  const replaced = !existing || (await isRightCode(tx, vault, { ...input, typed: input.current }))
  if (!replaced) return refuse('current-wrong')
  const step = stepOf(offer.secret, input.typed, now)
  if (step === null) return refuse('code-wrong')
  const secret = sealSecret(vault, personId, offer.secret)
  await setSecondFactor(tx, personId, { secret, since: now, step })
  await passSecondFactor(tx, input.sessionHash, now)
  const type = 'person.second-factor-set'
  await recordAbout(tx, bareActorOf(personId), { personId, type, at: now })
  return ok(null)
}

const key = (vault: Vault) => vault.keyFrom('', 'second-factor-offer')
