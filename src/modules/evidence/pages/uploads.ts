import type { Upload } from '../../../platform/http/route.ts'
import type { GivenFile } from '../actions/judge-file.ts'
import { evidenceFields } from './evidence-fields.tsx'

/** The files of a form, as they came. */
export const givenFiles = (uploads: readonly Upload[]): GivenFile[] =>
  uploads
    .filter(({ field }) => evidenceFields.some((name) => name === field))
    .map(({ name, bytes, whole }) => ({ name: name.slice(0, 200), bytes, whole }))
