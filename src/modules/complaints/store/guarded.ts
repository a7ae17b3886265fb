import { isUuid } from '../../../kernel/ids.ts'
import type { Tx } from '../../../platform/db.ts'
import type { PersonKeyId } from '../../../platform/vault/person-keys.ts'
import type { ComplaintId, ComplaintStatus, Openness } from '../rules/complaint.ts'

/** What a later module has to know of a case that it guards. */
export type GuardedCase = {
  readonly id: ComplaintId
  readonly number: string
  readonly status: ComplaintStatus
  readonly version: number
  readonly openness: Openness
  readonly area: string
  readonly officeId: string
  readonly ownerId: string | null
  readonly receivedAt: Date
  readonly categories: readonly string[]
  readonly keyId: PersonKeyId
  /** On the protected track: it never meets the other side. */
  readonly isProtected: boolean
  /** About an official or an office: hidden from that line of command. */
  readonly aboutOffice: boolean
  /** The body outside that answers for it, by its code. */
  readonly outsideBody: string | null
}

/** Null also when the acting person may not see it. */
export async function findGuardedCase(tx: Tx, id: string): Promise<GuardedCase | null> {
  if (!isUuid(id)) return null
  const [row] = await tx<GuardedCase[]>`
    select id, number, status, version, openness, area, office_id as "officeId",
      owner_id as "ownerId", received_at as "receivedAt", categories, key_id as "keyId",
      is_protected as "isProtected", about_office as "aboutOffice",
      outside_body as "outsideBody"
    from complaint where id = ${id}`
  return row ?? null
}

/** Number, status and date of these cases, as far as the acting person sees them. */
export async function listGuardedCases(
  tx: Tx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Pick<GuardedCase, 'number' | 'status' | 'receivedAt'>>> {
  if (ids.length === 0) return new Map()
  const rows = await tx<Pick<GuardedCase, 'id' | 'number' | 'status' | 'receivedAt'>[]>`
    select id, number, status, received_at as "receivedAt" from complaint
    where id = any (${ids as string[]}::uuid[])`
  return new Map(rows.map((row) => [row.id, row]))
}

export type Guard = {
  readonly isProtected: boolean
  readonly aboutOffice: boolean
  readonly outsideBody: string | null
  readonly ownerId: string | null
  readonly officeId: string
  readonly area: string
}

/** Sets how a case is hidden and whose it is; false when somebody else changed it first. */
export async function guardCase(
  tx: Tx,
  { id, version }: Pick<GuardedCase, 'id' | 'version'>,
  guard: Guard,
): Promise<boolean> {
  const rows = await tx`
    update complaint set is_protected = ${guard.isProtected}, about_office = ${guard.aboutOffice},
      outside_body = ${guard.outsideBody}, owner_id = ${guard.ownerId}, office_id = ${guard.officeId}, area = ${guard.area},
      version = version + 1
    where id = ${id} and version = ${version} returning id`
  return rows.length > 0
}

/** The blind index under which a telephone number or an address is found again. */
export async function contactIndexOf(tx: Tx, id: string): Promise<Uint8Array | null> {
  const [row] = await tx<{ contactIndex: Uint8Array | null }[]>`
    select contact_index as "contactIndex" from complaint_contact where complaint_id = ${id}`
  return row?.contactIndex ?? null
}
