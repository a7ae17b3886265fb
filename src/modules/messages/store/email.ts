import type { Tx } from '../../../platform/db.ts'
import type { PersonKeyId } from '../../../platform/vault/person-keys.ts'

export type SealedAddress = { readonly keyId: PersonKeyId; readonly addressSealed: Uint8Array }
export type OwnEmail = SealedAddress & { readonly confirmedAt: Date }
export type WaitingEmail = SealedAddress & {
  readonly codeSealed: Uint8Array
  readonly expiresAt: Date
}

export async function findEmailOf(tx: Tx, personId: string): Promise<OwnEmail | null> {
  const [row] = await tx<OwnEmail[]>`
    select key_id as "keyId", address_sealed as "addressSealed", confirmed_at as "confirmedAt"
    from person_email where person_id = ${personId}`
  return row ?? null
}

/** What was given and is not confirmed, while its link counts. */
export async function findWaitingEmail(
  tx: Tx,
  personId: string,
  now: Date,
): Promise<WaitingEmail | null> {
  const [row] = await tx<WaitingEmail[]>`
    select key_id as "keyId", address_sealed as "addressSealed", code_sealed as "codeSealed",
      expires_at as "expiresAt"
    from person_email_waiting where person_id = ${personId} and expires_at > ${now}`
  return row ?? null
}

/** The newest address that a person gave; an earlier link ends. */
export async function replaceWaitingEmail(
  tx: Tx,
  personId: string,
  given: WaitingEmail & { readonly codeIndex: Buffer },
): Promise<void> {
  await tx`delete from person_email_waiting where person_id = ${personId}`
  await tx`
    insert into person_email_waiting (person_id, key_id, address_sealed, code_index, code_sealed,
      expires_at)
    values (${personId}, ${given.keyId}, ${given.addressSealed as Buffer}, ${given.codeIndex},
      ${given.codeSealed as Buffer}, ${given.expiresAt})`
}

/** The link counts once, and only for whoever gave the address. */
export async function useEmailCode(
  tx: Tx,
  personId: string,
  { codeIndex, now }: { readonly codeIndex: Buffer; readonly now: Date },
): Promise<boolean> {
  const [row] = await tx<SealedAddress[]>`
    delete from person_email_waiting
    where person_id = ${personId} and code_index = ${codeIndex} and expires_at > ${now}
    returning key_id as "keyId", address_sealed as "addressSealed"`
  if (!row) return false
  await tx`delete from person_email where person_id = ${personId}`
  await tx`
    insert into person_email (person_id, key_id, address_sealed, confirmed_at)
    values (${personId}, ${row.keyId}, ${row.addressSealed as Buffer}, ${now})`
  return true
}

export async function endEmail(tx: Tx, personId: string): Promise<void> {
  await tx`delete from person_email_waiting where person_id = ${personId}`
  await tx`delete from person_email where person_id = ${personId}`
}
