import { z } from 'zod'
import {
  line,
  lines,
  optionalChoice,
  optionalDay,
  wholeNumber,
} from '../../../platform/text/fields.ts'
import type { Term } from '../rules/decision.ts'
import { conditions } from '../rules/licence.ts'
import type { LicenceAction } from '../rules/lifecycle.ts'

/** The licence and the action that an officer has chosen; null before. */
export type Chosen = { readonly licenceId: string; readonly action: LicenceAction } | null

const termKinds = ['default', 'date', 'condition'] as const

/** One decision on a licence, by page or API. Only a suspension has a term. */
export const decisionForm = z
  .object({
    version: wholeNumber({ least: 1, most: 999_999_999, wrong: 'form.not-understood' }),
    reason: line({
      max: 60,
      missing: 'licences.decide.reason-missing',
      tooLong: 'licences.decide.reason-missing',
    }),
    note: lines({
      max: 4000,
      missing: 'licences.decide.note-missing',
      tooLong: 'licences.decide.note-too-long',
    }),
    term: optionalChoice(termKinds),
    until: optionalDay(),
    condition: optionalChoice(conditions),
  })
  .transform((form, ctx) => {
    const { term: kind, until, condition, ...rest } = form
    const missing = (field: string, message: string) =>
      ctx.addIssue({ code: 'custom', path: [field], message })
    if (kind === 'date' && until === null) missing('until', 'form.day.missing')
    if (kind === 'condition' && condition === null)
      missing('condition', 'licences.decide.condition-missing')
    return { ...rest, term: termOf(kind, form) }
  })

type TermFields = Pick<z.output<typeof fieldsOnly>, 'until' | 'condition'>
const fieldsOnly = z.object({ until: optionalDay(), condition: optionalChoice(conditions) })

function termOf(kind: (typeof termKinds)[number] | null, { until, condition }: TermFields) {
  const term: Term | null =
    kind === 'date' && until
      ? { kind, until }
      : kind === 'condition' && condition
        ? { kind, condition }
        : kind === 'default'
          ? { kind }
          : null
  return term
}
