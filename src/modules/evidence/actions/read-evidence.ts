import type { Tx } from '../../../platform/db.ts'
import type { Files } from '../../../platform/files/files.ts'
import { openPersonKeys } from '../../../platform/vault/person-keys.ts'
import type { DataKey, Vault } from '../../../platform/vault/vault.ts'
import type { Evidence, EvidenceRecord } from '../rules/evidence.ts'
import { kindFacts } from '../rules/kinds.ts'
import { findEvidence, listEvidenceRows, type StoredEvidence } from '../store/evidence.ts'

/** One file as a page shows it. */
export type ShownEvidence = Evidence & {
  /** As the sender called it; null where nobody did, or the words are forgotten. */
  readonly name: string | null
  /** The file can be opened: it was found sound, and its key exists. */
  readonly isReady: boolean
  readonly summary: { readonly text: string; readonly by: string; readonly at: Date } | null
}

/** All files of a record that the acting person may see, the oldest first. */
export async function listEvidence(
  tx: Tx,
  vault: Vault,
  recordId: string,
): Promise<ShownEvidence[]> {
  const rows = await listEvidenceRows(tx, recordId)
  const keys = await openPersonKeys(tx, vault, [...new Set(rows.map(({ keyId }) => keyId))])
  return rows.map((row) => shown(vault, row, keys.get(row.keyId) ?? null))
}

function shown(vault: Vault, row: StoredEvidence, key: DataKey | null): ShownEvidence {
  const { id, record, kind, origin, givenBy, givenAt, status, refusedReason, size } = row
  const { inquiryId, releasedAt } = row
  const open = (sealed: Uint8Array | null) => (sealed && key ? vault.open(key, sealed) : null)
  const text = open(row.summarySealed)
  const { summaryBy: by, summaryAt: at } = row
  return {
    ...{ id, record, kind, origin, givenBy, givenAt, status, refusedReason, size },
    ...{ inquiryId, releasedAt },
    name: open(row.nameSealed),
    isReady: status === 'checked' && row.fileHash !== null && key !== null,
    summary: text !== null && by !== null && at !== null ? { text, by, at } : null,
  }
}

export type OpenedFile = {
  readonly evidence: Evidence
  readonly bytes: Buffer
  readonly type: string
  /** Made of its id: the sender's name for it goes into no header. */
  readonly name: string
}

/** A file that was found sound; null where there is none that the actor may see. */
export async function openEvidence(
  tx: Tx,
  { vault, files }: { readonly vault: Vault; readonly files: Files },
  { id, small }: { readonly id: string; readonly small: boolean },
): Promise<OpenedFile | null> {
  const row = await findEvidence(tx, id)
  const hash = small ? row?.smallHash : row?.fileHash
  if (row?.status !== 'checked' || !hash) return null
  const key = (await openPersonKeys(tx, vault, [row.keyId])).get(row.keyId)
  if (!key) return null
  const { type, extension } = kindFacts[row.kind]
  return {
    evidence: row,
    bytes: await files.get(key, hash),
    type: small ? 'image/webp' : type,
    name: `${row.id}.${small ? 'webp' : extension}`,
  }
}

/** To which record a file belongs; null where there is none that the actor may see. */
export const recordOfEvidence = async (tx: Tx, id: string): Promise<EvidenceRecord | null> =>
  (await findEvidence(tx, id))?.record ?? null
