import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { hasRole } from '../../../../kernel/actor.ts'
import { dayOf } from '../../../../kernel/days.ts'
import { type Lang, langs } from '../../../../kernel/reader.ts'
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
import { fields } from '../../../../platform/text/index.ts'
import { routes } from '../../../../routes.ts'
import { letterWriters } from '../../../letters/index.ts'
import { beginMoneyPaper } from '../../actions/begin-paper.ts'
import { keepPayOutProof } from '../../actions/keep-pay-out-proof.ts'
import { printPayOut } from '../../actions/print-pay-out.ts'
import { readPayOut } from '../../actions/read-pay-out.ts'
import { type MarkedRow, recordPayOut, restOf } from '../../actions/record-pay-out.ts'
import { moneyHandlers, payOutMarks, restMarks } from '../../rules/pay-out.ts'
import { findPayOut, listEntries, listLines } from '../../store/pay-outs.ts'
import { rowsOf } from '../money/money-forms.ts'
import { PayOutPage, type PayOutPageProps, type PayOutStep, payOutSteps } from './day-page.tsx'

const notices = ['set', 'added', 'record', 'proof'] as const

export const dayRoutes: readonly Route[] = [
  {
    ...{ door: 'page', method: 'get', path: routes.payOut.path, access: moneyHandlers },
    show: (visit, tx) => draw(visit, tx, null),
  },
  {
    ...{ door: 'page', method: 'get', path: routes.payOutList.path, access: moneyHandlers },
    show: print,
  },
  submits<FieldErrors>({
    ...{ path: routes.payOutStep.path, access: moneyHandlers, shownAt: routes.payOut.path },
    uploads: { most: 12, bytes: 10_000_000 },
    submit: async (visit, tx) => {
      const step = stepOf(visit)
      return step ? steps[step](visit, tx) : ok(notFound)
    },
    refused: (visit, tx, errors) => {
      const step = stepOf(visit)
      const state = { values: typedValues(visit.form), errors }
      return draw(visit, tx, step && { step, state })
    },
  }),
]

const stepOf = ({ params }: Visit): PayOutStep | null =>
  payOutSteps.find((each) => each === params.step) ?? null

async function draw(visit: Visit, tx: Tx, form: PayOutPageProps['form']): Promise<Reply> {
  const { params, query, vault, now, actor } = visit
  const payOut = await readPayOut(tx, vault, params.id ?? '')
  if (!payOut) return notFound
  visit.looked({ act: 'looked', recordType: 'pay-out', recordId: payOut.day.id })
  return page(
    <PayOutPage
      {...{ payOut, form }}
      hasCome={payOut.day.heldOn <= dayOf(now)}
      writes={hasRole(actor, ...letterWriters)}
      done={notices.find((each) => each === query.done) ?? null}
      submission={randomUUID()}
    />,
  )
}

const languageIn = (value: unknown): Lang => langs.find((lang) => lang === value) ?? 'km'

async function print(visit: Visit, tx: Tx): Promise<Reply> {
  const { params, query, vault, now: at } = visit
  const payOut = await readPayOut(tx, vault, params.id ?? '')
  if (!payOut) return notFound
  visit.looked({ act: 'exported', recordType: 'pay-out', recordId: payOut.day.id })
  const content = await printPayOut(tx, payOut, { language: languageIn(query.language), at })
  return { kind: 'file', type: 'application/pdf', name: `${payOut.day.number}.pdf`, content }
}

type Step = (visit: Visit, tx: Tx) => Promise<Result<Reply, FieldErrors>>
const wrong = (field: string, code: string) => refuse({ [field]: { key: `refusal.${code}` } })
const back = ({ params }: Visit, done: string): Reply =>
  redirect(routes.payOut.href({ id: params.id ?? '' }, { done }))

const steps: Readonly<Record<PayOutStep, Step>> = {
  record,
  proof: keepProof,
  paper: beginReceipt,
}

async function record(visit: Visit, tx: Tx): Promise<Result<Reply, FieldErrors>> {
  const { params, form, actor, now: at } = visit
  const day = await findPayOut(tx, params.id ?? '')
  if (!day) return ok(notFound)
  const named: MarkedRow[] = []
  for (const { id, text } of rowsOf(form, 'mark')) {
    const mark = payOutMarks.find((each) => each === text)
    if (!mark) return wrong(`mark-${id}`, 'not-found')
    const version = Number.parseInt(String(form[`version-${id}`] ?? ''), 10) || 0
    named.push({ entryId: id, version, mark })
  }
  const rest = restMarks.find((each) => each === form.rest)
  const seen = (await listEntries(tx, day.id)).filter(
    // Only who stood on the page: whoever was put on the list meanwhile was not looked at.
    ({ id, version }) => String(form[`version-${id}`]) === String(version),
  )
  const rows = rest ? [...named, ...restOf(seen, named, rest)] : named
  const done = await recordPayOut(tx, actor, { dayId: day.id, rows, at })
  if (done.ok) return ok(back(visit, 'record'))
  const { entryId, code } = done.refusal
  return wrong(entryId === null ? 'rest' : `mark-${entryId}`, code)
}

async function keepProof(visit: Visit, tx: Tx): Promise<Result<Reply, FieldErrors>> {
  const { params, form, uploads, actor, vault, files, now: at } = visit
  const given = (field: string) =>
    uploads
      .filter((one) => one.field === field)
      .map(({ name, bytes, whole }) => ({ name: name.slice(0, 200), bytes, whole }))
  const entryId = typeof form.person === 'string' ? form.person : ''
  const [photo] = given('photo')
  if (photo && entryId === '') return refuse({ person: { key: 'payout.proof.person.missing' } })
  const kept = await keepPayOutProof(tx, actor, {
    ...{ vault, files, at, dayId: params.id ?? '', scans: given('scans') },
    photos: photo ? [{ entryId, file: photo }] : [],
  })
  if (kept.ok) return ok(back(visit, 'proof'))
  if (typeof kept.refusal === 'string')
    return kept.refusal === 'not-found'
      ? ok(notFound)
      : refuse({ scans: { key: 'payout.proof.missing' } })
  return refuse({ scans: { key: `evidence.refused.${kept.refusal.reason}` } })
}

const receiptForm = z.object({
  entry: z.uuid('refusal.not-found'),
  language: fields.choice(langs, 'letters.field.language.missing'),
})

async function beginReceipt(visit: Visit, tx: Tx): Promise<Result<Reply, FieldErrors>> {
  const { params, form, actor, vault, now: at } = visit
  const day = await findPayOut(tx, params.id ?? '')
  const asked = parseForm(receiptForm, form)
  if (!day) return ok(notFound)
  if (!asked.ok) return asked
  const entry = (await listEntries(tx, day.id)).find(({ id }) => id === asked.value.entry)
  if (!entry) return wrong('entry', 'not-found')
  const lines = await listLines(tx, [entry.id])
  const { complaintId, personId } = entry
  const begun = await beginMoneyPaper(tx, actor, {
    ...{ vault, complaintId, personId, paper: 'payment-receipt', at },
    paymentIds: lines.flatMap(({ paymentId }) => paymentId ?? []),
    language: asked.value.language,
  })
  if (!begun.ok) return wrong('entry', begun.refusal)
  return ok(redirect(routes.letter.href({ id: begun.value }, { done: 'drafted' })))
}
