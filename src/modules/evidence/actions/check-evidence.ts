import { systemActor } from '../../../kernel/actor.ts'
import { ok } from '../../../kernel/result.ts'
import { type Db, type Tx, transact } from '../../../platform/db.ts'
import { recordEvent } from '../../../platform/events/record-event.ts'
import type { FileHash, Files } from '../../../platform/files/files.ts'
import { openPersonKeys } from '../../../platform/vault/person-keys.ts'
import type { DataKey, Vault } from '../../../platform/vault/vault.ts'
import { asksLocation, type RefusedReason } from '../rules/evidence.ts'
import { countAttempt, forgetOriginal, markChecked, markRefused } from '../store/checking.ts'
import { findEvidence, type StoredEvidence } from '../store/evidence.ts'
import { cleanFile } from './clean-file.ts'
import type { CleanFile } from './clean-image.ts'

export type CheckDeps = {
  readonly db: Db
  readonly vault: Vault
  readonly files: Files
  readonly now: () => Date
}

/** A file that ends the worker each time it is touched is not touched for ever. */
const mostAttempts = 5

/**
 * Looks a file through and makes of it what may be served. It may be killed anywhere and begun
 * again: the original goes only when the row names what was made of it, and that is on the disk.
 */
export async function checkEvidence(deps: CheckDeps, evidenceId: string): Promise<void> {
  const found = await begin(deps, evidenceId)
  if (!found) return
  const { evidence, key } = found
  if (evidence.status === 'quarantined') await lookThrough(deps, evidence, key)
  await tidy(deps, evidenceId)
}

type Begun = { readonly evidence: StoredEvidence; readonly key: DataKey }

/** Null where nothing is left to do, or nobody can read it any more. */
const begin = (deps: CheckDeps, id: string): Promise<Begun | null> =>
  asSystem(deps.db, async (tx) => {
    const evidence = await findEvidence(tx, id)
    if (!evidence || evidence.originalHash === null || evidence.status === 'refused') return null
    const key = (await openPersonKeys(tx, deps.vault, [evidence.keyId])).get(evidence.keyId)
    if (!key) return null
    await countAttempt(tx, evidence.id)
    return { evidence, key }
  })

async function lookThrough(deps: CheckDeps, evidence: StoredEvidence, key: DataKey): Promise<void> {
  const { kind, attempts, originalHash, record } = evidence
  if (attempts >= mostAttempts) return refused(deps, evidence, 'not-checked')
  if (originalHash === null) throw new Error('a file in quarantine has no original')
  const asked = { asksLocation: asksLocation(record.type) }
  const original = await originalOf(deps, evidence.id, { key, hash: originalHash })
  if (!original) return
  const clean = await cleanFile(kind, original, asked)
  return clean.ok
    ? checked(deps, evidence, { key, ...clean.value })
    : refused(deps, evidence, clean.refusal)
}

/** Null where another worker was quicker and has ended the original already. */
async function originalOf(
  { db, files }: CheckDeps,
  id: string,
  { key, hash }: { readonly key: DataKey; readonly hash: FileHash },
): Promise<Buffer | null> {
  try {
    return await files.get(key, hash)
  } catch (error) {
    const now = await asSystem(db, (tx) => findEvidence(tx, id))
    if (now && now.status !== 'quarantined') return null
    throw error
  }
}

async function checked(
  { db, files, vault, now }: CheckDeps,
  evidence: StoredEvidence,
  { key, bytes, small, location }: CleanFile & { readonly key: DataKey },
): Promise<void> {
  const fileHash = await files.putUnclaimed(key, bytes)
  const smallHash = small && (await files.putUnclaimed(key, small))
  const locationSealed = location && vault.seal(key, JSON.stringify(location))
  const at = now()
  await asSystem(db, async (tx) => {
    const file = { fileHash, smallHash, size: bytes.length, locationSealed, at }
    if (!(await markChecked(tx, evidence.id, file))) return
    await note(tx, evidence, { type: 'file.checked', at, data: { file: fileHash } })
  })
}

const refused = (
  { db, now }: CheckDeps,
  evidence: StoredEvidence,
  reason: RefusedReason,
): Promise<void> =>
  asSystem(db, async (tx) => {
    const at = now()
    if (!(await markRefused(tx, evidence.id, { reason, at }))) return
    await note(tx, evidence, { type: 'file.refused', at, data: { reason } })
  })

/** Claims what the row names, and ends the original where something was made of it. */
async function tidy({ db, files }: CheckDeps, id: string): Promise<void> {
  const evidence = await asSystem(db, (tx) => findEvidence(tx, id))
  if (!evidence) return
  const { originalHash, fileHash, smallHash, status } = evidence
  for (const hash of [originalHash, fileHash, smallHash]) if (hash) await files.claim(hash)
  if (status !== 'checked' || originalHash === null) return
  await files.remove(originalHash)
  await asSystem(db, (tx) => forgetOriginal(tx, evidence.id))
}

type What = {
  readonly type: 'file.checked' | 'file.refused'
  readonly at: Date
  readonly data: Readonly<Record<string, string>>
}

const note = (tx: Tx, { id, record: { area } }: StoredEvidence, what: What): Promise<void> =>
  recordEvent(tx, checker, { recordType: 'evidence', recordId: id, area, ...what, visibleTo: [] })

const checker = systemActor('check-evidence')

async function asSystem<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
  const done = await transact<T, never>(db, checker, async (tx) => ok(await work(tx)))
  return done.ok ? done.value : done.refusal
}
