import type { Actor } from '../../../kernel/actor.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db.ts'
import { recordEvent } from '../../../platform/events/record-event.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import { findComplaint } from '../store/complaint.ts'
import { markRead } from '../store/message.ts'
import { keepWords } from './keep-words.ts'

export type SendMessage = { readonly vault: Vault; readonly words: string; readonly at: Date }
export type SendMessageRefusal = 'not-found'

/** The complainant writes to the office, also when she is anonymous and after the end of the case. */
export async function sendMessage(
  tx: Tx,
  actor: Actor,
  { vault, words, at }: SendMessage,
): Promise<Result<null, SendMessageRefusal>> {
  const complaint = await findComplaint(tx, actor.id)
  if (!complaint) return refuse('not-found')
  const contentHash = await keepWords(tx, actor, {
    ...{ vault, complaint, as: 'message', text: words, at },
  })
  await markRead(tx, complaint.id, { from: 'office', at })
  await recordEvent(tx, actor, {
    ...{ recordType: 'complaint', recordId: complaint.id, type: 'complaint.message-sent', at },
    area: complaint.area,
    data: { from: 'complainant' },
    contentHash,
    visibleTo: ['officer', 'complainant'],
  })
  return ok(null)
}
