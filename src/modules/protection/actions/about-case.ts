import type { Actor } from '../../../kernel/actor.ts'
import { hasRole } from '../../../kernel/actor.ts'
import { type Refusal, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db.ts'
import { recordEvent } from '../../../platform/events/record-event.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import { findGuardedCase, type GuardedCase } from '../../complaints/index.ts'
import { type Words, wordsUnder } from './case-words.ts'

/** What every action about a case is given. */
export type AboutCase = {
  readonly vault: Vault
  readonly complaintId: string
  readonly at: Date
}
export type CaseRefusal = 'not-found' | 'not-your-role' | 'key-is-gone'

/** Whoever works on somebody's safety. */
export const protectors = ['complaints-officer', 'complaints-head', 'caseworker'] as const

/** The case and its words, for somebody who sees it and may work on it. */
export async function openCase(
  tx: Tx,
  actor: Actor,
  { vault, complaintId }: Pick<AboutCase, 'vault' | 'complaintId'>,
): Promise<
  { readonly ok: true; readonly kept: GuardedCase; readonly words: Words } | Refusal<CaseRefusal>
> {
  const kept = await findGuardedCase(tx, complaintId)
  if (!kept) return refuse('not-found')
  if (!hasRole(actor, ...protectors)) return refuse('not-your-role')
  const words = await wordsUnder(tx, vault, kept.keyId)
  return words.isGone ? refuse('key-is-gone') : { ok: true, kept, words }
}

type Told = {
  readonly type: string
  readonly at: Date
  readonly data?: Readonly<Record<string, unknown>>
}

/** On the case's timeline, for officers only: her own page may be read over her shoulder. */
export const tell = (tx: Tx, actor: Actor, kept: GuardedCase, { type, at, data = {} }: Told) =>
  recordEvent(tx, actor, {
    ...{ recordType: 'complaint', recordId: kept.id, type, at, data, area: kept.area },
    visibleTo: ['officer'],
  })
