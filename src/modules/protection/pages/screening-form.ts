import { z } from 'zod'
import { ok, type Result } from '../../../kernel/result.ts'
import { type FieldErrors, parseForm } from '../../../platform/http/form.ts'
import type { FormBody } from '../../../platform/http/route.ts'
import { fields } from '../../../platform/text/index.ts'
import { type Answers, screeningAnswers, screeningPersons } from '../rules/screening.ts'
import { type WantedSex, wantedSexes } from '../rules/track.ts'
import { protectionPack } from '../store/pack.ts'

export type ScreeningGiven = {
  readonly answers: Answers
  readonly note: string | null
  readonly wants: WantedSex
}

const rest = z.object({
  note: fields.optionalLines({ max: 4000, tooLong: 'protection.too-long' }),
  wants: fields.choice(wantedSexes, 'protection.missing'),
})

/** What nobody chose is not known: the form has no answer of its own. */
export function readScreening(form: FormBody): Result<ScreeningGiven, FieldErrors> {
  const parsed = parseForm(rest, form)
  if (!parsed.ok) return parsed
  const answers = Object.fromEntries(
    protectionPack().indicators.map(({ code }) => {
      const answer = screeningAnswers.find((each) => each === form[`a-${code}`]) ?? 'not-known'
      const person = screeningPersons.find((each) => each === form[`p-${code}`]) ?? 'worker'
      return [code, { answer, person }]
    }),
  )
  return ok({ ...parsed.value, answers })
}
