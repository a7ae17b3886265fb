import type { Db, Tx } from '../../../platform/db.ts'
import { sessionTerms } from '../rules/session-terms.ts'
import type { SigningMethod } from '../rules/signing.ts'
import type { PersonId } from './people.ts'

export type NewSession = {
  readonly tokenHash: Buffer
  readonly personId: PersonId
  readonly now: Date
  readonly expiresAt: Date
  readonly secondFactorAt: Date | null
  readonly addressHash: Buffer
}

/** `current`: the one that asks. */
export type OwnSession = {
  readonly id: string
  readonly createdAt: Date
  readonly lastSeenAt: Date
  readonly current: boolean
  readonly sameAddress: boolean
}

export async function addSession(tx: Tx, session: NewSession): Promise<void> {
  await tx`
    insert into session (token_hash, person_id, created_at, last_seen_at, expires_at,
      second_factor_at, address_hash)
    values (${session.tokenHash}, ${session.personId}, ${session.now}, ${session.now},
      ${session.expiresAt}, ${session.secondFactorAt}, ${session.addressHash})`
}

export async function endSession(tx: Tx, tokenHash: Buffer): Promise<void> {
  await tx`select end_session(${tokenHash})`
}

/** Counts an attempt at the code; false when this sign-in has none left. */
export async function countCodeAttempt(tx: Tx, sessionId: string, most: number): Promise<boolean> {
  const counted = await tx`
    update session set code_attempts = code_attempts + 1
    where id = ${sessionId} and code_attempts < ${most}`
  return counted.count === 1
}

export async function passSecondFactor(tx: Tx, tokenHash: Buffer, now: Date): Promise<void> {
  await tx`update session set second_factor_at = ${now} where token_hash = ${tokenHash}`
}

export async function listSessions(
  tx: Tx,
  personId: PersonId,
  at: { now: Date; tokenHash: Buffer; addressHash: Buffer },
): Promise<OwnSession[]> {
  return tx<OwnSession[]>`
    select id, created_at as "createdAt", last_seen_at as "lastSeenAt",
      token_hash = ${at.tokenHash} as current, address_hash = ${at.addressHash} as "sameAddress"
    from session where person_id = ${personId} and expires_at > ${at.now}
      and last_seen_at > ${at.now}::timestamptz - ${`${sessionTerms.idleMinutes} minutes`}::interval
    order by current desc, last_seen_at desc limit 50`
}

/** Ends one other session of this person. */
export async function endOwnSession(tx: Tx, personId: PersonId, id: string): Promise<void> {
  await tx`delete from session where person_id = ${personId} and id::text = ${id}`
}

export async function endOtherSessions(
  tx: Tx,
  personId: PersonId,
  tokenHash: Buffer,
): Promise<void> {
  await tx`delete from session where person_id = ${personId} and token_hash <> ${tokenHash}`
}

/** As the platform: whoever holds one signs in anew. */
export async function endAllSessions(tx: Tx, personId: PersonId): Promise<void> {
  await tx`delete from session where person_id = ${personId}`
}

/** As the worker: what has ended is of no more use. */
export async function deleteEnded(db: Db | Tx, now: Date): Promise<void> {
  await db`
    delete from session where expires_at < ${now}
      or last_seen_at < ${now}::timestamptz - ${`${sessionTerms.idleMinutes} minutes`}::interval`
  await db`
    delete from api_token
    where least(expires_at, coalesce(revoked_at, 'infinity')) < ${now}::timestamptz - interval '90 days'`
}

export type SigningSession = {
  readonly since: Date | null
  readonly by: SigningMethod | null
}

/** The session in which the actor signed in with both factors; null for anybody else's or none. */
export async function findSigningSession(
  tx: Tx,
  personId: PersonId,
  tokenHash: Buffer,
): Promise<SigningSession | null> {
  const [row] = await tx<SigningSession[]>`
    select signing_since as since, signing_by as by from session
    where token_hash = ${tokenHash} and person_id::text = ${personId}
      and second_factor_at is not null`
  return row ?? null
}

export async function openSitting(
  tx: Tx,
  tokenHash: Buffer,
  { since, by }: { since: Date; by: SigningMethod },
): Promise<void> {
  await tx`
    update session set signing_since = ${since}, signing_by = ${by}
    where token_hash = ${tokenHash}`
}
