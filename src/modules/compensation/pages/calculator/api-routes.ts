import { z } from 'zod'
import { apiRoutes } from '../../../../api-routes.ts'
import { dayOf, daysBetween } from '../../../../kernel/days.ts'
import { currencies, type Money, parseMoney } from '../../../../kernel/money.ts'
import { ok, refuse } from '../../../../kernel/result.ts'
import { answers, type Route } from '../../../../platform/http/route.ts'
import { fields } from '../../../../platform/text/index.ts'
import { lawNow, proposeRemedy } from '../../actions/calculate.ts'
import { rateOf } from '../../rules/calculator/charges.ts'
import {
  chargeKinds,
  deductionKinds,
  documentKinds,
  wagePers,
  works,
} from '../../rules/calculator/facts.ts'
import { barTopics, timeBarsFor } from '../../rules/calculator/time-bars.ts'
import { barShape, proposalShape, shownBar, shownProposal } from './api-shapes.ts'
import { longestPeriod } from './shapes.ts'

const money = z
  .object({ amount: z.string().describe('Such as "1250.50".'), currency: z.enum(currencies) })
  .transform(({ amount, currency }, ctx): Money => {
    const parsed = parseMoney(amount, currency)
    if (parsed.ok) return parsed.value
    ctx.addIssue({ code: 'custom', message: `form.money.${parsed.refusal}` })
    return z.NEVER
  })
const day = fields.day({ missing: 'form.day.missing' })
const maybeDay = fields.optionalDay()
const maybeMoney = money.nullable().default(null)
const count = (most: number) => z.int().min(0).max(most).nullable().default(null)

const wagePeriod = z
  .object({
    ...{ from: day, to: day },
    agreed: z
      .object({ money, per: z.enum(wagePers) })
      .nullable()
      .default(null),
    paid: maybeMoney.describe('Null: not known. Nothing at all is an amount of 0.'),
    ...{ daysAWeek: count(7), daysWorked: count(longestPeriod) },
    overtime: z
      .object({ hours: count(20_000), restDayHours: count(20_000), paid: maybeMoney })
      .nullable()
      .default(null),
  })
  .refine(({ from, to }) => from <= to, { error: 'calculator.error.period', path: ['to'] })

const body = z.object({
  country: z.string().max(2).nullable().default(null).describe('ISO code of the country of work.'),
  area: z.string().max(10).nullable().default(null).describe('ISO 3166-2, such as TH-10.'),
  district: z.enum(['special', 'rest']).nullable().default(null),
  work: z.enum(works).nullable().default(null),
  smallEmployer: z.boolean().nullable().default(null),
  wages: z.array(wagePeriod).max(60).default([]),
  deductions: z
    .array(z.object({ kind: z.enum(deductionKinds), money }))
    .max(60)
    .default([]),
  charges: z
    .array(z.object({ kind: z.enum(chargeKinds), money, on: maybeDay }))
    .max(60)
    .default([]),
  documents: z
    .array(z.object({ kind: z.enum(documentKinds), since: maybeDay }))
    .max(20)
    .default([]),
  delay: z.object({ promisedOn: day, leftOn: maybeDay, paid: maybeMoney }).nullable().default(null),
  injury: z
    .object({ on: day, daysUnable: count(9_999), monthWage: maybeMoney, lasting: z.boolean() })
    .nullable()
    .default(null),
  death: z.object({ on: day, monthWage: maybeMoney }).nullable().default(null),
  rate: z
    .object({
      ...{ from: z.enum(currencies), to: z.enum(currencies), on: day },
      rate: z.string().refine((text) => rateOf(text) !== null, 'calculator.error.rate'),
      source: z.string().min(1, 'calculator.error.rate-source').max(200),
    })
    .nullable()
    .default(null)
    .describe('Nothing is converted or compared across moneys without one.'),
  conciliationFailedOn: maybeDay,
})
type Body = z.output<typeof body>

const reply = z.object({ ...proposalShape, timeBars: z.array(barShape) })

/** Of all stretches of wages together: as long as the pages take. */
const daysOf = ({ wages }: Pick<Body, 'wages'>): number =>
  wages.reduce((days, { from, to }) => days + daysBetween(from, to), 0)

const barFacts = ({ country, wages, deductions, injury, death, ...other }: Body) => ({
  ...{ country, isExact: true, filedOn: {} },
  topics: barTopics.filter((topic) => {
    if (topic === 'wages') return wages.length + deductions.length > 0
    if (topic === 'other')
      return other.charges.length + other.documents.length > 0 || other.delay !== null
    return (topic === 'injury' ? injury : death) !== null
  }),
  happenedOn: injury?.on ?? death?.on ?? wages.map(({ from }) => from).sort()[0] ?? null,
})

/** For other programs: the same rules, nothing kept. */
export const calculatorApiRoutes: readonly Route[] = [
  answers({
    method: 'post',
    path: apiRoutes.calculations,
    access: ['public'],
    scope: null,
    limit: { name: 'calculator-api', points: 2000, seconds: 3600 },
    summary: 'Reckon what may be claimed and by when, step by step with the rules; nothing is kept',
    body,
    reply,
    handle: async (visit, tx, { body: told }) => {
      const { conciliationFailedOn, ...facts } = told
      if (daysOf(facts) > longestPeriod)
        return refuse({ wages: { key: 'calculator.error.period-long' } })
      const proposal = await proposeRemedy(tx, facts, visit.now)
      const bars = timeBarsFor(
        { ...barFacts(told), conciliationFailedOn },
        { today: dayOf(visit.now), law: await lawNow(tx) },
      )
      return ok({ ...shownProposal(proposal), timeBars: bars.map(shownBar) })
    },
  }),
]
