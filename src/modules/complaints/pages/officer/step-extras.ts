import { z } from 'zod'
import { ok, type Result } from '../../../../kernel/result.ts'
import { type FieldErrors, parseForm } from '../../../../platform/http/form.ts'
import type { FormBody } from '../../../../platform/http/route.ts'
import { fields } from '../../../../platform/text/index.ts'
import type { TakeComplaintAction } from '../../actions/take-complaint-action.ts'
import { calledPeople } from '../../rules/case-tasks.ts'
import { closeReasons } from '../../rules/complaint.ts'
import type { ComplaintAction } from '../../rules/lifecycle.ts'
import { withdrawalQuestions } from '../../rules/withdrawal.ts'

/** What some steps ask beside their words. */
export type StepExtra = Pick<TakeComplaintAction, 'reason' | 'reviewOn' | 'call'>

const reasonForm = z.object({
  reason: fields.choice(closeReasons, 'complaints.close-reason.missing'),
})

/** Left empty, the rule says when to look again. */
const reviewForm = z.object({
  reviewOn: fields.optionalDay({ wrong: 'complaints.review-on.wrong' }),
})

const localTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d$/
const callForm = z
  .object({
    spokeWith: fields.choice(calledPeople, 'complaints.call.spoke-with.missing'),
    asked: z
      .union([z.string().transform((one) => [one]), z.array(z.string())])
      .default([])
      .transform((given) => withdrawalQuestions.filter((each) => given.includes(each)))
      .refine(
        (asked) => asked.includes('own-wish') && asked.includes('pressed'),
        'complaints.call.asked.missing',
      ),
    // As the clocks on the wall say it: the country has one time, and no other in summer.
    calledAt: z
      .string({ error: 'complaints.call.when.missing' })
      .regex(localTime, 'complaints.call.when.missing')
      .transform((typed) => new Date(`${typed}:00+07:00`))
      .refine((at) => !Number.isNaN(at.getTime()), 'complaints.call.when.missing'),
  })
  .transform((call) => ({ call }))

const forms: Readonly<Partial<Record<ComplaintAction, z.ZodType<StepExtra>>>> = {
  'close-without-confirmation': reasonForm,
  'wait-elsewhere': reviewForm,
  'confirm-withdrawal': callForm,
}

export function parseExtra(
  action: ComplaintAction,
  form: FormBody,
): Result<StepExtra, FieldErrors> {
  const schema = forms[action]
  return schema ? parseForm(schema, form) : ok({})
}
