import { z } from 'zod'
import { langs } from '../../../kernel/reader.ts'
import { fields } from '../../../platform/text/index.ts'
import { letterTemplates } from '../rules/letter.ts'

const tooLong = 'letters.field.too-long'
const line = (field: string, max: number) =>
  fields.line({ max, missing: `letters.field.${field}.missing`, tooLong })

/** The words of an outgoing letter, as its form sends them. */
export const textInput = z.object({
  correspondent: line('correspondent', 300),
  subject: line('subject', 300),
  reference: fields.optionalLine({ max: 300, tooLong }),
  body: fields.lines({ max: 20_000, missing: 'letters.field.body.missing', tooLong }),
})

export const versionInput = z.object({ version: z.coerce.number().int().positive() })
export const noteInput = versionInput.extend({
  note: fields.optionalLines({ max: 4_000, tooLong }),
})

const mostRecipients = 2_000

/** Which letter is begun, in which language, and to whom else. */
export const draftInput = z.object({
  template: fields.choice(letterTemplates, 'letters.field.template.missing'),
  language: fields.choice(langs, 'letters.field.language.missing'),
})

/** One name a line. */
export const recipientsInput = z.object({
  recipients: fields
    .optionalLines({ max: 400_000, tooLong })
    .transform((text) => (text ?? '').split('\n').map((name) => name.trim()))
    .transform((names) => names.filter((name) => name !== ''))
    .pipe(
      z
        .array(z.string().max(300, tooLong))
        .max(mostRecipients, 'letters.field.recipients.too-many'),
    ),
})
