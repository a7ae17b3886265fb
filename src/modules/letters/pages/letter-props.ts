import type { FormState } from '../../../ui/index.ts'
import type { SigningRefusal, SigningState } from '../../accounts/index.ts'
import type { LetterFile } from '../actions/read-letter.ts'
import type { LetterAction } from '../rules/lifecycle.ts'

export type LetterForm = {
  readonly step: LetterAction | 'text' | 'scan' | 'replace'
  readonly state: FormState
  /** A refusal that belongs to no single field. */
  readonly refusal: string | null
  readonly signing: SigningRefusal | null
}
export const letterNotices = [
  'drafted',
  'registered',
  'written',
  'done',
  'signed',
  'scan-kept',
  'compared',
] as const
export type LetterNotice = (typeof letterNotices)[number]

export type LetterPageProps = {
  readonly file: LetterFile
  readonly form: LetterForm | null
  readonly notice: LetterNotice | null
  readonly signing: SigningState
  /** Where the record is that it is about, with its name; null for a letter of its own. */
  readonly about: { readonly href: string } | null
  readonly submission: string
}
