import { z } from 'zod'
import { isUuid } from '../../../kernel/ids.ts'
import { fields, latinDigits } from '../../../platform/text/index.ts'
import { termModes } from '../../compensation/index.ts'
import type { Party } from '../../ledger/index.ts'
import { endings, entryKinds, proceedingKinds, stageActions } from '../rules/proceeding.ts'

const missing = 'proceedings.field.missing'
const tooLong = 'proceedings.field.too-long'
const line = fields.line({ max: 300, missing, tooLong })
const optionalLine = fields.optionalLine({ max: 300, tooLong })
const optionalText = fields.optionalLines({ max: 4000, tooLong })
const optionalDay = fields.optionalDay()
const id = z.string({ error: missing }).refine(isUuid, 'form.not-understood')
const chosen = z.preprocess((value) => [value ?? []].flat(), z.array(id))

export const recordInput = z.object({
  ...{
    kind: fields.choice(proceedingKinds, missing),
    country: fields.line({ max: 2, missing, tooLong }),
  },
  ...{ authority: line, number: optionalLine, chosen },
  ...{ stage: fields.choice(['to-file', 'filed'], missing) },
  ...{ fileBy: optionalDay, filedOn: optionalDay, lookOn: optionalDay },
})
export const stepInput = z.object({
  ...{ target: id, version: z.coerce.number().pipe(z.int().min(1)) },
  ...{ action: fields.choice(stageActions, missing), on: optionalDay, lookOn: optionalDay },
  ...{ number: optionalLine, ending: fields.optionalChoice(endings), words: optionalText },
})
const plainKinds = entryKinds.filter((kind) => kind !== 'award') as [
  Exclude<(typeof entryKinds)[number], 'award'>,
]
export const entryInput = z.object({
  ...{ target: id, kind: z.enum(plainKinds, { error: missing }), on: fields.day({ missing }) },
  time: fields
    .optionalLine({ max: 5, tooLong })
    .refine((text) => text === null || /^\d\d:\d\d$/.test(text), 'proceedings.field.time-wrong'),
  ...{ until: optionalDay, words: optionalText },
})
export const awardInput = z
  .object({
    ...{ target: id, on: fields.day({ missing }), dueOn: fields.day({ missing }) },
    ...{ basis: fields.lines({ max: 4000, missing, tooLong }) },
    debtor: z
      .string({ error: missing })
      .regex(/^(agency|party):[0-9a-f-]{36}$/, missing)
      .transform((text): Party => {
        const [kind, of = ''] = text.split(':')
        return { kind, id: of } as Party
      }),
    ...{ mode: fields.choice(termModes, missing).default('same'), currency: fields.currency() },
    sum: fields.amount(),
    pasted: fields
      .optionalLines({ max: 100_000, tooLong })
      .transform((text) => text && latinDigits(text)),
  })
  .transform(({ target, on, basis, debtor, dueOn, mode, currency, sum, pasted }) => ({
    ...{ proceedingId: target, on, basis, debtor },
    terms: {
      ...{ mode, currency, dueOn, sum, pasted },
      ...{ column: new Map<string, string>(), answers: new Map(), chosen: [] },
    },
  }))
export const waitInput = z.object({
  reviewOn: fields.day({ missing }),
  words: fields.lines({ max: 4000, missing, tooLong }),
})
