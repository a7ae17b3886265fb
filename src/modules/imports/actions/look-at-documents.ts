import { createHash } from 'node:crypto'
import { addDays, dayOf, startOfDay } from '../../../kernel/days.ts'
import type { Tx } from '../../../platform/db.ts'
import type { Files } from '../../../platform/files/files.ts'
import { unpackZip, type ZipFault } from '../../../platform/sheets/zip-entries.ts'
import type { DataKey, Vault } from '../../../platform/vault/vault.ts'
import { holdFiles, isTakenFor, judgeFile, mostBytes } from '../../evidence/index.ts'
import { findNumber, rulebook } from '../../law/index.ts'
import { isLie, isLitter, type RunDocument } from '../rules/documents.ts'
import type { ImportRunId } from '../rules/run.ts'
import {
  dropDocument,
  insertDocument,
  type Judged,
  keepJudged,
  listDocuments,
  type StoredDocument,
} from '../store/document.ts'
import type { RegisterImporter } from './importers.ts'

/** The papers of one run, under its key. */
export type Papers = {
  readonly vault: Vault
  readonly files: Files
  readonly runId: ImportRunId
  readonly key: DataKey
  readonly now: Date
}

/** An archive of papers; beyond this it is a bomb, or too much for one file. */
const archiveLimits = { entries: 2_000, bytesEach: mostBytes, bytesInAll: 300 * 1024 * 1024 }
/** Where the rulebook does not say how long a file waits for somebody. */
const daysWithoutRule = 30

export type GivenPaper = {
  readonly position: number
  readonly name: string
  readonly bytes: Buffer
}
type Verdict = Pick<Judged, 'digest' | 'kind' | 'fault'>

/** Sealed and on the disk; nobody has looked at it unless a verdict is given. */
export async function keepPaper(
  tx: Tx,
  { vault, files, runId, key, now }: Papers,
  { position, name, bytes, ...verdict }: GivenPaper & Partial<Verdict>,
): Promise<void> {
  const fileHash = await files.putUnclaimed(key, bytes)
  await holdFiles(tx, [fileHash], await heldUntil(tx, now))
  await insertDocument(tx, runId, {
    ...{ position, fileHash, size: bytes.length, digest: null, kind: null, fault: null },
    ...{ ...verdict, nameSealed: vault.seal(key, name.slice(0, 300)) },
  })
}

async function heldUntil(tx: Tx, now: Date): Promise<Date> {
  const days = findNumber(await rulebook(tx, dayOf(now)), 'retention.import_file_days')
  return startOfDay(addDays(dayOf(now), (days ?? daysWithoutRule) + 1))
}

/** Looks at every paper once: archives are unpacked, and each is judged by what it is. */
export async function lookAtDocuments(
  tx: Tx,
  papers: Papers,
  { documents }: RegisterImporter,
): Promise<void> {
  if (!documents) return
  const { vault, files, runId, key } = papers
  const judge = (name: string, bytes: Buffer) => judged(vault, { name, bytes, to: documents.to })
  const stored = await listDocuments(tx, runId)
  let last = stored.reduce((most, { position }) => Math.max(most, position), 0)
  for (const { position, nameSealed, fileHash } of stored) {
    if (!fileHash) continue
    const bytes = await files.get(key, fileHash)
    if (isArchive(bytes)) {
      const { fault, kept } = await unpack(tx, papers, { bytes, after: last, judge })
      last += kept
      if (fault === null) await dropDocument(tx, runId, position)
      else await keepJudged(tx, runId, { position, ...faulty(`archive-${fault}`) })
    } else {
      const verdict = await judge(vault.open(key, nameSealed), bytes)
      await keepJudged(tx, runId, { position, ...verdict })
    }
  }
}

type ToUnpack = {
  readonly bytes: Buffer
  readonly after: number
  readonly judge: (name: string, bytes: Buffer) => Promise<Verdict>
}

/** Each paper of an archive stands for itself, as if it had come alone; of a bomb none. */
async function unpack(
  tx: Tx,
  papers: Papers,
  { bytes, after, judge }: ToUnpack,
): Promise<{ readonly fault: ZipFault | null; readonly kept: number }> {
  const fault = faultOf(bytes)
  if (fault !== null) return { fault, kept: 0 }
  let kept = 0
  for (const { name, content } of unpackZip(bytes, archiveLimits)) {
    if (isLitter(name)) continue
    kept += 1
    const paper = { position: after + kept, name }
    await (typeof content === 'string'
      ? keepPaper(tx, papers, { ...paper, bytes: nothing, ...faulty(`document-${content}`) })
      : keepPaper(tx, papers, { ...paper, bytes: content, ...(await judge(name, content)) }))
  }
  return { fault, kept }
}

/** Known before anything of it is kept. */
function faultOf(bytes: Buffer): ZipFault | null {
  const counting = unpackZip(bytes, archiveLimits)
  for (let next = counting.next(); ; next = counting.next()) if (next.done) return next.value
}

const nothing = Buffer.alloc(0)

/** Not what only looks like one: a text document or a spreadsheet of today is an archive, too. */
const isArchive = (bytes: Buffer): boolean =>
  bytes.subarray(0, 4).equals(Buffer.from('PK\x03\x04')) && !bytes.includes('[Content_Types].xml')

const faulty = (fault: string): Verdict => ({ digest: null, kind: null, fault })

type ToJudge = {
  readonly name: string
  readonly bytes: Buffer
  readonly to: 'complaint' | 'letter'
}

/** By the first bytes, as in every other place; here the name is held against them, too. */
async function judged(vault: Vault, { name, bytes, to }: ToJudge): Promise<Verdict> {
  const kind = await judgeFile({ name, bytes, whole: bytes.length <= mostBytes })
  if (!kind.ok) return faulty(`document-${kind.refusal}`)
  if (!isTakenFor(kind.value, to)) return faulty('document-kind-unknown')
  if (isLie(name, kind.value)) return faulty('document-lies')
  const hash = createHash('sha256').update(bytes).digest('hex')
  return { digest: vault.blindIndex('imported-document', hash), kind: kind.value, fault: null }
}

/** As the rules hold them against the lines. */
export const runDocument = (
  { vault, key }: Pick<Papers, 'vault' | 'key'>,
  { position, nameSealed, digest, fault }: StoredDocument,
): RunDocument => ({
  ...{ position, fault, name: vault.open(key, nameSealed) },
  digest: digest && Buffer.from(digest).toString('hex'),
})
