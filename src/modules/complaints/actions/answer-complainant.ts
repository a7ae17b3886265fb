import type { Actor } from '../../../kernel/actor.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db.ts'
import { recordEvent } from '../../../platform/events/record-event.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import { stopClock } from '../../casework/index.ts'
import { type CaseTaskRefusal, checkTask } from '../rules/case-tasks.ts'
import { isOpen } from '../rules/lifecycle.ts'
import { setNextDue } from '../store/complaint.ts'
import { markRead } from '../store/message.ts'
import { type AsRead, holdAsRead } from './as-read.ts'
import { keepWords } from './keep-words.ts'

export type AnswerComplainant = AsRead & {
  readonly vault: Vault
  readonly complaintId: string
  readonly words: string
  readonly at: Date
}
export type AnswerComplainantRefusal = CaseTaskRefusal | 'not-found' | 'changed-meanwhile'

/** Writes to the complainant, also when she is anonymous. The clock of the first answer stops. */
export async function answerComplainant(
  tx: Tx,
  actor: Actor,
  { vault, complaintId, words, at, ...asRead }: AnswerComplainant,
): Promise<Result<null, AnswerComplainantRefusal>> {
  const complaint = await holdAsRead(tx, complaintId, asRead)
  if (typeof complaint === 'string') return refuse(complaint)
  const allowed = checkTask('answer', { complaint, actor, facts: { way: 'none', unread: 0 } })
  if (!allowed.ok) return allowed

  const contentHash = await keepWords(tx, actor, {
    ...{ vault, complaint, as: 'message', text: words, at },
  })
  await markRead(tx, complaint.id, { from: 'complainant', at })
  const due = await stopClock(tx, { recordId: complaint.id, kind: 'first-answer', at })
  if (due && isOpen(complaint.status)) await setNextDue(tx, complaint.id, due)
  await recordEvent(tx, actor, {
    ...{ recordType: 'complaint', recordId: complaint.id, type: 'complaint.message-sent', at },
    area: complaint.area,
    data: { from: 'office' },
    contentHash,
    visibleTo: ['officer', 'complainant'],
  })
  return ok(null)
}
