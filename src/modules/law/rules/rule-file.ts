import { z } from 'zod'
import { type Day, isDay } from '../../../kernel/days.ts'
import { ruleParts, ruleUnits, standings } from './rule.ts'

const text = z.strictObject({ km: z.string().min(1), en: z.string().min(1) })
const day = z
  .string()
  .refine(isDay)
  .transform((value) => value as Day)

const ruleRecord = z
  .strictObject({
    key: z.string().regex(/^[a-zA-Z_]\w*(\.\w+)+$/),
    version: z.int().positive(),
    value: z.union([
      z.number(),
      z.boolean(),
      z.string(),
      z.array(z.union([z.string(), z.number()])).min(1),
      z.strictObject({ min: z.number(), max: z.number() }),
      z.null(),
    ]),
    unit: z.enum(ruleUnits),
    validFrom: day.nullable(),
    validTo: day.nullable(),
    article: text.nullable(),
    source: z.string().nullable(),
    sourceUrl: z.url().nullable(),
    standing: z.enum(standings),
    name: text,
    note: text.nullable(),
  })
  .refine((rule) => (rule.value === null) === (rule.standing === 'unknown'), {
    error: 'an unknown rule has no value, and every other rule has one',
  })

/** A file of `countries/…/rules`. */
export const ruleFile = z.strictObject({
  part: z.enum(ruleParts),
  about: z.string(),
  rules: z.array(ruleRecord),
})
export type RuleRecord = z.output<typeof ruleRecord>
