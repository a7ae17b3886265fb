import type { Actor } from '../../../kernel/actor.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db.ts'
import { queueJob, recordEvent } from '../../../platform/events/record-event.ts'
import type { Files } from '../../../platform/files/files.ts'
import { newId } from '../../../platform/new-id.ts'
import { createPersonKey } from '../../../platform/vault/person-keys.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import { findOffice } from '../../accounts/index.ts'
import { type GivenFile, type KeepRefusal, keepEvidence } from '../../evidence/index.ts'
import { type Direction, ministryArea } from '../rules/letter.ts'
import type { ScanId } from '../rules/scan.ts'
import { findLetter } from '../store/letter.ts'
import { findScan, insertScan, listByNumber, moveScan } from '../store/scan.ts'
import { awaitsScan } from './scan.ts'

export type HandIn = {
  readonly vault: Vault
  readonly files: Files
  readonly given: readonly GivenFile[]
  readonly at: Date
}
export type HandInRefusal = KeepRefusal | 'scan-missing' | 'no-office'

/** Many scans at one place: each stands in quarantine, and is read once it was drawn anew. */
export async function handInScans(
  tx: Tx,
  actor: Actor,
  { vault, files, given, at }: HandIn,
): Promise<Result<null, HandInRefusal>> {
  const office = actor.officeId === null ? null : await findOffice(tx, actor.officeId)
  if (!office) return refuse('no-office')
  if (given.length === 0) return refuse('scan-missing')
  const area = office.province ?? ministryArea
  for (const [index, file] of given.entries()) {
    const id = newId<ScanId>()
    const key = await createPersonKey(tx, vault)
    const scan = { id, area, officeId: office.id, keyId: key.id, reach: actor.areas }
    await insertScan(tx, { ...scan, uploadedBy: actor.id, uploadedAt: at })
    const record = { type: 'letter-scan', id, area } as const
    const kept = await keepEvidence(tx, actor, {
      ...{ vault, files, key, record, origin: 'paper-scan', given: [file], at },
    })
    if (!kept.ok) return refuse({ index, reason: kept.refusal.reason })
  }
  await recordEvent(tx, actor, {
    ...{ recordType: 'office', recordId: office.id, type: 'letter.scans-handed-in', at, area },
    data: { count: given.length },
    visibleTo: ['officer'],
  })
  return ok(null)
}

export type MatchByHand = {
  readonly id: string
  readonly version: number
  readonly direction: Direction
  readonly number: number
  readonly year: number
}
export type MatchRefusal =
  | 'not-found'
  | 'changed-meanwhile'
  | 'no-such-number'
  | 'number-of-several'
  | 'not-signed-yet'

/** An officer says to which letter a scan belongs; the worker takes it there. */
export async function matchByHand(
  tx: Tx,
  actor: Actor,
  { id, version, ...asked }: MatchByHand,
): Promise<Result<null, MatchRefusal>> {
  const scan = await findScan(tx, id)
  if (scan?.status !== 'unmatched') return refuse('not-found')
  if (scan.reason === 'not-safe') return refuse('not-found')
  const found = await listByNumber(tx, asked)
  const own = found.filter(({ officeId }) => officeId === actor.officeId)
  const [one, ...more] = own.length > 0 ? own : found
  if (!one) return refuse('no-such-number')
  if (more.length > 0) return refuse('number-of-several')
  const letter = await findLetter(tx, one.id)
  if (!letter || !awaitsScan(letter)) return refuse('not-signed-yet')
  const moved = await moveScan(
    tx,
    { id: scan.id, version },
    { status: 'reading', letterId: one.id },
  )
  if (!moved) return refuse('changed-meanwhile')
  await queueJob(tx, 'read_letter_scan', { scanId: scan.id })
  return ok(null)
}

/** What is no letter of ours is put away; the worker ends its key. */
export async function dropScan(
  tx: Tx,
  { id, version, at }: { readonly id: string; readonly version: number; readonly at: Date },
): Promise<Result<null, 'not-found' | 'changed-meanwhile'>> {
  const scan = await findScan(tx, id)
  if (scan?.status !== 'unmatched') return refuse('not-found')
  if (!(await moveScan(tx, { id: scan.id, version }, { status: 'dropped', endedAt: at })))
    return refuse('changed-meanwhile')
  await queueJob(tx, 'read_letter_scan', { scanId: scan.id })
  return ok(null)
}
