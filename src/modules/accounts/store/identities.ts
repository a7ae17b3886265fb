import type { Db, Tx } from '../../../platform/db.ts'
import type { Assignment } from '../rules/assignment.ts'
import { sessionTerms } from '../rules/session-terms.ts'
import type { PersonId } from './people.ts'

export type SecondFactor = 'passed' | 'awaited' | 'not-set-up'
type Known = {
  readonly personId: PersonId
  readonly km: string
  readonly en: string
  /** Of today, newest first. */
  readonly assignments: readonly Assignment[]
}
export type SessionIdentity = Known & {
  readonly sessionId: string
  readonly secondFactor: SecondFactor
}
export type TokenIdentity = Known & { readonly scopes: readonly string[] }
export type SignInCredential = {
  readonly personId: PersonId
  readonly passwordHash: string | null
  readonly hasSecondFactor: boolean
  /** Handed over by an administrator: to be changed before anything else. */
  readonly firstPassword: boolean
  readonly demonstration: boolean
  readonly disabled: boolean
  readonly assignments: readonly Assignment[]
}

/** Whose session this is, if it has not ended; keeps that it was seen. */
export async function findSession(
  db: Db | Tx,
  tokenHash: Buffer,
  now: Date,
): Promise<SessionIdentity | null> {
  const [row] = await db<SessionIdentity[]>`
    select session_id as "sessionId", person_id as "personId", name_km as km, name_en as en,
      second_factor as "secondFactor", assignments
    from session_identity(${tokenHash}, ${now}, ${`${sessionTerms.idleMinutes} minutes`})`
  return row ?? null
}

export async function findToken(
  db: Db | Tx,
  tokenHash: Buffer,
  now: Date,
): Promise<TokenIdentity | null> {
  const [row] = await db<TokenIdentity[]>`
    select person_id as "personId", name_km as km, name_en as en, scopes, assignments
    from token_identity(${tokenHash}, ${now})`
  return row ?? null
}

/** What the password of this login has to match. Nobody needs to be known for it. */
export async function findCredential(
  tx: Tx,
  login: string,
  now: Date,
): Promise<SignInCredential | null> {
  const [row] = await tx<SignInCredential[]>`
    select person_id as "personId", password_hash as "passwordHash",
      has_second_factor as "hasSecondFactor",
      first_password as "firstPassword", demonstration, disabled, assignments
    from sign_in_credential(${login}, ${now})`
  return row ?? null
}
