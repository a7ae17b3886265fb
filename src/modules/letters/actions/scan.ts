import type { Actor } from '../../../kernel/actor.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db.ts'
import { recordEvent } from '../../../platform/events/record-event.ts'
import type { Files } from '../../../platform/files/files.ts'
import type { DataKey, Vault } from '../../../platform/vault/vault.ts'
import {
  type EvidenceId,
  type GivenFile,
  type KeepRefusal,
  keepEvidence,
  type Origin,
} from '../../evidence/index.ts'
import { findLetter, type LetterRow } from '../store/letter.ts'
import { keyOfLetter } from './letter-words.ts'

export type AttachScan = {
  readonly vault: Vault
  readonly files: Files
  readonly id: string
  readonly given: readonly GivenFile[]
  readonly at: Date
}
export type ScanRefusal = KeepRefusal | 'scan-missing' | 'not-found' | 'not-signed-yet'

/** The signed and stamped paper comes back to its number. */
export async function attachScan(
  tx: Tx,
  actor: Actor,
  { id, ...scan }: AttachScan,
): Promise<Result<null, ScanRefusal>> {
  const letter = await findLetter(tx, id)
  const key = letter && (await keyOfLetter(tx, scan.vault, letter))
  if (!letter || !key) return refuse('not-found')
  if (!awaitsScan(letter)) return refuse('not-signed-yet')
  if (scan.given.length === 0) return refuse('scan-missing')
  const kept = await keepScans(tx, actor, { ...scan, letter, key, origin: 'paper-scan' })
  return kept.ok ? ok(null) : kept
}

/** Of a letter of ours there is something to scan once it is signed. */
export const awaitsScan = (letter: Pick<LetterRow, 'direction' | 'status' | 'signedAt'>): boolean =>
  letter.direction === 'incoming' || letter.status === 'filed' || letter.signedAt !== null

export type KeepScans = Omit<AttachScan, 'id'> & {
  readonly letter: Pick<LetterRow, 'id' | 'area' | 'keyId'>
  readonly key: DataKey
  readonly origin: Origin
}

/** Into quarantine, under the letter's own key; what is there already is not kept twice, nor named. */
export async function keepScans(
  tx: Tx,
  actor: Actor,
  { letter, key, ...scan }: KeepScans,
): Promise<Result<readonly EvidenceId[], KeepRefusal>> {
  const { id, area, keyId } = letter
  const kept = await keepEvidence(tx, actor, {
    ...{ ...scan, key: { id: keyId, key }, record: { type: 'letter', id, area } },
  })
  if (!kept.ok) return kept
  const added = kept.value.map((one) => one.id)
  if (added.length === 0) return ok(added)
  await recordEvent(tx, actor, {
    ...{ recordType: 'letter', recordId: id, type: 'letter.scan-added', at: scan.at, area },
    data: { files: added, origin: scan.origin },
    visibleTo: ['officer'],
  })
  return ok(added)
}
