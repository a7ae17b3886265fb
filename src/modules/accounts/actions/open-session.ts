import type { Actor } from '../../../kernel/actor.ts'
import { setActor, type Tx } from '../../../platform/db.ts'
import { recordLook } from '../../../platform/events/audit.ts'
import { codeTerms, minutesLater, sessionEnd } from '../rules/session-terms.ts'
import type { PersonId } from '../store/people.ts'
import { addSession } from '../store/sessions.ts'
import { hashToken, newToken } from './secrets.ts'

export type Opening = {
  readonly actor: Actor
  /** How the person showed who they are: kept in the audit. */
  readonly by: 'password' | 'identity' | 'password-and-code' | 'demonstration'
  readonly secondFactor: boolean
  readonly addressHash: Buffer
  readonly now: Date
  /** What the browser is to hold, where it is not simply a new one. */
  readonly token?: string
}

/** Opens a session; returns what the browser is to hold. The transaction then acts as the person. */
export async function openSession(tx: Tx, opening: Opening): Promise<string> {
  const { actor, now } = opening
  await setActor(tx, actor)
  const token = opening.token ?? newToken()
  await addSession(tx, {
    tokenHash: hashToken(token),
    personId: actor.id as PersonId,
    now,
    expiresAt: sessionEnd(now),
    secondFactorAt: opening.secondFactor ? now : null,
    addressHash: opening.addressHash,
  })
  const about = { recordType: 'person', recordId: actor.id, data: { by: opening.by } }
  await recordLook(tx, actor, { act: 'signed-in', ...about })
  return token
}

/** Between password and code: nobody is signed in yet. */
export async function openCodeStep(
  tx: Tx,
  { actor, addressHash, now }: Pick<Opening, 'actor' | 'addressHash' | 'now'>,
): Promise<string> {
  await setActor(tx, actor)
  const token = newToken()
  await addSession(tx, {
    tokenHash: hashToken(token),
    personId: actor.id as PersonId,
    now,
    expiresAt: minutesLater(now, codeTerms.minutes),
    secondFactorAt: null,
    addressHash,
  })
  return token
}
