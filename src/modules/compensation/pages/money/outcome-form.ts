import { z } from 'zod'
import type { Currency } from '../../../../kernel/money.ts'
import { ok, type Result, refuse } from '../../../../kernel/result.ts'
import { type FieldErrors, parseForm } from '../../../../platform/http/form.ts'
import type { FormBody } from '../../../../platform/http/route.ts'
import { fields } from '../../../../platform/text/index.ts'
import type { AgencyId } from '../../../agencies/index.ts'
import type { CasePerson } from '../../../complaints/index.ts'
import type { Party } from '../../../ledger/index.ts'
import {
  answers,
  answerWays,
  type NewOutcome,
  type NewTerm,
  outcomeKinds,
  type PersonAnswer,
  type Plan,
  remedyKinds,
} from '../../rules/outcome.ts'
import { rowsOf, sumsOf } from './money-forms.ts'

export const planKinds = ['once', 'parts', 'until'] as const
/** What an officer enters by hand: what came of a conciliation comes from its own page. */
export const kindsByHand = outcomeKinds.filter((kind) => kind !== 'proposal')

const whole = (most: number, wrong: string) =>
  z.union([z.literal('').transform(() => null), fields.wholeNumber({ least: 1, most, wrong })])

export const outcomeForm = z.object({
  kind: fields.choice(outcomeKinds, 'payments.field.kind.missing'),
  madeOn: fields.day({ missing: 'payments.field.made-on.missing' }),
  basis: fields.lines({
    ...{ max: 2000, missing: 'refusal.basis-missing', tooLong: 'complain.too-long' },
  }),
  answerHow: fields.optionalChoice(answerWays),
  debtor: z.string('payments.field.debtor.missing').min(1, 'payments.field.debtor.missing'),
  payer: z.string().optional().default(''),
  currency: fields.currency(),
  dueOn: fields.optionalDay(),
  plan: fields.choice(planKinds, 'payments.field.plan.missing'),
  parts: whole(120, 'refusal.too-many-parts').optional().default(null),
  everyMonths: whole(12, 'refusal.too-many-parts').optional().default(null),
  until: fields.optionalLine({ max: 500, tooLong: 'complain.too-long' }),
  remedyDueOn: fields.optionalDay(),
  remedyWords: fields.optionalLine({ max: 500, tooLong: 'complain.too-long' }),
  collector: fields.optionalLine({ max: 200, tooLong: 'complain.too-long' }),
})
export type OutcomeForm = z.output<typeof outcomeForm>

export const partyValue = (party: Party): string => `${party.kind}:${party.id}`

function partyIn(text: string): Party | null {
  const [kind, id = ''] = text.split(':')
  if (kind === 'agency') return { kind, id: id as AgencyId }
  return kind === 'party' ? { kind, id } : null
}

/** The outcome that a form describes: one row a person, the rest the same for all of them. */
export function readOutcome(
  form: FormBody,
  persons: readonly CasePerson[],
): Result<NewOutcome & { readonly currency: Currency }, FieldErrors> {
  const folded = ['madeOn', 'dueOn', 'remedyDueOn'].reduce(fields.foldDay, form)
  const parsed = parseForm(outcomeForm, folded)
  if (!parsed.ok) return parsed
  const given = parsed.value
  const sums = sumsOf(form, 'sum', () => given.currency)
  if (!sums.ok) return sums
  const debtor = partyIn(given.debtor)
  if (!debtor) return refuse({ debtor: { key: 'payments.field.debtor.missing' } })
  const minors = new Map(sums.value.map(({ id, minor }) => [id, minor]))
  if (minors.size > 0 && given.dueOn === null)
    return refuse({ dueOn: { key: 'payments.field.due-on.missing' } })
  const remedies = new Map(rowsOf(form, 'remedy').map(({ id, text }) => [id, text]))
  if (remedies.size > 0 && given.remedyDueOn === null)
    return refuse({ remedyDueOn: { key: 'payments.field.due-on.missing' } })
  const named = answersIn(form, given)
  const ids = new Set<string>(persons.map(({ id }) => id))
  const terms = named.flatMap(({ personId }) =>
    ids.has(personId) ? termsOf(personId, { given, debtor, minors, remedies }) : [],
  )
  const { kind, madeOn, basis, currency } = given
  return ok({ kind, madeOn, basis, currency, foundIn: null, persons: named, terms })
}

function answersIn(form: FormBody, { madeOn, answerHow }: OutcomeForm): PersonAnswer[] {
  return rowsOf(form, 'answer').flatMap(({ id, text }) => {
    const answer = answers.find((each) => each === text)
    if (!answer) return []
    const reached = answer !== 'not-reached'
    return { personId: id, answer, how: reached ? answerHow : null, on: reached ? madeOn : null }
  })
}

type Terms = {
  readonly given: OutcomeForm
  readonly debtor: Party
  readonly minors: ReadonlyMap<string, bigint>
  readonly remedies: ReadonlyMap<string, string>
}

function termsOf(personId: string, { given, debtor, minors, remedies }: Terms): NewTerm[] {
  const minor = minors.get(personId)
  const remedy = remedyKinds.find((kind) => kind === remedies.get(personId))
  const { currency, dueOn, remedyDueOn, collector } = given
  const money: NewTerm[] =
    minor === undefined || dueOn === null
      ? []
      : [
          {
            ...{ kind: 'money', personId, debtor, payer: partyIn(given.payer), dueOn, collector },
            ...{ money: { minor, currency }, plan: planOf(given), shares: [] },
          },
        ]
  if (!remedy || remedyDueOn === null) return money
  const words = given.remedyWords
  return [...money, { kind: 'remedy', personId, remedy, debtor, dueOn: remedyDueOn, words }]
}

function planOf({ plan, parts, everyMonths, until }: OutcomeForm): Plan {
  if (plan === 'parts') return { kind: 'parts', parts: parts ?? 0, everyMonths: everyMonths ?? 0 }
  return plan === 'until'
    ? { kind: 'until', until: until ?? '', everyMonths: everyMonths ?? 0 }
    : { kind: 'once' }
}
