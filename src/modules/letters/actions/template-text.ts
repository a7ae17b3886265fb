import type { Day } from '../../../kernel/days.ts'
import type { Lang, MessageValues } from '../../../kernel/reader.ts'
import type { Tx } from '../../../platform/db.ts'
import { worded } from '../../../platform/i18n/wording.ts'
import type { LetterTemplate } from '../rules/letter.ts'

export type TemplateAsked = {
  readonly template: LetterTemplate
  readonly lang: Lang
  readonly day: Day
  readonly values: MessageValues
}

/** Subject and text with which a letter of this kind begins, as the ministry last worded them. */
export async function templateText(
  tx: Tx,
  { template, lang, day, values }: TemplateAsked,
): Promise<{ readonly subject: string; readonly body: string }> {
  if (template === 'free') return { subject: '', body: '' }
  const of = (part: string) =>
    worded(tx, { key: `wording.letters.${template}.${part}`, lang, day }, values)
  return { subject: await of('subject'), body: await of('body') }
}
