import { fileTypeFromBuffer } from 'file-type'
import type { Result } from '../../../kernel/result.ts'
import type { Kind, RefusedReason } from '../rules/evidence.ts'
import { judge } from '../rules/kinds.ts'

export type GivenFile = {
  /** As the sender called it; null where nobody did. */
  readonly name: string | null
  readonly bytes: Buffer
  readonly whole: boolean
}

/** What a file is by its first bytes. Whether it is sound shows when it is looked through. */
export async function judgeFile({ bytes, whole }: GivenFile): Promise<Result<Kind, RefusedReason>> {
  const found = whole && bytes.length > 0 ? await fileTypeFromBuffer(bytes) : undefined
  return judge({ size: bytes.length, whole, type: found?.mime ?? null })
}
