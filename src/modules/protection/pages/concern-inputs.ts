import { z } from 'zod'
import { fields } from '../../../platform/text/index.ts'
import {
  type ConcernAction,
  concernActions,
  concernSigns,
  helpAnswers,
  helps,
  yesWays,
} from '../rules/concern.ts'

const missing = 'protection.missing'
const tooLong = 'protection.too-long'

/** What a concern says, by whichever door. */
export const concernInput = z.object({
  about: fields.lines({ max: 4000, missing: 'protection.worried.about-missing', tooLong }),
  signs: fields.choices(concernSigns),
  country: z
    .union([z.string().regex(/^[A-Z]{2}$/), z.literal('')], { error: 'form.not-understood' })
    .nullish()
    .transform((code) => code || null),
  province: z
    .union([z.string().regex(/^\d\d$/), z.literal('')], { error: 'form.not-understood' })
    .nullish()
    .transform((code) => code || null),
  reporter: fields.optionalLines({ max: 500, tooLong }),
})

/** What a step may bring; what it needs is said by the action. */
export const concernStepInput = z.object({
  version: fields.wholeNumber({ least: 1, most: 999_999, wrong: 'form.not-understood' }),
  next: fields.optionalDay(),
  note: fields.optionalLines({ max: 4000, tooLong }),
  help: fields.optionalChoice(helps),
  answer: fields.optionalChoice(helpAnswers),
  yesHow: fields.optionalChoice(yesWays),
  yesOn: fields.optionalDay(),
  number: fields.optionalLine({ max: 30, tooLong: missing }),
})

export const concernActionOf = (text: string | undefined): ConcernAction | null =>
  concernActions.find((action) => action === text) ?? null
