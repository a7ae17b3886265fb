import type { Actor } from '../../../kernel/actor.ts'
import type { Lang } from '../../../kernel/reader.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db.ts'
import type { Files } from '../../../platform/files/files.ts'
import { publicChanged } from '../../../platform/public-changed.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import { type ClipRefusal, clipBytes, readClip } from '../../../platform/voice/wav.ts'
import { insertClip } from '../store/clips.ts'

export type RecordClip = {
  readonly vault: Vault
  readonly files: Files
  readonly phrase: string
  readonly lang: Lang
  /** The text that was read. */
  readonly said: string
  readonly bytes: Buffer
  readonly at: Date
}

/** Keeps a recording; from now on pages play it. Nothing but the sound itself is kept of the file. */
export async function recordClip(
  tx: Tx,
  actor: Actor,
  { vault, files, bytes, phrase, lang, said, at }: RecordClip,
): Promise<Result<null, ClipRefusal>> {
  const clip = readClip(bytes)
  if (!clip.ok) return clip
  const fileHash = await files.put(voiceKey(vault), clipBytes(clip.value))
  const seconds = Math.round(clip.value.seconds * 100) / 100
  await insertClip(tx, {
    ...{ phrase, lang, said, seconds, fileHash, recordedBy: actor.id, recordedAt: at },
  })
  await publicChanged(tx)
  return ok(null)
}

/** Of nobody in particular: what is said there is public. */
export const voiceKey = (vault: Vault) => vault.keyFrom('', 'voice')
