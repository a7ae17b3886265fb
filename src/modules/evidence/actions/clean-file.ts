import { ok, type Result, refuse } from '../../../kernel/result.ts'
import { cleanAudio } from '../rules/audio.ts'
import type { Kind, RefusedReason } from '../rules/evidence.ts'
import { checkPdf } from './check-pdf.ts'
import { type CleanFile, cleanImage } from './clean-image.ts'

/** What may be served of a file, or why nothing may. */
export async function cleanFile(
  kind: Kind,
  bytes: Buffer,
  asked: { readonly asksLocation: boolean } = { asksLocation: false },
): Promise<Result<CleanFile, RefusedReason>> {
  if (kind === 'jpeg' || kind === 'png' || kind === 'webp') return cleanImage(kind, bytes, asked)
  if (kind === 'pdf') {
    const reason = await checkPdf(bytes)
    return reason ? refuse(reason) : ok({ bytes, small: null, location: null })
  }
  const sound = cleanAudio(kind, bytes)
  return sound.ok ? ok({ bytes: sound.value, small: null, location: null }) : sound
}
