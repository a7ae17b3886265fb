import type { Db, Tx } from '../../../platform/db.ts'
import type { Files } from '../../../platform/files/files.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import { joinClips } from '../../../platform/voice/wav.ts'
import { listFiles } from '../store/clips.ts'
import { voiceKey } from './record-clip.ts'

/** More follow each other on no page. */
const mostClips = 40

/** Clips one after the other as one file of sound; null when one of them is not there. */
export async function playClips(
  tx: Db | Tx,
  { vault, files, numbers }: { vault: Vault; files: Files; numbers: readonly number[] },
): Promise<Buffer | null> {
  if (numbers.length === 0 || numbers.length > mostClips) return null
  const hashes = await listFiles(tx, numbers)
  if (!hashes) return null
  const key = voiceKey(vault)
  return joinClips(await Promise.all(hashes.map((hash) => files.get(key, hash))))
}
