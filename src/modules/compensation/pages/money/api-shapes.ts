import { z } from 'zod'
import type { Day } from '../../../../kernel/days.ts'
import { currencies } from '../../../../kernel/money.ts'
import { fields } from '../../../../platform/text/index.ts'
import type { AgencyId } from '../../../agencies/index.ts'
import { type Due, type Party, type Payment, stateOfDue } from '../../../ledger/index.ts'
import type { CaseMoney } from '../../actions/read-case-money.ts'
import {
  answers,
  answerWays,
  type NewTerm,
  outcomeKinds,
  type Plan,
  remedyKinds,
} from '../../rules/outcome.ts'
import { cameAnswers, heardWays, sayers } from '../../rules/word.ts'
import type { StoredRemedy } from '../../store/read-outcomes.ts'
import { payChannels } from './money-forms.ts'

const wrong = 'form.not-understood'
const day = fields.day({ missing: wrong })
const optionalDay = fields.optionalDay()
/** Whole minor units as text: JSON would take a long sum for a fraction. */
const minorText = z
  .string(wrong)
  .regex(/^-?\d{1,19}$/, 'form.money.not-a-number')
  .transform(BigInt)
const party = z
  .object({ kind: z.enum(['agency', 'party'], wrong), id: z.uuid(wrong) })
  .transform(
    ({ kind, id }): Party => (kind === 'agency' ? { kind, id: id as AgencyId } : { kind, id }),
  )
const words = (max: number) => z.string(wrong).max(max, wrong)

const plan = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('once') }),
    z.object({ kind: z.literal('parts'), parts: z.int(), everyMonths: z.int() }),
    z.object({ kind: z.literal('until'), until: words(500), everyMonths: z.int() }),
  ])
  .default({ kind: 'once' })
  .transform((given): Plan => given)

const term = z
  .discriminatedUnion('kind', [
    z.object({
      kind: z.literal('money'),
      personId: z.uuid(wrong),
      debtor: party,
      payer: party.nullable().default(null),
      minor: minorText,
      currency: z.enum(currencies, wrong),
      dueOn: day,
      plan,
      shares: z
        .array(z.object({ personId: z.uuid(wrong), parts: z.int() }))
        .max(50, wrong)
        .default([]),
      collector: words(200).nullable().default(null),
    }),
    z.object({
      kind: z.literal('remedy'),
      personId: z.uuid(wrong),
      remedy: z.enum(remedyKinds, wrong),
      debtor: party,
      dueOn: day,
      words: words(500).nullable().default(null),
    }),
  ])
  .transform((given): NewTerm => {
    if (given.kind === 'remedy') return given
    const { minor, currency, ...rest } = given
    return { ...rest, money: { minor, currency } }
  })

const answer = z.object({
  personId: z.uuid(wrong),
  answer: z.enum(answers, wrong),
  how: z.enum(answerWays, wrong).nullable().default(null),
  on: optionalDay,
})
export const newOutcome = z.object({
  version: z.int().nullable().default(null),
  kind: z.enum(outcomeKinds, wrong),
  madeOn: day,
  basis: words(2000),
  foundIn: z.null().default(null),
  persons: z.array(answer).max(1000, wrong),
  terms: z.array(term).max(2000, wrong),
})
export const newAnswer = answer.extend({ version: z.int(wrong), dueOn: optionalDay })

export const newPayments = z.object({
  lines: z
    .array(z.object({ dueId: z.uuid(wrong), personId: z.uuid(wrong), minor: minorText }))
    .max(1000, wrong),
  paidOn: day,
  channel: z.enum(payChannels, wrong),
  reference: words(100).nullable().default(null),
})
const heard = z
  .object({ saidBy: z.enum(sayers, wrong), how: z.enum(heardWays, wrong), on: day })
  .nullable()
  .default(null)
export const newWord = z.object({
  dueId: z.uuid(wrong),
  answer: z.enum(cameAnswers, wrong),
  minor: minorText.nullable().default(null),
  heard,
})
export const remedyStep = z.object({
  version: z.int(wrong),
  doneOn: day,
  done: z.boolean(wrong).default(true),
  heard,
})

const id = z.uuid()
const sum = z.string()
export const due = z.object({
  ...{ id, caseId: id, personId: id, reference: z.string(), dueOn: z.string(), state: z.string() },
  ...{ currency: z.string(), minor: sum, owed: sum, paid: sum, received: sum },
  debtor: z.object({ kind: z.string(), id }),
})
export const asDue = (given: Due, today: Day): z.input<typeof due> => ({
  ...{ id: given.id, caseId: given.caseId, personId: given.beneficiaryId, dueOn: given.dueOn },
  ...{ reference: given.reference, state: stateOfDue(given, today), debtor: given.debtor },
  ...{ currency: given.money.currency, minor: given.money.minor.toString() },
  ...{ owed: given.owed.toString(), paid: given.paid.toString() },
  received: given.received.toString(),
})

const payment = z.object({
  ...{ id, dueId: id, minor: sum, paidOn: z.string(), channel: z.string(), status: z.string() },
  reference: z.string().nullable(),
})
export const asPayment = (given: Payment): z.input<typeof payment> => ({
  ...{ id: given.id, dueId: given.dueId, minor: given.minor.toString(), paidOn: given.paidOn },
  ...{ channel: given.channel, status: given.status, reference: given.reference },
})

const remedy = z.object({
  ...{ id, personId: id, kind: z.string(), dueOn: z.string(), status: z.string() },
  ...{ version: z.number(), doneOn: z.string().nullable() },
})
export const asRemedy = (given: Omit<StoredRemedy, 'wordsSealed'>): z.input<typeof remedy> => ({
  ...{ id: given.id, personId: given.personId, kind: given.kind, dueOn: given.dueOn },
  ...{ status: given.status, version: given.version, doneOn: given.doneOn },
})

export const ownMoney = z.object({
  dues: z.array(due),
  payments: z.array(payment),
  remedies: z.array(remedy),
  open: z.string().nullable(),
})
export const caseMoney = ownMoney.extend({
  outcomes: z.array(
    z.object({
      ...{ id, position: z.number(), kind: z.string(), madeOn: z.string(), standing: z.string() },
      basis: z.string().nullable(),
      answers: z.array(
        z.object({
          personId: id,
          answer: z.string(),
          on: z.string().nullable(),
          version: z.number(),
        }),
      ),
    }),
  ),
  /** Where the next page of persons begins. */
  next: z.number().nullable(),
})

export const asCaseMoney = (money: CaseMoney, today: Day): z.input<typeof caseMoney> => ({
  dues: money.dues.map((given) => asDue(given, today)),
  payments: money.payments.map(asPayment),
  remedies: money.remedies.map(asRemedy),
  open: money.open,
  next: money.next,
  outcomes: money.outcomes.map(({ id: outcomeId, position, kind, madeOn, standing, ...rest }) => ({
    ...{ id: outcomeId, position, kind, madeOn, standing, basis: rest.basis },
    answers: rest.answers.map(({ personId, answer: said, answeredOn, version }) => ({
      ...{ personId, answer: said, on: answeredOn, version },
    })),
  })),
})
