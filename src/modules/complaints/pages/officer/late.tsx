import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { type Day, dayOf } from '../../../../kernel/days.ts'
import { currencies, type Money, parseMoney } from '../../../../kernel/money.ts'
import { ok, type Result, refuse } from '../../../../kernel/result.ts'
import type { Tx } from '../../../../platform/db.ts'
import { type FieldErrors, parseForm, typedValues } from '../../../../platform/http/form.ts'
import {
  page,
  type Reply,
  type Route,
  redirect,
  submits,
  type Visit,
} from '../../../../platform/http/route.ts'
import { fields, latinDigits } from '../../../../platform/text/index.ts'
import { routes } from '../../../../routes.ts'
import { type FormState, hasErrors } from '../../../../ui/index.ts'
import { type AnswerLists, answerLists } from '../../actions/answer-lists.ts'
import { matchRespondent } from '../../actions/match-respondent.ts'
import { recordLate } from '../../actions/record-late.ts'
import { respondentKinds } from '../../rules/complaint.ts'
import type { NewComplaint } from '../../rules/intake.ts'
import { lateHows, lateSources } from '../../rules/late-entry.ts'
import { giveSlip } from './case-routes.tsx'
import { LatePage } from './late-page.tsx'
import { complaintHandlers } from './worklist-routes.tsx'

/** A matter that is solved already, entered on one page with its real days. */
export const lateRoutes: readonly Route[] = [
  {
    door: 'page',
    method: 'get',
    path: routes.complaintLate.path,
    access: complaintHandlers,
    show: (_visit, tx) => draw(tx, { values: {}, errors: {} }),
  },
  submits<FieldErrors>({
    path: routes.complaintLate.path,
    access: complaintHandlers,
    submit: record,
    refused: (visit, tx, errors) => draw(tx, { values: typedValues(visit.form), errors }),
  }),
]

async function draw(tx: Tx, state: FormState): Promise<Reply> {
  const lists = await answerLists(tx)
  const body = <LatePage {...{ lists, state }} submission={randomUUID()} />
  return page(body, hasErrors(state) ? 422 : 200)
}

const tooLong = 'complaints.words.too-long'
const lateForm = ({ today, lists }: { today: Day; lists: AnswerLists }) =>
  z.object({
    receivedOn: fields.day({ missing: 'cases.late.received.missing', latest: { day: today } }),
    solvedOn: fields.day({ missing: 'cases.late.solved.missing', latest: { day: today } }),
    workerName: fields.optionalLine({ max: 120, tooLong }),
    category: fields.choice(
      lists.categories.map(({ code }) => code) as [string, ...string[]],
      'cases.late.category.missing',
    ),
    respondentKind: z.enum(respondentKinds, 'form.not-understood'),
    respondent: fields.optionalLine({ max: 200, tooLong }),
    province: z.string().default(''),
    how: fields.choice(lateHows, 'cases.late.how.missing'),
    paid: z.string().default(''),
    currency: z.enum(currencies, 'form.not-understood'),
    knownFrom: fields.choice(lateSources, 'cases.late.known-from.missing'),
    paperNumber: fields.optionalLine({ max: 60, tooLong }),
    story: fields.optionalLines({ max: 4000, tooLong }),
  })
type Late = z.output<ReturnType<typeof lateForm>>

async function record(visit: Visit, tx: Tx): Promise<Result<Reply, FieldErrors>> {
  const { now: at, actor, vault } = visit
  const lists = await answerLists(tx)
  const days = fields.foldDay(fields.foldDay(visit.form, 'receivedOn'), 'solvedOn')
  const form = parseForm(lateForm({ today: dayOf(at), lists }), days)
  if (!form.ok) return form
  const given = form.value
  const paid = paidOf(given)
  if (!paid.ok) return paid
  const complaint = await complaintOf(tx, given, { lists, today: dayOf(at) })
  const { receivedOn, solvedOn, how, knownFrom, paperNumber } = given
  const done = await recordLate(tx, actor, {
    ...{ vault, complaint, paperNumber, how, knownFrom, receivedOn, solvedOn, at },
    paid: paid.value,
  })
  if (!done.ok) return refuse({ solvedOn: { key: `refusal.${done.refusal}` } })
  await giveSlip(visit, tx, done.value)
  return ok(redirect(routes.complaintSlip.href({ id: done.value.id }, { entered: 'yes' })))
}

function paidOf({ paid, currency }: Late): Result<Money | null, FieldErrors> {
  const typed = latinDigits(paid).trim()
  if (typed === '') return ok(null)
  const sum = parseMoney(typed, currency)
  return sum.ok ? sum : refuse({ paid: { key: `form.money.${sum.refusal}` } })
}

/** As little as a solved matter needs; no way to reach her, so that nothing leaves the house. */
async function complaintOf(
  tx: Tx,
  late: Late,
  { lists, today }: { lists: AnswerLists; today: Day },
): Promise<NewComplaint> {
  const { respondent, respondentKind, category, province } = late
  const isAgency = respondentKind === 'agency' && respondent !== null
  const certain = isAgency ? (await matchRespondent(tx, respondent, today)).certain : null
  return {
    ...{ relation: 'worker', people: 1, openness: 'named', workerName: late.workerName },
    ...{ complainantName: null, way: 'none', contact: null, safeTimes: [], prefersWoman: false },
    ...{ language: 'km', respondentKind, agencyId: certain?.id ?? null },
    respondentWords: certain ? null : respondent,
    categories: [category],
    country: null,
    province: lists.provinces.find(({ code }) => code === province)?.code ?? null,
    ...{ month: null, claims: [], askedBefore: 'nobody', askedAnswer: null, story: late.story },
  }
}
