import { fileTypeFromBuffer } from 'file-type'
import type { Actor } from '../../../kernel/actor.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db.ts'
import { recordEvent } from '../../../platform/events/record-event.ts'
import type { FileHash, Files } from '../../../platform/files/files.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import { type ScanType, scanTypes } from '../rules/letter.ts'
import { findLetter, keepScan } from '../store/letter.ts'
import { keyOfLetter } from './letter-words.ts'

const scanFaults = ['scan-missing', 'scan-too-large', 'scan-of-what'] as const
export type ScanFault = (typeof scanFaults)[number]
export type ScanRefusal = ScanFault | 'not-found' | 'changed-meanwhile' | 'not-signed-yet'

/** What is wrong with the file itself, and so is said beside its field. */
export const isScanFault = (refusal: ScanRefusal): refusal is ScanFault =>
  scanFaults.some((fault) => fault === refusal)

/** A file as it was sent; not whole where it was longer than allowed. */
export type SentFile = { readonly bytes: Buffer; readonly whole: boolean }
export type Scan = { readonly type: ScanType; readonly bytes: Buffer }

/** What was scanned, by its content and never by its name. */
export async function readScan(uploads: readonly SentFile[]): Promise<Result<Scan, ScanFault>> {
  const [upload] = uploads
  if (!upload || upload.bytes.length === 0) return refuse('scan-missing')
  if (!upload.whole) return refuse('scan-too-large')
  const found = await fileTypeFromBuffer(upload.bytes)
  const type = scanTypes.find((each) => each === found?.mime)
  return type ? ok({ type, bytes: upload.bytes }) : refuse('scan-of-what')
}

export type AttachScan = {
  readonly vault: Vault
  readonly files: Files
  readonly id: string
  readonly version: number
  readonly uploads: readonly SentFile[]
  readonly at: Date
}

/** The signed and stamped paper comes back to its number. */
export async function attachScan(
  tx: Tx,
  actor: Actor,
  { vault, files, id, version, uploads, at }: AttachScan,
): Promise<Result<null, ScanRefusal>> {
  const letter = await findLetter(tx, id)
  const key = letter && (await keyOfLetter(tx, vault, letter))
  if (!letter || !key) return refuse('not-found')
  if (letter.direction === 'outgoing' && letter.signedAt === null) return refuse('not-signed-yet')
  if (letter.version !== version) return refuse('changed-meanwhile')
  const scan = await readScan(uploads)
  if (!scan.ok) return scan
  const file = await files.put(key, scan.value.bytes)
  if (!(await keepScan(tx, letter, { file, type: scan.value.type, at })))
    return refuse('changed-meanwhile')
  await recordEvent(tx, actor, {
    ...{ recordType: 'letter', recordId: letter.id, type: 'letter.scan-added', at },
    ...{ area: letter.area, data: { file }, visibleTo: ['officer'] },
  })
  return ok(null)
}

/** The scan, opened; null where there is none that the actor may see. */
export async function openScan(
  tx: Tx,
  { vault, files, id }: { vault: Vault; files: Files; id: string },
): Promise<Scan | null> {
  const letter = await findLetter(tx, id)
  const key = letter && (await keyOfLetter(tx, vault, letter))
  if (!letter?.scanFile || !letter.scanType || !key) return null
  return { type: letter.scanType, bytes: await files.get(key, letter.scanFile as FileHash) }
}
