import type { Actor } from '../../../kernel/actor.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db.ts'
import { recordEvent } from '../../../platform/events/record-event.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import { type HoldRefusal, holdOpenCase, onCase } from './held-case.ts'
import { keepWords } from './keep-words.ts'

export type WriteToPerson = {
  readonly vault: Vault
  readonly complaintId: string
  readonly personId: string
  readonly words: string
  readonly at: Date
}

/** To one person of a group, who reads it with her own receipt; nobody else of the group does. */
export async function writeToPerson(
  tx: Tx,
  actor: Actor,
  { vault, complaintId, personId, words, at }: WriteToPerson,
): Promise<Result<null, HoldRefusal>> {
  const held = await holdOpenCase(tx, actor, complaintId)
  if (!held.ok) return held
  const complaint = held.value
  const message = { vault, complaint, as: 'message', text: words, at, personId } as const
  const contentHash = await keepWords(tx, actor, message)
  const data = { person: personId }
  // Not for the complainant's timeline: it would tell of words that are another's.
  await recordEvent(tx, actor, {
    ...onCase(complaint, { code: 'person-written-to', at, data }),
    contentHash,
  })
  return ok(null)
}
