import type { Tx } from '../../../platform/db.ts'
import type { PersonKeyId } from '../../../platform/vault/person-keys.ts'

export type ContactCode = {
  readonly contactId: string
  readonly agencyId: string
  readonly keyId: PersonKeyId
  readonly codeSealed: Uint8Array
  readonly codeIndex: Uint8Array
  readonly askedBy: string
  readonly askedAt: Date
  readonly expiresAt: Date
}

/** A new code ends the one before; wrong tries stay counted for as long as that one would hold. */
export async function keepCode(tx: Tx, code: ContactCode): Promise<void> {
  await tx`
    insert into agency_contact_code (contact_id, agency_id, key_id, code_sealed, code_index,
      asked_by, asked_at, expires_at)
    values (${code.contactId}, ${code.agencyId}, ${code.keyId}, ${code.codeSealed},
      ${code.codeIndex}, ${code.askedBy}, ${code.askedAt}, ${code.expiresAt})
    on conflict (contact_id) do update set key_id = excluded.key_id,
      code_sealed = excluded.code_sealed, code_index = excluded.code_index,
      asked_by = excluded.asked_by, asked_at = excluded.asked_at, expires_at = excluded.expires_at,
      tries = case when agency_contact_code.expires_at < excluded.asked_at then 0
        else agency_contact_code.tries end`
}

export type WaitingCode = ContactCode & { readonly shown: string; readonly kind: 'phone' | 'page' }

export async function findCode(tx: Tx, contactId: string): Promise<WaitingCode | null> {
  const [row] = await tx<WaitingCode[]>`
    select c.contact_id as "contactId", c.agency_id as "agencyId", c.key_id as "keyId",
      c.code_sealed as "codeSealed", c.code_index as "codeIndex", c.asked_by as "askedBy",
      c.asked_at as "askedAt", c.expires_at as "expiresAt", a.shown, a.kind
    from agency_contact_code c join agency_contact a on a.id = c.contact_id
    where c.contact_id = ${contactId}`
  return row ?? null
}

/** Counts the try; true only for the right code in time, by the agency's own people. */
export async function tryCode(
  tx: Tx,
  {
    contactId,
    typed,
    at,
  }: { readonly contactId: string; readonly typed: Buffer; readonly at: Date },
): Promise<boolean> {
  const [row] = await tx<{ verified: boolean }[]>`
    select verify_contact(${contactId}, ${typed}, ${at}) as verified`
  return row?.verified ?? false
}
