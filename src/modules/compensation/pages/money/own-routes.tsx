import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { dayOf } from '../../../../kernel/days.ts'
import { isUuid } from '../../../../kernel/ids.ts'
import { ok, type Result, refuse } from '../../../../kernel/result.ts'
import type { Tx } from '../../../../platform/db.ts'
import { type FieldErrors, parseForm, typedValues } from '../../../../platform/http/form.ts'
import {
  notFound,
  page,
  type Reply,
  type Route,
  redirect,
  submits,
  type Visit,
} from '../../../../platform/http/route.ts'
import { cleanLine, fields, latinDigits } from '../../../../platform/text/index.ts'
import { routes } from '../../../../routes.ts'
import { emptyForm, type FormState } from '../../../../ui/index.ts'
import { type DueId, listDues, listPayments } from '../../../ledger/index.ts'
import { caseAwaitingHerWord, closePaid } from '../../actions/close-paid.ts'
import { giveWord } from '../../actions/give-word.ts'
import { giveRemedyWord } from '../../actions/remedies.ts'
import { cameAnswers } from '../../rules/word.ts'
import { listRemedies } from '../../store/read-outcomes.ts'
import { sumIn } from './money-forms.ts'
import { CamePage, SolvedPage, WasDonePage } from './own-page.tsx'

/** Everybody may knock: whoever has no open receipt is asked for number and secret. */
const access = ['public', 'complainant'] as const
const limit = { name: 'complainant-money', points: 60, seconds: 3600 }
const toFollow = redirect(routes.follow.href({ ended: '1' }))
const toCase = redirect(`${routes.followCase.href()}#money`)
const isOut = ({ actor }: Visit): boolean => actor.kind !== 'complainant'

type Draw = (visit: Visit, tx: Tx, state: FormState) => Promise<Reply>
type Take = (visit: Visit, tx: Tx) => Promise<Result<unknown, FieldErrors>>

/** A question and its answer at one address. */
const asks = (path: string, draw: Draw, take: Take): Route[] => [
  {
    ...{ door: 'page', method: 'get', path, access },
    show: async (visit, tx) => (isOut(visit) ? toFollow : draw(visit, tx, emptyForm)),
  },
  submits<FieldErrors>({
    ...{ path, access, limit },
    submit: async (visit, tx) => {
      if (isOut(visit)) return ok(toFollow)
      const done = await take(visit, tx)
      return done.ok ? ok(toCase) : done
    },
    refused: (visit, tx, errors) => draw(visit, tx, { values: typedValues(visit.form), errors }),
  }),
]

export const ownMoneyRoutes: readonly Route[] = [
  ...asks(routes.followMoney.path, drawCame, sayCame),
  ...asks(routes.followRemedy.path, drawDone, sayDone),
  ...asks(routes.followSolved.path, drawSolved, saySolved),
]

async function find({ params }: Visit, tx: Tx) {
  if (!isUuid(params.due ?? '')) return null
  const [due] = await listDues(tx, { ids: [params.due as DueId] })
  const payments = due ? await listPayments(tx, { dueIds: [due.id] }) : []
  const payment = payments.find(({ id }) => id === params.payment)
  return due && payment ? { due, payment } : null
}

async function drawCame(visit: Visit, tx: Tx, state: FormState): Promise<Reply> {
  const found = await find(visit, tx)
  if (!found) return notFound
  if (found.payment.status !== 'recorded') return toCase
  return page(<CamePage {...found} state={state} submission={randomUUID()} />)
}

const cameForm = z.object({
  answer: fields.choice(cameAnswers, 'payments.own.answer-missing'),
  minor: z.string().max(30, 'form.money.too-large').optional().default(''),
})

async function sayCame(visit: Visit, tx: Tx): Promise<Result<unknown, FieldErrors>> {
  const found = await find(visit, tx)
  if (!found) return refuse({ answer: { key: 'refusal.not-found' } })
  const form = parseForm(cameForm, visit.form)
  if (!form.ok) return form
  const { answer } = form.value
  const text = latinDigits(cleanLine(form.value.minor))
  const part = answer === 'part' ? sumIn(text, found.due.money.currency) : ok(null)
  if (!part.ok) return refuse({ minor: { key: part.refusal } })
  const done = await giveWord(tx, visit.actor, {
    ...{ dueId: found.due.id, paymentId: found.payment.id, heard: null, at: visit.now },
    word: { answer, minor: part.value },
  })
  if (done.ok) return done
  const field = done.refusal === 'more-than-paid' ? 'minor' : 'answer'
  return refuse({ [field]: { key: `refusal.${done.refusal}` } })
}

async function findRemedy({ params }: Visit, tx: Tx) {
  const id = params.remedy ?? ''
  const [remedy] = isUuid(id) ? await listRemedies(tx, { id }) : []
  return remedy ?? null
}

async function drawDone(visit: Visit, tx: Tx, state: FormState): Promise<Reply> {
  const remedy = await findRemedy(visit, tx)
  if (!remedy) return notFound
  if (remedy.status !== 'due' && remedy.status !== 'reported') return toCase
  return page(<WasDonePage {...{ remedy, state }} submission={randomUUID()} />)
}

const doneForm = z.object({
  answer: fields.choice(['done', 'not-done'], 'payments.own.answer-missing'),
  version: fields.wholeNumber({ least: 1, most: 1_000_000, wrong: 'form.not-understood' }),
})

async function sayDone(visit: Visit, tx: Tx): Promise<Result<unknown, FieldErrors>> {
  const form = parseForm(doneForm, visit.form)
  if (!form.ok) return form
  const remedy = await findRemedy(visit, tx)
  const done = await giveRemedyWord(tx, visit.actor, {
    ...{ remedyId: remedy?.id ?? '', version: form.value.version, heard: null, at: visit.now },
    ...{ done: form.value.answer === 'done', doneOn: remedy?.doneOn ?? dayOf(visit.now) },
  })
  return done.ok ? done : refuse({ answer: { key: `refusal.${done.refusal}` } })
}

async function drawSolved({ actor }: Visit, tx: Tx, state: FormState): Promise<Reply> {
  const found = await caseAwaitingHerWord(tx, { complaintId: actor.id, actor })
  if (!found) return toCase
  return page(<SolvedPage version={found.version} state={state} submission={randomUUID()} />)
}

async function saySolved(visit: Visit, tx: Tx): Promise<Result<unknown, FieldErrors>> {
  const { actor, vault, now: at, form } = visit
  const version = Number.parseInt(String(form.version), 10)
  const asked = { vault, complaintId: actor.id, version: Number.isNaN(version) ? null : version }
  const done = await closePaid(tx, actor, { ...asked, at })
  return done.ok ? done : refuse({ form: { key: `refusal.${done.refusal}` } })
}
