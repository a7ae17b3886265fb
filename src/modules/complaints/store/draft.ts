import { createHash } from 'node:crypto'
import type { Db, Tx } from '../../../platform/db.ts'

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest()

/** What was typed so far, sealed; null when it ended or never was. */
export async function findDraft(tx: Tx, token: string, now: Date): Promise<Uint8Array | null> {
  const [row] = await tx<{ content: Uint8Array }[]>`
    select content_sealed as content from complaint_draft
    where token_hash = ${hashOf(token)} and expires_at > ${now}`
  return row?.content ?? null
}

/** The same row, held until the transaction ends. */
export async function lockDraft(tx: Tx, token: string, now: Date): Promise<Uint8Array | null> {
  const [row] = await tx<{ content: Uint8Array }[]>`
    select content_sealed as content from complaint_draft
    where token_hash = ${hashOf(token)} and expires_at > ${now} for update`
  return row?.content ?? null
}

export async function saveDraft(
  tx: Tx,
  token: string,
  { content, expiresAt }: { content: Buffer; expiresAt: Date },
): Promise<void> {
  await tx`
    insert into complaint_draft (token_hash, content_sealed, expires_at)
    values (${hashOf(token)}, ${content}, ${expiresAt})
    on conflict (token_hash) do update
      set content_sealed = excluded.content_sealed, expires_at = excluded.expires_at`
}

export async function deleteDraft(tx: Tx, token: string): Promise<void> {
  await tx`delete from complaint_draft where token_hash = ${hashOf(token)}`
}

/** Drafts and receipt sessions that have ended: they leave nothing behind. */
export async function deleteEnded(db: Db, now: Date): Promise<number> {
  const drafts = await db`delete from complaint_draft where expires_at <= ${now}`
  const sessions = await db`delete from receipt_session where expires_at <= ${now}`
  return drafts.count + sessions.count
}
