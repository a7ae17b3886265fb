import type { Tx } from '../../../platform/db.ts'
import type { PersonId } from './people.ts'

export type NewToken = {
  readonly tokenHash: Buffer
  readonly personId: PersonId
  readonly label: string
  readonly scopes: readonly string[]
  readonly now: Date
  readonly expiresAt: Date
}
export type OwnToken = {
  readonly id: string
  readonly label: string
  readonly scopes: readonly string[]
  readonly createdAt: Date
  readonly expiresAt: Date
  readonly lastUsedAt: Date | null
}

export async function addToken(tx: Tx, token: NewToken): Promise<void> {
  await tx`
    insert into api_token (token_hash, person_id, label, scopes, created_at, expires_at)
    values (${token.tokenHash}, ${token.personId}, ${token.label}, ${token.scopes as string[]},
      ${token.now}, ${token.expiresAt})`
}

/** Those that still open something, newest first. */
export async function listTokens(tx: Tx, personId: PersonId, now: Date): Promise<OwnToken[]> {
  return tx<OwnToken[]>`
    select id, label, scopes, created_at as "createdAt", expires_at as "expiresAt",
      last_used_at as "lastUsedAt"
    from api_token
    where person_id = ${personId} and revoked_at is null and expires_at > ${now}
    order by created_at desc, id desc limit 50`
}

/** False when this person has no such token in use. */
export async function revokeToken(
  tx: Tx,
  personId: PersonId,
  { id, now }: { id: string; now: Date },
): Promise<boolean> {
  const revoked = await tx`
    update api_token set revoked_at = ${now}
    where person_id = ${personId} and id::text = ${id} and revoked_at is null`
  return revoked.count === 1
}

/** As the platform, when an account is closed. */
export async function revokeAllTokens(tx: Tx, personId: PersonId, now: Date): Promise<void> {
  await tx`
    update api_token set revoked_at = ${now} where person_id = ${personId} and revoked_at is null`
}
