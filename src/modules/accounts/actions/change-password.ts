import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db.ts'
import { checkPassword, type PasswordRefusal } from '../rules/password.ts'
import { findPasswordHash, setPasswordHash } from '../store/credentials.ts'
import { getOwnPerson, type PersonId } from '../store/people.ts'
import { endOtherSessions } from '../store/sessions.ts'
import { recordAbout } from './about-person.ts'
import { bareActorOf } from './actor-of.ts'
import { hashPassword, verifyPassword } from './password-hash.ts'

export type PasswordChange = {
  readonly personId: PersonId
  readonly current: string
  readonly wanted: string
  readonly sessionHash: Buffer
  readonly now: Date
}

/** A new password in the place of the old one; every other session ends. */
export async function changePassword(
  tx: Tx,
  change: PasswordChange,
): Promise<Result<null, PasswordRefusal | 'password-wrong'>> {
  const { personId, now } = change
  if (!(await verifyPassword(await findPasswordHash(tx, personId), change.current)))
    return refuse('password-wrong')
  const { login } = await getOwnPerson(tx, personId)
  const password = checkPassword(change.wanted, { login })
  if (!password.ok) return password
  await setPasswordHash(tx, personId, await hashPassword(password.value))
  await endOtherSessions(tx, personId, change.sessionHash)
  const type = 'person.password-changed'
  await recordAbout(tx, bareActorOf(personId), { personId, type, at: now })
  return ok(null)
}
