import type { Actor } from '../../../kernel/actor.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db.ts'
import { recordEvent } from '../../../platform/events/record-event.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import { type CaseTaskRefusal, checkTask } from '../rules/case-tasks.ts'
import { countUnread } from '../store/case-file.ts'
import { findComplaint } from '../store/complaint.ts'
import { markRead } from '../store/message.ts'
import { keepWords } from './keep-words.ts'

export type NoteRefusal = CaseTaskRefusal | 'not-found'

/** A note for officers only. It changes nothing that somebody may have decided meanwhile. */
export async function addCaseNote(
  tx: Tx,
  actor: Actor,
  note: { vault: Vault; complaintId: string; words: string; at: Date },
): Promise<Result<null, NoteRefusal>> {
  const { vault, complaintId, words, at } = note
  const complaint = await findComplaint(tx, complaintId)
  if (!complaint) return refuse('not-found')
  const allowed = checkTask('note', { complaint, actor, facts: { way: 'none', unread: 0 } })
  if (!allowed.ok) return allowed
  const contentHash = await keepWords(tx, actor, { vault, complaint, as: 'note', text: words, at })
  await recordEvent(tx, actor, {
    ...{ recordType: 'complaint', recordId: complaint.id, type: 'complaint.note-added', at },
    area: complaint.area,
    contentHash,
    visibleTo: ['officer'],
  })
  return ok(null)
}

/** Her messages were read by an officer, who says so: opening a page alone counts for nothing. */
export async function markMessagesRead(
  tx: Tx,
  actor: Actor,
  { complaintId, at }: { complaintId: string; at: Date },
): Promise<Result<null, NoteRefusal>> {
  const complaint = await findComplaint(tx, complaintId)
  if (!complaint) return refuse('not-found')
  const unread = await countUnread(tx, complaint.id)
  const allowed = checkTask('mark-read', { complaint, actor, facts: { way: 'none', unread } })
  if (!allowed.ok) return allowed
  await markRead(tx, complaint.id, { from: 'complainant', at })
  return ok(null)
}
