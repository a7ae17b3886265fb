import { moneyText } from '../../../../kernel/money.ts'
import type { Reader } from '../../../../kernel/reader.ts'
import type { FormBody } from '../../../../platform/http/route.ts'
import type { Proposal } from '../../rules/calculator/calculate.ts'
import { outcomeText, stepText } from './proposal.tsx'
import type { Told } from './shapes.ts'

/** As much of the working as a story takes beside her own words. */
const longestStory = 4000

/** What a proposal says, as answers of a complaint: where, how much, and how it was reckoned. */
export function answersOf({ findings, totals }: Proposal, told: Told, reader: Reader): FormBody {
  const own = totals.filter(({ owedBy }) => owedBy === 'respondent')
  const [first] = own
  const lines = findings.flatMap(({ head, outcome, steps }) => [
    reader.t('calculator.story.line', {
      head: reader.t(`calculator.head.${head}`),
      outcome: outcomeText(outcome, reader),
    }),
    ...steps.map((step) => `– ${stepText(step, reader)}`),
  ])
  const story = [reader.t('calculator.story'), ...lines].join('\n').slice(0, longestStory)
  return {
    ...(told.country ? { country: told.country } : {}),
    ...(first
      ? { soughtAmount: moneyText(first.money), soughtCurrency: first.money.currency }
      : {}),
    ...(findings.length > 0 ? { story } : {}),
  }
}
