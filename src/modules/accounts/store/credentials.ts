import type { Tx } from '../../../platform/db.ts'
import type { PersonId } from './people.ts'

/** `firstUntil`: handed over by somebody else, and of use so long. */
export async function setPasswordHash(
  tx: Tx,
  personId: PersonId,
  hash: string,
  firstUntil: Date | null = null,
): Promise<void> {
  await tx`
    insert into credential (person_id, password_hash, first_password_until)
    values (${personId}, ${hash}, ${firstUntil})
    on conflict (person_id) do update set password_hash = excluded.password_hash,
      first_password_until = excluded.first_password_until`
}

export async function hasFirstPassword(tx: Tx, personId: PersonId): Promise<boolean> {
  const [row] = await tx`
    select from credential where person_id = ${personId} and first_password_until is not null`
  return row !== undefined
}

/** As the platform: the person sets up another one at the next sign-in. */
export async function forgetSecondFactor(tx: Tx, personId: PersonId): Promise<void> {
  await tx`
    update credential set totp_secret = null, totp_since = null, totp_last_step = null
    where person_id = ${personId}`
}

export async function findPasswordHash(tx: Tx, personId: PersonId): Promise<string | null> {
  const [row] = await tx<{ hash: string | null }[]>`
    select password_hash as hash from credential where person_id = ${personId}`
  return row?.hash ?? null
}

export type SecondFactorRow = {
  readonly secret: Uint8Array
  readonly since: Date
  readonly lastStep: bigint
}

export async function findSecondFactor(
  tx: Tx,
  personId: PersonId,
): Promise<SecondFactorRow | null> {
  const [row] = await tx<SecondFactorRow[]>`
    select totp_secret as secret, totp_since as since, totp_last_step as "lastStep"
    from credential where person_id = ${personId} and totp_secret is not null`
  return row ?? null
}

export async function setSecondFactor(
  tx: Tx,
  personId: PersonId,
  { secret, since, step }: { secret: Uint8Array; since: Date; step: number },
): Promise<void> {
  await tx`
    insert into credential (person_id, totp_secret, totp_since, totp_last_step)
    values (${personId}, ${secret}, ${since}, ${step})
    on conflict (person_id) do update set totp_secret = excluded.totp_secret,
      totp_since = excluded.totp_since, totp_last_step = excluded.totp_last_step`
}

/** False when this step, or a later one, was used before. */
export async function useStep(tx: Tx, personId: PersonId, step: number): Promise<boolean> {
  const used = await tx`
    update credential set totp_last_step = ${step}
    where person_id = ${personId} and totp_last_step < ${step}`
  return used.count === 1
}
