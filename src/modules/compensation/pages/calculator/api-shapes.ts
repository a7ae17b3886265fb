import { z } from 'zod'
import { type Money, moneyText } from '../../../../kernel/money.ts'
import { notReckoned, type Proposal } from '../../rules/calculator/calculate.ts'
import {
  type Basis,
  heads,
  type Outcome,
  remedies,
  type StepValue,
  standingOf,
  whys,
} from '../../rules/calculator/finding.ts'
import { barIds, barStates, type TimeBar } from '../../rules/calculator/time-bars.ts'

const money = z.object({ amount: z.string(), currency: z.string() })
const bound = z.enum(['exact', 'at-least', 'at-most'])
const owedBy = z.enum(['respondent', 'scheme'])
const basis = z.object({
  rule: z.string().describe('Key in the rulebook, or the area of a table of wages.'),
  version: z.number().nullable().describe('Null: no rule, or a row of a table.'),
  standing: z.enum(['verified', 'reported', 'assumed', 'unknown']),
  source: z.string().nullable(),
})
const outcome = z.object({
  kind: z.enum(['sum', 'nothing', 'unknown', 'in-kind']),
  sum: money.nullable(),
  bound: bound.nullable(),
  why: z.enum(whys).nullable(),
  remedy: z.enum(remedies).nullable(),
  mayAsk: money.nullable().describe('What was lost, though no rule gives it: not in the totals.'),
})

export const proposalShape = {
  findings: z.array(
    z.object({
      ...{ head: z.enum(heads), owedBy, outcome },
      steps: z.array(
        z.object({
          step: z.string(),
          values: z.record(z.string(), z.string()),
          rules: z.array(basis),
        }),
      ),
    }),
  ),
  totals: z.array(z.object({ owedBy, sum: money, bound, converted: money.nullable() })),
  notReckoned: z
    .array(z.enum(notReckoned))
    .describe('What may be claimed as well: its rule is not known, so that no sum is given.'),
}

export const barShape = z.object({
  bar: z.enum(barIds),
  state: z.enum(barStates),
  until: z.string().nullable(),
  daysLeft: z.number().nullable(),
  filedOn: z.string().nullable(),
  rule: basis,
})

export const shownProposal = ({ findings, totals }: Proposal) => ({
  findings: findings.map(({ steps, outcome: found, ...finding }) => ({
    ...finding,
    outcome: shownOutcome(found),
    steps: steps.map(({ id, values, bases }) => ({
      step: id,
      values: Object.fromEntries(
        Object.entries(values).map(([name, value]) => [name, plain(value)]),
      ),
      rules: bases.map(shownBasis),
    })),
  })),
  notReckoned: [...notReckoned],
  totals: totals.map((total) => ({
    ...{ owedBy: total.owedBy, sum: shown(total.money), bound: total.bound },
    converted: total.converted && shown(total.converted.money),
  })),
})

export const shownBar = ({ id, state, until, daysLeft, filedOn, basis: own }: TimeBar) => ({
  ...{ bar: id, state, until, daysLeft, filedOn },
  rule: shownBasis(own),
})

const shown = (sum: Money) => ({ amount: moneyText(sum), currency: sum.currency })

function shownOutcome(found: Outcome): z.input<typeof outcome> {
  const asks = 'mayAsk' in found ? found.mayAsk : null
  return {
    kind: found.kind,
    sum: found.kind === 'sum' ? shown(found.money) : null,
    bound: found.kind === 'sum' ? found.bound : null,
    why: found.kind === 'unknown' ? found.why : null,
    remedy: found.kind === 'in-kind' ? found.remedy : null,
    mayAsk: asks && shown(asks),
  }
}

function shownBasis(own: Basis): z.input<typeof basis> {
  const standing = standingOf(own)
  if (own.kind === 'none') return { rule: own.key, version: null, standing, source: null }
  if (own.kind === 'rule') {
    const { key, version, source } = own.rule
    return { rule: key, version, standing, source }
  }
  return { rule: own.row.area, version: null, standing, source: own.row.sourceUrl }
}

function plain(value: StepValue): string {
  if ('money' in value) return `${moneyText(value.money)} ${value.money.currency}`
  if ('day' in value) return value.day
  if ('number' in value) return value.number
  return 'text' in value ? value.text : value.code
}
