import { createHash } from 'node:crypto'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { FileHash, Files } from '../../../platform/files/files.ts'
import { newId } from '../../../platform/new-id.ts'
import {
  type GivenFile,
  judgeFile,
  type KeepRefusal,
  type Kind,
  mostInDraft,
} from '../../evidence/index.ts'
import { type AnswersDraft, type DraftKey, sealOf } from './draft.ts'

/** A file of a draft: sealed as the draft is, so that only this browser's key opens it. */
export type DraftFile = {
  readonly id: string
  readonly hash: FileHash
  readonly name: string | null
  readonly kind: Kind
  readonly size: number
  /** Of what it holds: pressing twice adds it once. */
  readonly digest: string
}

type Shelf = { readonly key: DraftKey; readonly files: Files }

/** The draft with those files that can be taken, and why the first of the others cannot. */
export async function withFiles(
  { key, files }: Shelf,
  draft: AnswersDraft,
  given: readonly GivenFile[],
): Promise<{ readonly draft: AnswersDraft; readonly refusal: KeepRefusal | null }> {
  let kept = draft.files ?? []
  let refusal: KeepRefusal | null = null
  for (const [index, file] of given.entries()) {
    const taken = await take(file, kept)
    if (!taken.ok) refusal ??= { index, reason: taken.refusal }
    if (!taken.ok || taken.value === null) continue
    const { name, bytes } = file
    const hash = await files.putUnclaimed(sealOf(key), bytes)
    kept = [...kept, { id: newId<string>(), hash, name, size: bytes.length, ...taken.value }]
  }
  return { draft: { ...draft, files: kept }, refusal }
}

/** Null where it is there already. */
async function take(
  file: GivenFile,
  kept: readonly DraftFile[],
): Promise<Result<Pick<DraftFile, 'kind' | 'digest'> | null, KeepRefusal['reason']>> {
  const kind = await judgeFile(file)
  if (!kind.ok) return kind
  const digest = createHash('sha256').update(file.bytes).digest('hex')
  if (kept.some((one) => one.digest === digest)) return ok(null)
  return kept.length >= mostInDraft ? refuse('too-many') : ok({ kind: kind.value, digest })
}

export const withoutFile = (draft: AnswersDraft, id: string): AnswersDraft => ({
  ...draft,
  files: (draft.files ?? []).filter((file) => file.id !== id),
})

/** As they came, to be kept with the complaint. */
export const readDraftFiles = ({ key, files }: Shelf, draft: AnswersDraft): Promise<GivenFile[]> =>
  Promise.all(
    (draft.files ?? []).map(async ({ hash, name }) => ({
      ...{ name, whole: true },
      bytes: await files.get(sealOf(key), hash),
    })),
  )
