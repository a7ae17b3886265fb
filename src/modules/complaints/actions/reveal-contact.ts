import type { Actor } from '../../../kernel/actor.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db.ts'
import { recordLook } from '../../../platform/events/audit.ts'
import { openPersonKeys } from '../../../platform/vault/person-keys.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import { type CaseTaskRefusal, checkTask } from '../rules/case-tasks.ts'
import { findComplaint } from '../store/complaint.ts'
import { getContact } from '../store/details.ts'

export type RevealedContact = { readonly name: string | null; readonly contact: string | null }
export type RevealRefusal = CaseTaskRefusal | 'not-found'

/** Opens how to reach her, for one look; who looked and why is kept in the same transaction. */
export async function revealContact(
  tx: Tx,
  actor: Actor,
  { vault, complaintId, reason }: { vault: Vault; complaintId: string; reason: string },
): Promise<Result<RevealedContact, RevealRefusal>> {
  const complaint = await findComplaint(tx, complaintId)
  if (!complaint) return refuse('not-found')
  const sealed = await getContact(tx, complaint.id)
  const facts = { way: sealed.way, unread: 0 }
  const allowed = checkTask('reveal-contact', { complaint, actor, facts })
  if (!allowed.ok) return allowed
  const about = { recordType: 'complaint', recordId: complaint.id }
  await recordLook(tx, actor, { act: 'revealed', ...about, reason })
  const key = (await openPersonKeys(tx, vault, [sealed.keyId])).get(sealed.keyId)
  const open = (content: Uint8Array | null): string | null =>
    content && key ? vault.open(key, content) : null
  return ok({ name: open(sealed.nameSealed), contact: open(sealed.contactSealed) })
}
