import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { dayOf } from '../../../../kernel/days.ts'
import { isUuid } from '../../../../kernel/ids.ts'
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
import { fields } from '../../../../platform/text/index.ts'
import { routes } from '../../../../routes.ts'
import { emptyForm, type FormState } from '../../../../ui/index.ts'
import { findByNumber, parseCaseNumber } from '../../../complaints/index.ts'
import { listChoosable, mostChoosable } from '../../actions/choose-dues.ts'
import { addToPayOut, planPayOut } from '../../actions/plan-pay-out.ts'
import { missedDues, readPayOut } from '../../actions/read-pay-out.ts'
import { moneyHandlers } from '../../rules/pay-out.ts'
import { findPayOut } from '../../store/pay-outs.ts'
import { ChoosePage } from './choose-page.tsx'
import { type Chosen, parseChosen } from './choose-query.ts'

export const chooseRoutes: readonly Route[] = [
  {
    ...{ door: 'page', method: 'get', path: routes.payOutNew.path, access: moneyHandlers },
    show: (visit, tx) => draw(visit, tx, { asked: parseChosen(visit.query), state: emptyForm }),
  },
  submits<FieldErrors>({
    ...{ path: routes.payOutNew.path, access: moneyHandlers },
    submit: setDay,
    refused: (visit, tx, errors) =>
      draw(visit, tx, {
        asked: parseChosen({ ...visit.form, day: visit.form.addTo ?? '' }),
        state: { values: typedValues(visit.form), errors },
      }),
  }),
]

type Drawn = { readonly asked: Chosen; readonly state: FormState }

async function draw(visit: Visit, tx: Tx, { asked, state }: Drawn): Promise<Reply> {
  const { vault, now } = visit
  const before = asked.from ? await readPayOut(tx, vault, asked.from) : null
  const missed = before ? await missedDues(tx, before) : []
  const number = asked.number === '' ? null : parseCaseNumber(asked.number)
  const complaintId = number ? await findByNumber(tx, number) : null
  const isNowhere = asked.number !== '' && complaintId === null
  const everybody = asked.show === 'all' || complaintId !== null
  const dues = isNowhere
    ? []
    : await listChoosable(tx, vault, { complaintId, everybody, dueIds: missed })
  if (dues.length > 0)
    visit.looked({ act: 'looked', recordType: 'pay-out', data: { names: dues.length } })
  return page(
    <ChoosePage
      {...{ dues, asked, state }}
      day={asked.day ? await findPayOut(tx, asked.day) : null}
      today={dayOf(now)}
      submission={randomUUID()}
    />,
  )
}

const dayForm = z.object({
  heldOn: fields.day({ missing: 'payout.held-on.missing' }),
  place: fields.line({ max: 200, missing: 'payout.place.missing', tooLong: 'complain.too-long' }),
})
const dueForm = z.object({
  due: z
    .union([z.string().transform((one) => [one]), z.array(z.string())])
    .default([])
    .pipe(z.array(z.string().refine(isUuid, 'refusal.no-such-due')).max(mostChoosable)),
})

async function setDay(visit: Visit, tx: Tx): Promise<Result<Reply, FieldErrors>> {
  const { form, vault, actor, now: at } = visit
  const chosen = parseForm(dueForm, form)
  if (!chosen.ok) return refuse({ due: { key: 'refusal.no-such-due' } })
  const dueIds = chosen.value.due
  const dayId = typeof form.addTo === 'string' ? form.addTo : ''
  if (dayId !== '') {
    const added = await addToPayOut(tx, actor, { dayId, dueIds, at })
    return added.ok ? ok(toDay(dayId, 'added')) : wrong(added.refusal)
  }
  const day = parseForm(dayForm, fields.foldDay(form, 'heldOn'))
  if (!day.ok) return day
  const planned = await planPayOut(tx, actor, { vault, ...day.value, dueIds, at })
  return planned.ok ? ok(toDay(planned.value.id, 'set')) : wrong(planned.refusal)
}

const toDay = (id: string, done: string): Reply => redirect(routes.payOut.href({ id }, { done }))

const fieldOf: Readonly<Record<string, string>> = {
  'pay-out-too-far': 'heldOn',
  'place-missing': 'place',
}
const wrong = (code: string) => refuse({ [fieldOf[code] ?? 'due']: { key: `refusal.${code}` } })
