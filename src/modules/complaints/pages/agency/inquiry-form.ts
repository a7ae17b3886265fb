import { z } from 'zod'
import { fields } from '../../../../platform/text/index.ts'

/** An agency's answer, the same for page and API. */
export const answerForm = z.object({
  words: fields.lines({
    max: 4000,
    missing: 'inquiries.answer.missing',
    tooLong: 'complaints.words.too-long',
  }),
})
