import type { Actor } from '../../../kernel/actor.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db.ts'
import { openPersonKeys } from '../../../platform/vault/person-keys.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import { kindFacts } from '../rules/kinds.ts'
import { findEvidence, keepSummary } from '../store/evidence.ts'

export type SummariseRecording = {
  readonly vault: Vault
  readonly id: string
  readonly recordId: string
  readonly words: string
  readonly at: Date
}
export type SummariseRefusal = 'not-found'

/**
 * What a recording says, in an officer's words: the other side may come to read it, and never
 * hears a voice. Answers with the keyed hash of the words, for the event.
 */
export async function summariseRecording(
  tx: Tx,
  actor: Actor,
  { vault, id, recordId, words, at }: SummariseRecording,
): Promise<Result<Buffer, SummariseRefusal>> {
  const found = await findEvidence(tx, id)
  if (!found || found.record.id !== recordId) return refuse('not-found')
  if (found.status !== 'checked' || kindFacts[found.kind].family !== 'audio')
    return refuse('not-found')
  const key = (await openPersonKeys(tx, vault, [found.keyId])).get(found.keyId)
  if (!key) return refuse('not-found')
  await keepSummary(tx, found.id, { sealed: vault.seal(key, words), by: actor.id, at })
  return ok(vault.contentHash(key, words))
}
