import type { Actor } from '../../../kernel/actor.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db.ts'
import { recordEvent } from '../../../platform/events/record-event.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import {
  type CalledPerson,
  type CaseTaskRefusal,
  checkTask,
  type NewSecretReason,
} from '../rules/case-tasks.ts'
import { findComplaint } from '../store/complaint.ts'
import { getContact } from '../store/details.ts'
import { replaceSecret } from '../store/receipt.ts'
import { keepWords } from './keep-words.ts'
import { newSecret, secretHash } from './secret.ts'
import type { Receipt } from './submit-complaint.ts'

export type IssueNewSecret = {
  readonly vault: Vault
  readonly complaintId: string
  readonly version: number
  /** Who was spoken with on the safe contact of the case; on no other are digits given. */
  readonly called: CalledPerson
  readonly why: NewSecretReason
  /** A note for officers; it may be personal, so it is sealed. */
  readonly words: string | null
  readonly at: Date
}
export type NewSecretRefusal = CaseTaskRefusal | 'not-found' | 'changed-meanwhile'

/** After a call to the safe contact: new digits, and whoever followed with the old ones is out. */
export async function issueNewSecret(
  tx: Tx,
  actor: Actor,
  { vault, complaintId, version, called, why, words, at }: IssueNewSecret,
): Promise<Result<Receipt, NewSecretRefusal>> {
  const complaint = await findComplaint(tx, complaintId)
  if (!complaint) return refuse('not-found')
  if (complaint.version !== version) return refuse('changed-meanwhile')
  const { way } = await getContact(tx, complaint.id)
  const allowed = checkTask('new-secret', { complaint, actor, facts: { way, unread: 0 } })
  if (!allowed.ok) return allowed

  const { id, number } = complaint
  const secret = newSecret()
  await replaceSecret(tx, id, secretHash(vault, number, secret), actor.id)
  const note = words && { vault, complaint, as: 'note' as const, text: words, at }
  const contentHash = note ? await keepWords(tx, actor, note) : null
  await recordEvent(tx, actor, {
    ...{ recordType: 'complaint', recordId: id, type: 'complaint.new-digits-given', at },
    area: complaint.area,
    data: { called, way, why },
    contentHash,
    visibleTo: ['officer', 'complainant'],
  })
  return ok({ id, number, secret })
}
