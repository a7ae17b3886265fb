import type { Actor } from '../../../kernel/actor.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db.ts'
import type { Files } from '../../../platform/files/files.ts'
import { openPersonKeys, type PersonKeyId } from '../../../platform/vault/person-keys.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import { findGuardedCase } from '../../complaints/index.ts'
import { type GivenFile, type KeepRefusal, keepEvidence } from '../../evidence/index.ts'
import { findPayOut, keepPhoto, listEntries, type PayOutDay } from '../store/pay-outs.ts'

export type KeepPayOutProof = {
  readonly vault: Vault
  readonly files: Files
  readonly dayId: string
  /** Pages of the list with its thumbprints. */
  readonly scans: readonly GivenFile[]
  /** One of a person each, under the row on which she stands. */
  readonly photos: readonly { readonly entryId: string; readonly file: GivenFile }[]
  readonly at: Date
}
export type ProofRefusal = 'not-found' | 'nothing-chosen' | KeepRefusal

/**
 * Keeps what proves a day: the list belongs to the day, a photo to the case of whom it shows, and
 * ends with it. Both are looked through as all evidence is, and lose the place where they were taken.
 */
export async function keepPayOutProof(
  tx: Tx,
  actor: Actor,
  { dayId, scans, photos, ...with_ }: KeepPayOutProof,
): Promise<Result<null, ProofRefusal>> {
  const day = await findPayOut(tx, dayId)
  if (!day) return refuse('not-found')
  if (scans.length + photos.length === 0) return refuse('nothing-chosen')
  if (scans.length > 0) {
    const kept = await keepScans(tx, actor, { ...with_, day, scans })
    if (!kept.ok) return kept
  }
  const entries = new Map<string, string>(
    (await listEntries(tx, day.id)).map(({ id, complaintId }) => [id, complaintId]),
  )
  for (const { entryId, file } of photos) {
    const complaintId = entries.get(entryId)
    if (!complaintId) return refuse('not-found')
    const kept = await keepOnePhoto(tx, actor, { ...with_, entryId, complaintId, file })
    if (!kept.ok) return kept
  }
  return ok(null)
}

type With = Pick<KeepPayOutProof, 'vault' | 'files' | 'at'>

async function keepScans(
  tx: Tx,
  actor: Actor,
  {
    day,
    scans,
    ...with_
  }: With & { readonly day: PayOutDay; readonly scans: readonly GivenFile[] },
): Promise<Result<unknown, ProofRefusal>> {
  const key = await keyOf(tx, with_.vault, day.keyId)
  if (!key) return refuse('not-found')
  return keepEvidence(tx, actor, {
    ...{ ...with_, key, origin: 'paper-scan', given: scans },
    record: { type: 'pay-out', id: day.id, area: day.area },
  })
}

type Photo = With & {
  readonly entryId: string
  readonly complaintId: string
  readonly file: GivenFile
}

async function keepOnePhoto(
  tx: Tx,
  actor: Actor,
  { entryId, complaintId, file, ...with_ }: Photo,
): Promise<Result<null, ProofRefusal>> {
  const found = await findGuardedCase(tx, complaintId)
  const key = found && (await keyOf(tx, with_.vault, found.keyId))
  if (!found || !key) return refuse('not-found')
  const kept = await keepEvidence(tx, actor, {
    ...{ ...with_, key, origin: 'officer-entry', given: [file] },
    record: { type: 'complaint', id: found.id, area: found.area },
  })
  if (!kept.ok) return kept
  const [photo] = kept.value
  if (photo) await keepPhoto(tx, entryId, photo.id)
  return ok(null)
}

async function keyOf(tx: Tx, vault: Vault, id: PersonKeyId) {
  const key = (await openPersonKeys(tx, vault, [id])).get(id)
  return key ? { id, key } : null
}
