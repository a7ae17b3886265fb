import type { Tx } from '../../../platform/db.ts'
import type { PersonId } from './people.ts'

export type Passkey = {
  readonly id: string
  readonly credentialId: string
  readonly publicKey: Uint8Array
  readonly counter: bigint
  readonly transports: readonly string[]
  readonly label: string
  readonly madeAt: Date
  readonly lastUsedAt: Date | null
}
export type NewPasskey = Omit<Passkey, 'id' | 'lastUsedAt'> & { readonly personId: PersonId }

export async function listPasskeys(tx: Tx, personId: PersonId): Promise<Passkey[]> {
  return tx<Passkey[]>`
    select id, credential_id as "credentialId", public_key as "publicKey", counter, transports,
      label, made_at as "madeAt", last_used_at as "lastUsedAt"
    from passkey where person_id = ${personId} order by made_at limit 50`
}

/** False where this key is registered already. */
export async function addPasskey(tx: Tx, made: NewPasskey): Promise<boolean> {
  const added = await tx`
    insert into passkey (person_id, credential_id, public_key, counter, transports, label, made_at)
    values (${made.personId}, ${made.credentialId}, ${made.publicKey}, ${made.counter},
      ${made.transports as string[]}, ${made.label}, ${made.madeAt})
    on conflict (credential_id) do nothing`
  return added.count === 1
}

/** False when this question, or a later one, was answered before. */
export async function usePasskey(
  tx: Tx,
  id: string,
  { counter, askedAt, now }: { counter: number; askedAt: Date; now: Date },
): Promise<boolean> {
  const used = await tx`
    update passkey set counter = ${counter}, last_used_at = ${now}, last_challenge_at = ${askedAt}
    where id = ${id} and coalesce(last_challenge_at, '-infinity') < ${askedAt}`
  return used.count === 1
}

export async function deletePasskey(tx: Tx, personId: PersonId, id: string): Promise<boolean> {
  const gone = await tx`delete from passkey where person_id = ${personId} and id::text = ${id}`
  return gone.count === 1
}

/** As the platform: with the second factor they go too. */
export async function deletePasskeys(tx: Tx, personId: PersonId): Promise<void> {
  await tx`delete from passkey where person_id = ${personId}`
}
