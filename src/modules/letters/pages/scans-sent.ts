import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { FieldErrors } from '../../../platform/http/form.ts'
import type { Upload } from '../../../platform/http/route.ts'
import { type GivenFile, type KeepRefusal, mostBytes } from '../../evidence/index.ts'

/** The pages of one letter; more can be added later. */
export const scanUploads = { most: 5, bytes: mostBytes } as const

/** The files of a form's field `scan`, as they came; of too many, none. */
export function scansSent(
  uploads: readonly Upload[],
  most: number = scanUploads.most,
): Result<GivenFile[], 'too-many'> {
  const scans = uploads.filter(({ field }) => field === 'scan')
  if (scans.length > most) return refuse('too-many')
  return ok(scans.map(({ name, bytes, whole }) => ({ name: name.slice(0, 200), bytes, whole })))
}

/** What is said beside that field of a file that is not taken. */
export const scanErrors = (reason: KeepRefusal['reason'] | 'scan-missing'): FieldErrors => ({
  scan: {
    key: isOwn(reason) ? `letters.field.scan.${reason}` : `evidence.refused.${reason}`,
  },
})

type OwnSentence = 'scan-missing' | 'kind-unknown'
const isOwn = (reason: KeepRefusal['reason'] | 'scan-missing'): reason is OwnSentence =>
  reason === 'scan-missing' || reason === 'kind-unknown'
