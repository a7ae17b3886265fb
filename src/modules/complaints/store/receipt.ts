import { createHash } from 'node:crypto'
import type { Db, Tx } from '../../../platform/db.ts'
import type { ComplaintId } from '../rules/complaint.ts'

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest()

/** The case of a number and a hashed secret; read by a function, since nobody may read it yet. */
export async function findByReceipt(
  tx: Tx,
  number: string,
  secretHash: Buffer,
): Promise<ComplaintId | null> {
  const [row] = await tx<{ id: ComplaintId | null }[]>`
    select find_complaint_by_receipt(${number}, ${secretHash}) as id`
  return row?.id ?? null
}

export async function openReceiptSession(
  tx: Tx,
  session: {
    token: string
    complaintId: ComplaintId
    /** Of one person of a group; null for the receipt of the case. */
    personId: string | null
    expiresAt: Date
  },
): Promise<void> {
  await tx`
    insert into receipt_session (token_hash, complaint_id, person_id, expires_at)
    values (${hashOf(session.token)}, ${session.complaintId}, ${session.personId},
      ${session.expiresAt})`
}

export async function findReceiptSession(
  db: Db | Tx,
  token: string,
  now: Date,
): Promise<{ readonly complaintId: ComplaintId; readonly personId: string | null } | null> {
  const [row] = await db<{ complaintId: ComplaintId; personId: string | null }[]>`
    select complaint_id as "complaintId", person_id as "personId" from receipt_session
    where token_hash = ${hashOf(token)} and expires_at > ${now}`
  return row ?? null
}

export async function closeReceiptSession(tx: Tx, token: string): Promise<void> {
  await tx`delete from receipt_session where token_hash = ${hashOf(token)}`
}

/** A new secret ends every session that was opened with the old one. */
export async function replaceSecret(
  tx: Tx,
  complaintId: ComplaintId,
  secretHash: Buffer,
  by: string | null = null,
): Promise<void> {
  await tx`
    update complaint set secret_hash = ${secretHash}, secret_by = ${by} where id = ${complaintId}`
  await tx`
    delete from receipt_session where complaint_id = ${complaintId} and person_id is null`
}
