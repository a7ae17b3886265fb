import { ok, type Result, refuse } from '../../../../kernel/result.ts'
import type { FieldErrors } from '../../../../platform/http/form.ts'
import type { Visit } from '../../../../platform/http/route.ts'
import { useReader } from '../../../../ui/index.ts'
import {
  EvidenceFields,
  evidenceUploads,
  type GivenFile,
  givenFiles,
  judgeFile,
} from '../../../evidence/index.ts'

/** The files that came with an entry; what cannot be taken is told beside its field. */
export async function entryFiles({
  uploads,
}: Pick<Visit, 'uploads'>): Promise<Result<readonly GivenFile[], FieldErrors>> {
  const given = givenFiles(uploads)
  if (given.length > evidenceUploads.most)
    return refuse({ photos: { key: 'evidence.refused.too-many' } })
  for (const upload of uploads) {
    const judged = await judgeFile(upload)
    if (!judged.ok) return refuse({ [upload.field]: { key: `evidence.refused.${judged.refusal}` } })
  }
  return ok(given)
}

/** A browser fills no field for files, so after a fault they have to be chosen again. */
export function EntryFiles({ again }: { readonly again: boolean }) {
  const { t } = useReader()
  return (
    <>
      {again ? <p>{t('complaints.entry.files-again')}</p> : null}
      <EvidenceFields by="officer" />
    </>
  )
}
