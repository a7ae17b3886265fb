import { createHash } from 'node:crypto'
import type { Actor } from '../../../kernel/actor.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db.ts'
import type { Files } from '../../../platform/files/files.ts'
import { newId } from '../../../platform/new-id.ts'
import type { PersonKeyId } from '../../../platform/vault/person-keys.ts'
import type { DataKey, Vault } from '../../../platform/vault/vault.ts'
import type { EvidenceId, EvidenceRecord, Kind, Origin, RefusedReason } from '../rules/evidence.ts'
import { isTakenFor, mostForRecord } from '../rules/kinds.ts'
import { queueCheck } from '../store/checking.ts'
import { countEvidence, insertEvidence } from '../store/evidence.ts'
import { type GivenFile, judgeFile } from './judge-file.ts'

export type KeepEvidence = {
  readonly vault: Vault
  readonly files: Files
  /** Of the person whose record it is: what is kept ends with it. */
  readonly key: { readonly id: PersonKeyId; readonly key: DataKey }
  readonly record: EvidenceRecord
  readonly origin: Origin
  readonly given: readonly GivenFile[]
  readonly at: Date
  /** The question with whose answer an agency brings it. */
  readonly inquiryId?: string
}
/** Which of the files is not taken, and why. */
export type KeepRefusal = { readonly index: number; readonly reason: RefusedReason }
export type KeptEvidence = { readonly id: EvidenceId; readonly kind: Kind }

/**
 * Takes files in: each is sealed and safely on the disk before the transaction can commit, stands in
 * quarantine, and is looked through by a job. All of them or none; one that is there already is
 * not kept twice.
 */
export async function keepEvidence(
  tx: Tx,
  actor: Actor,
  given: KeepEvidence,
): Promise<Result<readonly KeptEvidence[], KeepRefusal>> {
  const room = mostForRecord - (await countEvidence(tx, given.record.id))
  if (given.given.length > room) return refuse({ index: Math.max(0, room), reason: 'too-many' })
  const judged: { file: GivenFile; kind: Kind }[] = []
  for (const [index, file] of given.given.entries()) {
    const kind = await judgeFile(file)
    if (!kind.ok) return refuse({ index, reason: kind.refusal })
    if (!isTakenFor(kind.value, given.record.type)) return refuse({ index, reason: 'kind-unknown' })
    judged.push({ file, kind: kind.value })
  }
  const kept = []
  for (const each of judged) kept.push(await keepOne(tx, actor, { ...given, ...each }))
  return ok(kept.filter((one) => one !== null))
}

type OneFile = KeepEvidence & { readonly file: GivenFile; readonly kind: Kind }

async function keepOne(tx: Tx, actor: Actor, one: OneFile): Promise<KeptEvidence | null> {
  const { vault, files, key, record, origin, at, file, kind, inquiryId = null } = one
  const id = newId<EvidenceId>()
  const added = await insertEvidence(tx, {
    ...{ id, record, kind, origin, givenAt: at, size: file.bytes.length, inquiryId },
    givenBy: actor.kind === 'person' || actor.kind === 'system' ? actor.id : 'complainant',
    keyId: key.id,
    contentMark: vault.contentHash(key.key, digestOf(file.bytes)),
    originalHash: await files.putUnclaimed(key.key, file.bytes),
    nameSealed: file.name === null ? null : vault.seal(key.key, file.name),
  })
  if (!added) return null
  await queueCheck(tx, id)
  return { id, kind }
}

const digestOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')
