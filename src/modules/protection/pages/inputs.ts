import { z } from 'zod'
import type { FormBody } from '../../../platform/http/route.ts'
import { fields } from '../../../platform/text/index.ts'
import { bestInterestSteps, guardians } from '../rules/best-interest.ts'
import { knownOrNot, referralActions, referralBodies, warningAnswers } from '../rules/referral.ts'
import { screeningGroups } from '../rules/screening.ts'
import type { ProtectionStep } from '../rules/steps.ts'
import { endedHow, wantedSexes } from '../rules/track.ts'
import { barredRelations, retaliationKinds } from '../store/beside.ts'
import { consentHows } from '../store/referral.ts'

const missing = 'protection.missing'
const tooLong = 'protection.too-long'
const wrong = 'form.not-understood'
const words = () => fields.lines({ max: 4000, missing, tooLong })
const maybeWords = () => fields.optionalLines({ max: 4000, tooLong })
const line = () => fields.line({ max: 300, missing, tooLong })
const maybeLine = () => fields.optionalLine({ max: 300, tooLong })
const day = () => fields.day({ missing: 'form.day.missing' })
const row = () => z.uuid({ error: missing })
const maybeRow = () =>
  z
    .union([z.uuid(), z.literal('')], { error: wrong })
    .nullish()
    .transform((id) => id || null)
const version = () => fields.wholeNumber({ least: 1, most: 999_999, wrong })

/** What each step asks, for the form and for the API. */
export const stepInputs = {
  place: z.object({
    reasons: fields.choices(screeningGroups).pipe(z.array(z.enum(screeningGroups)).min(1, missing)),
    wants: fields.choice(wantedSexes, missing),
  }),
  'give-to-caseworker': z.object({
    version: version(),
    wants: fields.choice(wantedSexes, missing),
    caseworker: row(),
  }),
  'end-track': z.object({ version: version(), how: fields.choice(endedHow, missing) }),
  'look-again': z.object({ next: day() }),
  grant: z.object({ person: row(), reason: words(), until: day() }),
  'end-grant': z.object({ on: row() }),
  bar: z.object({
    relation: fields.choice(barredRelations, missing),
    who: line(),
    contact: maybeLine(),
  }),
  'lift-bar': z.object({ on: row() }),
  refer: z.object({
    body: fields.choice(referralBodies, missing),
    to: line(),
    person: maybeRow(),
    child: fields.choice(['no', 'yes'], missing),
    irregular: fields.choice(knownOrNot, missing),
    fears: fields.choice(knownOrNot, missing),
    wrong: fields.choice(knownOrNot, missing),
    consent: fields.optionalChoice(consentHows),
    consentedOn: fields.optionalDay(),
    procedure: maybeRow(),
    next: day(),
  }),
  referral: z.object({
    on: row(),
    version: version(),
    do: fields.choice(referralActions, missing),
    consent: fields.optionalChoice(consentHows),
    consentedOn: fields.optionalDay(),
    warned: fields.optionalChoice(warningAnswers),
    warnedHow: maybeWords(),
    answer: maybeWords(),
    next: fields.optionalDay(),
  }),
  child: z.object({
    person: maybeRow(),
    guardian: fields.choice(guardians, missing),
    involved: fields.choice(knownOrNot, missing),
  }),
  'child-step': z.object({
    on: row(),
    version: version(),
    what: fields.choice(bestInterestSteps, missing),
    guardian: fields.choice(guardians, missing),
    involved: fields.choice(knownOrNot, missing),
  }),
  'child-propose': z.object({ on: row(), version: version(), decision: words() }),
  'child-decide': z.object({ on: row(), version: version() }),
  retaliation: z.object({
    happened: day(),
    kind: fields.choice(retaliationKinds, missing),
    what: words(),
  }),
  'retaliation-done': z.object({ on: row(), doneOn: day(), done: words() }),
  'name-office': z.object({ office: row() }),
} as const satisfies Readonly<Record<ProtectionStep, z.ZodType>>

export type StepInput<S extends ProtectionStep> = z.output<(typeof stepInputs)[S]>

const days = [
  'until',
  'consentedOn',
  'next',
  'happened',
  'doneOn',
  'trainedOn',
  'trainedUntil',
  'yesOn',
]

/** Days come in three fields. */
export const withDays = (form: FormBody): FormBody => days.reduce(fields.foldDay, form)
