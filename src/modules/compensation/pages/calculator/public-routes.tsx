import { dayOf } from '../../../../kernel/days.ts'
import { ok } from '../../../../kernel/result.ts'
import type { Tx } from '../../../../platform/db.ts'
import {
  notFound,
  page,
  type Reply,
  type Route,
  redirect,
  submits,
  type Visit,
} from '../../../../platform/http/route.ts'
import { routes } from '../../../../routes.ts'
import { takeIntoDraft } from '../../../complaints/index.ts'
import { lawNow, proposeRemedy } from '../../actions/calculate.ts'
import { isQuestion, questionAfter } from '../../rules/calculator/questions.ts'
import { timeBarsFor } from '../../rules/calculator/time-bars.ts'
import { forgetAnswers, keepAnswers, keepMinutes, keptAnswers } from './kept-answers.ts'
import {
  CalculatorQuestionPage,
  CalculatorResultPage,
  CalculatorStartPage,
  hrefOf,
} from './public-pages.tsx'
import { faultsOf } from './shapes.ts'
import { firstFaulty, situationOf, withAnswer } from './situation.ts'
import { answersOf } from './taken-answers.ts'
import { TimeBarList } from './time-bar-list.tsx'
import { barFactsOf, factsOf } from './told-facts.ts'

/** Nothing is written, so anybody may try as often as a slow phone needs to. */
const limit = { name: 'calculator', points: 2000, seconds: 3600 } as const
const access = ['public'] as const
const toStart = async (): Promise<Reply> => redirect(hrefOf('start'))

export const publicCalculatorRoutes: readonly Route[] = [
  {
    ...{ door: 'page', method: 'get', path: routes.calculator.path, access },
    show: async (visit, tx) => {
      const resume = Object.keys(keptAnswers(visit) ?? {}).length > 0
      const notice = (['deleted', 'cookies'] as const).find((each) => each === visit.query.notice)
      const minutes = await keepMinutes(tx, visit)
      return page(<CalculatorStartPage {...{ minutes, resume }} notice={notice ?? null} />)
    },
  },
  submits<never>({
    ...{ path: routes.calculator.path, access, limit },
    submit: async (visit, tx) => {
      await keepAnswers(tx, visit, {})
      return ok(redirect(hrefOf('what')))
    },
    refused: toStart,
  }),
  {
    ...{ door: 'page', method: 'get', path: routes.calculatorQuestion.path, access },
    show: showQuestion,
  },
  submits<never>({
    ...{ path: routes.calculatorQuestion.path, access, limit },
    submit: async (visit, tx) => ok(await takeAnswer(visit, tx)),
    refused: toStart,
  }),
  {
    ...{ door: 'page', method: 'get', path: routes.calculatorResult.path, access },
    show: showResult,
  },
  submits<never>({
    ...{ path: routes.calculatorForget.path, access },
    submit: async (visit) => {
      forgetAnswers(visit)
      return ok(redirect(routes.calculator.href({ notice: 'deleted' })))
    },
    refused: toStart,
  }),
  submits<never>({
    ...{ path: routes.calculatorTake.path, access, limit },
    submit: async (visit, tx) => ok(await takeIntoComplaint(visit, tx)),
    refused: toStart,
  }),
]

const noCookies = redirect(routes.calculator.href({ notice: 'cookies' }))

async function showQuestion(visit: Visit, tx: Tx): Promise<Reply> {
  const id = visit.params.question ?? ''
  if (!isQuestion(id)) return notFound
  const typed = keptAnswers(visit)
  if (!typed) return noCookies
  const situation = await situationOf(tx, visit, typed)
  if (!situation.asked.includes(id)) return redirect(hrefOf(firstFaulty(situation) ?? 'result'))
  return page(<CalculatorQuestionPage {...{ id, situation }} errors={{}} />)
}

async function takeAnswer(visit: Visit, tx: Tx): Promise<Reply> {
  const id = visit.params.question ?? ''
  if (!isQuestion(id)) return notFound
  const before = keptAnswers(visit)
  if (!before) return noCookies
  const { shape } = await situationOf(tx, visit, before)
  const typed = withAnswer(before, { id, form: visit.form, shape })
  await keepAnswers(tx, visit, typed)
  const situation = await situationOf(tx, visit, typed)
  const errors = faultsOf(id, typed, shape)
  if (Object.keys(errors).length > 0)
    return page(<CalculatorQuestionPage {...{ id, situation, errors }} />, 422)
  return redirect(hrefOf(questionAfter(id, situation.bearing)))
}

async function showResult(visit: Visit, tx: Tx): Promise<Reply> {
  const typed = keptAnswers(visit)
  if (!typed) return noCookies
  const situation = await situationOf(tx, visit, typed)
  const faulty = firstFaulty(situation)
  if (faulty) return redirect(hrefOf(faulty))
  const today = dayOf(visit.now)
  const proposal = await proposeRemedy(tx, factsOf(situation.told), visit.now)
  const bars = timeBarsFor(barFactsOf(situation.told), { today, law: await lawNow(tx) })
  return page(
    <CalculatorResultPage {...{ situation, proposal, today }} bars={<TimeBarList bars={bars} />} />,
  )
}

/** Only now something is kept: in the complaint that she has not sent yet. */
async function takeIntoComplaint(visit: Visit, tx: Tx): Promise<Reply> {
  const typed = keptAnswers(visit)
  if (!typed) return noCookies
  const { told } = await situationOf(tx, visit, typed)
  const proposal = await proposeRemedy(tx, factsOf(told), visit.now)
  const taken = await takeIntoDraft(tx, visit, answersOf(proposal, told, visit.reader))
  if (taken) forgetAnswers(visit)
  return redirect(routes.complain.href())
}
