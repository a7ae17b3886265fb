import { randomUUID } from 'node:crypto'
import { hasRole } from '../../../../kernel/actor.ts'
import { dayOf } from '../../../../kernel/days.ts'
import type { Currency } from '../../../../kernel/money.ts'
import { ok, type Result, refuse } from '../../../../kernel/result.ts'
import type { Tx } from '../../../../platform/db.ts'
import { type FieldErrors, parseForm, typedValues } from '../../../../platform/http/form.ts'
import {
  type FormBody,
  notFound,
  page,
  type Reply,
  type Route,
  redirect,
  submits,
  type Visit,
} from '../../../../platform/http/route.ts'
import { fields } from '../../../../platform/text/index.ts'
import { routes } from '../../../../routes.ts'
import { type DueId, listDues, listPayments, type Payment } from '../../../ledger/index.ts'
import { letterWriters } from '../../../letters/index.ts'
import { endPlan } from '../../actions/end-plan.ts'
import { giveWord } from '../../actions/give-word.ts'
import { payDues } from '../../actions/pay-dues.ts'
import { readCaseMoney } from '../../actions/read-case-money.ts'
import { recordAnswer } from '../../actions/record-answer.ts'
import { answers as answerCodes } from '../../rules/outcome.ts'
import { type CameAnswer, cameAnswers, type Heard } from '../../rules/word.ts'
import { moneyHandlers } from './access.ts'
import { CaseMoneyPage } from './case-money-page.tsx'
import { type CaseMoneyProps, type MoneyStep, moneySteps } from './case-money-props.ts'
import { beginPaper, closeWithoutWord, keepWishes } from './case-paper-steps.ts'
import { answerForm, heardForm, payForm, rowsOf, sumIn, sumsOf } from './money-forms.ts'
import { keepProof } from './proof.ts'
import { moveRemedies } from './remedy-steps.ts'

const notices = [...moneySteps, 'outcome'] as const

export const caseMoneyRoutes: readonly Route[] = [
  {
    ...{ door: 'page', method: 'get', path: routes.complaintMoney.path, access: moneyHandlers },
    show: (visit, tx) => draw(visit, tx, null),
  },
  submits<FieldErrors>({
    ...{ path: routes.complaintMoneyStep.path, access: moneyHandlers },
    uploads: { most: 1, bytes: 10_000_000 },
    shownAt: routes.complaintMoney.path,
    submit: async (visit, tx) => {
      const step = stepOf(visit)
      if (!step) return ok(notFound)
      if (step === 'paper') return beginPaper(visit, tx)
      const done = await steps[step](visit, tx)
      if (!done.ok) return done
      return ok(redirect(routes.complaintMoney.href({ id: visit.params.id ?? '' }, { done: step })))
    },
    refused: (visit, tx, errors) => {
      const step = stepOf(visit)
      const state = { values: typedValues(visit.form), errors }
      return draw(visit, tx, step && { step, state })
    },
  }),
]

const stepOf = ({ params }: Visit): MoneyStep | null =>
  moneySteps.find((each) => each === params.step) ?? null

async function draw(visit: Visit, tx: Tx, form: CaseMoneyProps['form']): Promise<Reply> {
  const { params, query, vault, now, actor } = visit
  const from = Number.parseInt(String(query.from ?? '0'), 10)
  const money = await readCaseMoney(tx, vault, {
    complaintId: params.id ?? '',
    from: Number.isSafeInteger(from) ? from : 0,
  })
  if (!money) return notFound
  visit.looked({ act: 'looked', recordType: 'complaint', recordId: money.found.id })
  const done = notices.find((each) => each === query.done) ?? null
  return page(
    <CaseMoneyPage
      {...{ money, form, done }}
      writes={hasRole(actor, ...letterWriters)}
      today={dayOf(now)}
      submission={randomUUID()}
    />,
  )
}

type Step = (visit: Visit, tx: Tx) => Promise<Result<unknown, FieldErrors>>

const steps: Readonly<Record<Exclude<MoneyStep, 'paper'>, Step>> = {
  pay,
  words: hearWords,
  answers: takeAnswers,
  remedies: moveRemedies,
  wishes: keepWishes,
  close: closeWithoutWord,
  'end-plan': async ({ form, actor, now }, tx) => {
    const done = await endPlan(tx, actor, { termId: String(form.term), at: now })
    return done.ok ? done : wrong('form', done.refusal)
  },
}

const wrong = (field: string, code: string) => refuse({ [field]: { key: `refusal.${code}` } })

async function duesOfCase(visit: Visit, tx: Tx) {
  const dues = await listDues(tx, { caseIds: [visit.params.id ?? ''] })
  return new Map(dues.map((due) => [due.id as string, due]))
}

async function pay(visit: Visit, tx: Tx): Promise<Result<unknown, FieldErrors>> {
  const { form, actor, now: at, params } = visit
  const dues = await duesOfCase(visit, tx)
  const sums = sumsOf(form, 'pay', (id) => dues.get(id)?.money.currency)
  if (!sums.ok) return sums
  const slip = parseForm(payForm, fields.foldDay(form, 'paidOn'))
  if (!slip.ok) return slip
  const kept = await keepProof(tx, visit, params.id ?? '')
  if (!kept.ok) return kept
  const [first] = sums.value
  const done = await payDues(tx, actor, {
    ...{ ...slip.value, payer: null, evidenceId: kept.value, at },
    lines: sums.value.map(({ id, minor }) => ({
      ...{ dueId: id, minor, personId: dues.get(id)?.beneficiaryId ?? '' },
    })),
  })
  if (done.ok) return done
  return wrong(done.refusal === 'paid-in-the-future' ? 'paidOn' : `pay-${first?.id}`, done.refusal)
}

async function hearWords(visit: Visit, tx: Tx): Promise<Result<unknown, FieldErrors>> {
  const { form } = visit
  const heard = parseForm(heardForm, fields.foldDay(form, 'on'))
  if (!heard.ok) return heard
  const dues = await duesOfCase(visit, tx)
  const payments = await listPayments(tx, { dueIds: [...dues.keys()] as DueId[] })
  const given = rowsOf(form, 'word')
  if (given.length === 0) return wrong('saidBy', 'nothing-chosen')
  for (const row of given) {
    const payment = payments.find(({ id }) => id === row.id)
    if (!payment) return wrong(`word-${row.id}`, 'not-found')
    const currency = dues.get(payment.dueId)?.money.currency
    const done = await hearOne(visit, tx, { row, payment, currency, heard: heard.value })
    if (!done.ok) return done
  }
  return ok(null)
}

type HeardRow = {
  readonly row: { readonly id: string; readonly text: string }
  readonly payment: Payment
  readonly currency: Currency | undefined
  readonly heard: Heard
}

async function hearOne(
  { form, actor, now: at }: Visit,
  tx: Tx,
  { row: { id, text }, payment, currency, heard }: HeardRow,
): Promise<Result<null, FieldErrors>> {
  const answer = cameAnswers.find((each) => each === text)
  if (!answer) return wrong(`word-${id}`, 'not-found')
  const minor = partOf(form, id, { answer, currency })
  if (!minor.ok) return minor
  const word = { answer, minor: minor.value }
  const done = await giveWord(tx, actor, { dueId: payment.dueId, paymentId: id, word, heard, at })
  if (done.ok) return done
  return wrong(done.refusal === 'said-in-the-future' ? 'on' : `word-${id}`, done.refusal)
}

function partOf(
  form: FormBody,
  id: string,
  { answer, currency }: { answer: CameAnswer; currency: Currency | undefined },
): Result<bigint | null, FieldErrors> {
  if (answer !== 'part') return ok(null)
  const typed = rowsOf(form, 'part').find((row) => row.id === id)
  const sum = sumIn(typed?.text ?? '', currency)
  return sum.ok ? sum : refuse({ [`part-${id}`]: { key: sum.refusal } })
}

async function takeAnswers(visit: Visit, tx: Tx): Promise<Result<unknown, FieldErrors>> {
  const { form, actor, now: at } = visit
  const folded = fields.foldDay(fields.foldDay(form, 'on'), 'dueOn')
  const common = parseForm(answerForm, folded)
  if (!common.ok) return common
  const given = rowsOf(form, 'answer')
  if (given.length === 0) return wrong('how', 'nothing-chosen')
  for (const { id: personId, text } of given) {
    const answer = answerCodes.find((each) => each === text)
    if (!answer) return wrong(`answer-${personId}`, 'not-found')
    const reached = answer !== 'not-reached'
    const done = await recordAnswer(tx, actor, {
      ...{ outcomeId: String(form.outcome), version: versionOf(form, personId), at },
      answer: {
        ...{ personId, answer },
        ...{ how: reached ? common.value.how : null, on: reached ? common.value.on : null },
      },
      dueOn: common.value.dueOn,
    })
    if (!done.ok) return wrong(fieldOf[done.refusal] ?? `answer-${personId}`, done.refusal)
  }
  return ok(null)
}

const fieldOf: Readonly<Record<string, string>> = {
  'answer-without-day': 'how',
  'answer-in-the-future': 'on',
}
const versionOf = (form: FormBody, id: string): number =>
  Number.parseInt(String(form[`version-${id}`] ?? '0'), 10) || 0
