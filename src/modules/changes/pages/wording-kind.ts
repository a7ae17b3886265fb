import { z } from 'zod'
import { ok, type Result } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db.ts'
import { type FieldErrors, parseForm } from '../../../platform/http/form.ts'
import type { FormBody } from '../../../platform/http/route.ts'
import { builtInWordings } from '../../../platform/i18n/wording.ts'
import { lines, wholeNumber } from '../../../platform/text/fields.ts'
import { routes } from '../../../routes.ts'
import type { FormState } from '../../../ui/index.ts'
import {
  findWording,
  mayChangeWording,
  publishWording,
  takeWordingBack,
} from '../actions/change-wording.ts'
import { type WordingContent, wordingContent } from '../rules/wording.ts'
import type { ChangeKind } from './kind.ts'
import { wordingFields, wordingPreview } from './wording-parts.tsx'

async function begin(tx: Tx, asked: FormBody): Promise<FormState['values'] | null> {
  const wording = await findWording(tx, String(asked.subject ?? ''))
  return (
    wording && {
      ...{ subject: wording.key, basedOn: String(wording.version) },
      ...{ km: wording.km, en: wording.en },
    }
  )
}

const text = lines({
  max: 4000,
  missing: 'changes.wording.missing',
  tooLong: 'changes.field.reason-too-long',
})
const form = z.object({
  subject: z.string(),
  basedOn: wholeNumber({ least: 0, most: 999_999, wrong: 'form.not-understood' }),
  km: text,
  en: text,
})

async function read(_tx: Tx, typed: FormBody): Promise<Result<WordingContent, FieldErrors>> {
  const parsed = parseForm(form, typed)
  if (!parsed.ok) return parsed
  const { subject: key, ...rest } = parsed.value
  return ok({ key, ...rest })
}

/** A text is called by how it begins as delivered. */
function beginningOf(key: string) {
  const built = builtInWordings().find((each) => each.key === key)
  const cut = (text: string) => (text.length > 50 ? `${text.slice(0, 50)}…` : text)
  return built ? { km: cut(built.km), en: cut(built.en) } : { km: key, en: key }
}

/** The texts of messages and documents. */
export const wordingKind: ChangeKind<WordingContent> = {
  code: 'wording',
  proposers: ['administrator', 'complaints-head', 'licensing-head'],
  approvers: ['administrator', 'complaints-head', 'licensing-head'],
  notice: 'same-day',
  icon: 'message-square',
  home: () => routes.administrationWordings.href(),
  content: wordingContent,
  subjectOf: ({ key }) => key,
  namesOf: async (_tx, subject) => beginningOf(subject),
  check: mayChangeWording,
  publish: publishWording,
  takeBack: takeWordingBack,
  begin,
  read,
  fields: wordingFields,
  preview: wordingPreview,
}
