import type { Tx } from '../../../platform/db.ts'
import type { SignInCredential } from './identities.ts'
import type { PersonId } from './people.ts'

/** An account at a provider: `subject` is what the provider calls it. */
export type LinkedIdentity = { readonly issuer: string; readonly subject: string }

/** Whose it is. Nobody needs to be known for it. */
export async function findByLinked(
  tx: Tx,
  { issuer, subject }: LinkedIdentity,
  now: Date,
): Promise<SignInCredential | null> {
  const [row] = await tx<SignInCredential[]>`
    select person_id as "personId", null as "passwordHash",
      has_second_factor as "hasSecondFactor",
      first_password as "firstPassword", demonstration, disabled, assignments
    from sign_in_identity(${issuer}, ${subject}, ${now})`
  return row ?? null
}

/** Since when this person has one; null for none. */
export async function linkedSince(
  tx: Tx,
  personId: PersonId,
  issuer: string,
): Promise<Date | null> {
  const [row] = await tx<{ at: Date }[]>`
    select linked_at as at from person_identity
    where person_id = ${personId} and issuer = ${issuer}`
  return row?.at ?? null
}

/** False where it is somebody's already, or this person has another there. */
export async function addLinked(
  tx: Tx,
  personId: PersonId,
  { issuer, subject, now }: LinkedIdentity & { readonly now: Date },
): Promise<boolean> {
  const added = await tx`
    insert into person_identity (person_id, issuer, subject, linked_at)
    values (${personId}, ${issuer}, ${subject}, ${now}) on conflict do nothing`
  return added.count === 1
}

export async function deleteLinked(tx: Tx, personId: PersonId, issuer: string): Promise<boolean> {
  const gone = await tx`
    delete from person_identity where person_id = ${personId} and issuer = ${issuer}`
  return gone.count === 1
}

/** As the platform: with the second factor they go too. */
export async function deleteAllLinked(tx: Tx, personId: PersonId): Promise<void> {
  await tx`delete from person_identity where person_id = ${personId}`
}
