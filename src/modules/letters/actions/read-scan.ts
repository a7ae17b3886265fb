import { systemActor } from '../../../kernel/actor.ts'
import { ok } from '../../../kernel/result.ts'
import { type Db, type Tx, transact } from '../../../platform/db.ts'
import { pdfPictures } from '../../../platform/documents/pdf-pictures.ts'
import { shortAddress } from '../../../platform/documents/public-address.ts'
import { readQr } from '../../../platform/documents/read-qr.ts'
import type { Files } from '../../../platform/files/files.ts'
import { destroyPersonKey } from '../../../platform/vault/person-keys.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import {
  listEvidence,
  type OpenedFile,
  openEvidence,
  recordOfEvidence,
} from '../../evidence/index.ts'
import type { LetterId } from '../rules/letter.ts'
import { codeOnScan, type ScanReason } from '../rules/scan.ts'
import { findDocument } from '../store/document.ts'
import { findLetter, findLetterByCode, type LetterRow } from '../store/letter.ts'
import { findScan, moveScan, type Scan } from '../store/scan.ts'
import { keyOfLetter } from './letter-words.ts'
import { awaitsScan, keepScans } from './scan.ts'

export type ScanDeps = {
  readonly db: Db
  readonly vault: Vault
  readonly files: Files
  readonly now: () => Date
}

const reader = systemActor('read_letter_scan')

/**
 * Reads a scan that was drawn anew and takes it to its letter: by the code on it, or as somebody said.
 * What finds none waits for somebody. It may be begun again at any time.
 */
export async function readScan(deps: ScanDeps, scanId: string): Promise<void> {
  const begun = await inTurn(deps.db, (tx) => begin(tx, deps, scanId))
  if (!begun) return
  const { scan, file, isRefused } = begun
  if (scan.status === 'dropped') return inTurn(deps.db, (tx) => destroyPersonKey(tx, scan.keyId))
  if (isRefused) return inTurn(deps.db, (tx) => wait(tx, scan, 'not-safe'))
  if (!file) return
  // Reading takes a while and holds no connection.
  const found =
    scan.letterId === null ? codeOnScan(await textsOn(file), shortAddress('/V', '')) : null
  await inTurn(deps.db, async (tx) => {
    if (found && 'reason' in found) return wait(tx, scan, found.reason)
    const to = found ? await letterOfCode(tx, scan, found.code) : scan.letterId
    if (typeof to === 'object' && to !== null) return wait(tx, scan, to.reason)
    await takeTo(tx, deps, { scan, file, letterId: to })
  })
}

type Begun = {
  readonly scan: Scan
  /** Null while it is still looked through. */
  readonly file: OpenedFile | null
  readonly isRefused: boolean
}

async function begin(tx: Tx, { vault, files }: ScanDeps, scanId: string): Promise<Begun | null> {
  const scan = await findScan(tx, scanId)
  if (!scan || (scan.status !== 'reading' && scan.status !== 'dropped')) return null
  const [evidence] = await listEvidence(tx, vault, scan.id)
  const isRefused = evidence?.status === 'refused'
  const isReady = evidence?.isReady === true && scan.status === 'reading'
  const file = isReady
    ? await openEvidence(tx, { vault, files }, { id: evidence.id, small: false })
    : null
  return { scan, file, isRefused }
}

/** What stands in the codes of every page. */
async function textsOn({ evidence, bytes }: OpenedFile): Promise<(string | null)[]> {
  const pages = evidence.kind === 'pdf' ? pdfPictures(bytes) : [bytes]
  const texts: (string | null)[] = []
  // A page that cannot be read says nothing; the others still may.
  for (const page of pages) texts.push(await readQr(page).catch(() => null))
  return texts
}

async function letterOfCode(
  tx: Tx,
  { reach }: Scan,
  code: string,
): Promise<LetterId | { readonly reason: ScanReason }> {
  const id = await findLetterByCode(tx, code)
  if (id === null) {
    const document = await findDocument(tx, code)
    return { reason: document?.kind === 'receipt' ? 'receipt' : 'unknown-code' }
  }
  const letter = await findLetter(tx, id)
  // Not told apart from one that does not exist: it is not for whoever handed this in.
  const isReached = letter !== null && (reach === null || reach.includes(letter.area))
  return isReached ? id : { reason: 'not-yours' }
}

type Taking = {
  readonly scan: Scan
  readonly file: OpenedFile
  readonly letterId: LetterId | null
}

async function takeTo(
  tx: Tx,
  { vault, files, now }: ScanDeps,
  { scan, file, letterId }: Taking,
): Promise<void> {
  const letter: LetterRow | null = letterId && (await findLetter(tx, letterId))
  const key = letter && (await keyOfLetter(tx, vault, letter))
  if (!letter || !key || !awaitsScan(letter)) return wait(tx, scan, 'unknown-code')
  const at = now()
  const given = [{ name: null, bytes: file.bytes, whole: true }]
  const origin = 'paper-scan' as const
  const kept = await keepScans(tx, reader, { vault, files, letter, key, given, origin, at })
  if (!kept.ok) return wait(tx, scan, 'not-safe')
  const move = { status: 'matched', letterId: letter.id, endedAt: at } as const
  if (!(await moveScan(tx, scan, move))) throw new Error('a scan was moved while it was read')
  // It lies under the letter's key from now on.
  await destroyPersonKey(tx, scan.keyId)
}

const wait = async (tx: Tx, scan: Scan, reason: ScanReason): Promise<void> =>
  void (await moveScan(tx, scan, { status: 'unmatched', reason }))

async function inTurn<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
  const done = await transact<T, never>(db, reader, async (tx) => ok(await work(tx)))
  return done.ok ? done.value : done.refusal
}

/** A file was looked through: where it is a scan that was handed in, it is read now. */
export async function readCheckedScan(
  deps: ScanDeps,
  { recordId }: { readonly recordId: string },
): Promise<void> {
  const record = await inTurn(deps.db, (tx) => recordOfEvidence(tx, recordId))
  if (record?.type === 'letter-scan') await readScan(deps, record.id)
}
