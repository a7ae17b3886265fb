import { z } from 'zod'
import { type Currency, currencies, parseMoney } from '../../../../../kernel/money.ts'
import { fields, latinDigits } from '../../../../../platform/text/index.ts'
import { missers } from '../../../rules/missed-deadline.ts'
import {
  claimStates,
  joinings,
  nameKinds,
  partyKinds,
  partyRoles,
  personClaimKinds,
  sexes,
  situations,
  statementFields,
  statementSources,
} from '../../../rules/person.ts'
import { speakerRelations } from '../../../rules/representative.ts'

const wrong = 'form.not-understood'
const tooLong = 'complaints.words.too-long'

export const partyForm = z.object({
  partyRole: z.enum(partyRoles, wrong),
  partyKind: z.enum(partyKinds, wrong),
  partyName: fields.optionalLine({ max: 200, tooLong }),
  partyNameIs: z.enum(nameKinds, wrong).default('own'),
  partyMinor: fields.optionalChoice(['yes']),
})

export const statementForm = z.object({
  saidField: z.enum(statementFields, wrong),
  saidValue: fields.line({ max: 500, missing: 'cases.field.value.missing', tooLong }),
  saidSource: z.enum(statementSources, wrong),
  saidOn: fields.optionalDay(),
})

export const missedForm = z.object({
  missedWhat: fields.line({ max: 300, missing: 'cases.missed.what-missing', tooLong }),
  missedBy: z.enum(missers, wrong),
  missedSince: fields.day({ missing: 'cases.missed.since-missing' }),
  missedWhy: fields.optionalLines({ max: 2000, tooLong }),
  missedThen: fields.optionalLines({ max: 2000, tooLong }),
})

export const speakerForm = z.object({
  speakerName: fields.line({ max: 200, missing: 'cases.field.speaker.missing', tooLong }),
  speakerRelation: z.enum(speakerRelations, wrong),
})

/** "1/2": one of two parts. */
const share = z
  .string()
  .default('')
  .transform((typed) => latinDigits(typed).replace(/\s/g, ''))
  .refine((typed) => typed === '' || /^[1-9]\d{0,4}\/[1-9]\d{0,4}$/.test(typed), {
    message: 'cases.field.share.wrong',
  })
  .transform((typed) => (typed === '' ? null : typed.split('/').map(Number)))
  .refine((parts) => parts === null || (parts[0] ?? 0) <= (parts[1] ?? 0), {
    message: 'cases.field.share.wrong',
  })

const sumText = z
  .string()
  .default('')
  .transform((typed) => latinDigits(typed).trim())

/** A sum that was left empty stays open. */
function sumOf(
  ctx: z.RefinementCtx,
  { path, typed, currency }: { path: string; typed: string; currency: Currency },
): bigint | null {
  if (typed === '') return null
  const sum = parseMoney(typed, currency)
  if (sum.ok) return sum.value.minor
  ctx.addIssue({ code: 'custom', path: [path], message: `form.money.${sum.refusal}` })
  return null
}

export const claimForm = z
  .object({
    claimKind: z.enum(personClaimKinds as [string, ...string[]], wrong),
    claimSum: sumText,
    claimCurrency: z.enum(currencies, wrong),
    claimShare: share,
    claimBasis: fields.optionalLines({ max: 2000, tooLong }),
    claimCreditor: fields.optionalLine({ max: 200, tooLong }),
    claimInterest: fields.optionalLine({ max: 100, tooLong }),
    claimArose: fields.optionalDay(),
  })
  .transform((form, ctx) => ({
    ...form,
    minor: sumOf(ctx, { path: 'claimSum', typed: form.claimSum, currency: form.claimCurrency }),
  }))

export const claimStateForm = z
  .object({
    claim: z.uuid(wrong),
    claimVersion: z.coerce.number(wrong).pipe(z.int(wrong).min(1, wrong)),
    claimState: z.enum(claimStates, wrong),
    claimNewSum: sumText,
    claimNewCurrency: z.enum(currencies, wrong),
  })
  .transform((form, ctx) => ({
    ...form,
    minor: sumOf(ctx, {
      ...{ path: 'claimNewSum', typed: form.claimNewSum, currency: form.claimNewCurrency },
    }),
  }))

const known = z.enum(['yes', 'no', 'unknown'], wrong)
export const correctionForm = z.object({
  rightName: fields.optionalLine({ max: 120, tooLong }),
  rightContact: fields.optionalLine({ max: 100, tooLong }),
  situation: z.enum(situations, wrong),
  sex: z.enum([...sexes, 'unknown'], wrong),
  minor: known,
  rightSource: z.enum(statementSources, wrong),
  rightOn: fields.optionalDay(),
})

export const joinForm = z.object({
  joins: z.enum(joinings, wrong),
  nameShown: z.enum(['yes', 'no'], wrong),
  how: z.enum(['phone', 'in-person', 'message', 'letter'], wrong),
})
