import { randomUUID } from 'node:crypto'
import { dayOf } from '../../../../kernel/days.ts'
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
import { emptyForm, type FormState } from '../../../../ui/index.ts'
import type { AgencyId } from '../../../agencies/index.ts'
import { type DueId, listDues } from '../../../ledger/index.ts'
import { payDues } from '../../actions/pay-dues.ts'
import { reportRemedy } from '../../actions/remedies.ts'
import { listRemedies } from '../../store/read-outcomes.ts'
import { lastReminders } from '../../store/reminders.ts'
import { OwnDuesPage } from './agency-page.tsx'
import { payForm, rowsOf, sumsOf } from './money-forms.ts'

const access = ['agency-clerk'] as const
const agencySteps = ['pay', 'done'] as const
export type AgencyStep = (typeof agencySteps)[number]
const pageRows = 100

/** An agency's own people; what they see is their agency's, by row-level security. */
export const ownDuesRoutes: readonly Route[] = [
  {
    ...{ door: 'page', method: 'get', path: routes.ownDues.path, access },
    show: (visit, tx) => draw(visit, tx, { step: null, state: emptyForm }),
  },
  submits<FieldErrors>({
    ...{ path: routes.ownDuesStep.path, access, shownAt: routes.ownDues.path },
    submit: async (visit, tx) => {
      const step = stepOf(visit)
      if (!step) return ok(notFound)
      const done = await (step === 'pay' ? pay : report)(visit, tx)
      return done.ok ? ok(redirect(routes.ownDues.href({ done: step }))) : done
    },
    refused: (visit, tx, errors) =>
      draw(visit, tx, { step: stepOf(visit), state: { values: typedValues(visit.form), errors } }),
  }),
]

const stepOf = ({ params }: Visit): AgencyStep | null =>
  agencySteps.find((each) => each === params.step) ?? null

type Drawn = { readonly step: AgencyStep | null; readonly state: FormState }

async function draw(visit: Visit, tx: Tx, { step, state }: Drawn): Promise<Reply> {
  const { actor, now, query } = visit
  const agencyId = (actor.agencyId ?? '') as AgencyId
  const after = String(query.after ?? '').split('~')
  const dues = await listDues(tx, {
    ...{ debtorAgency: agencyId, openOnly: query.state !== 'all', limit: pageRows + 1 },
    ...placeOf(after),
  })
  const shown = dues.slice(0, pageRows)
  const last = dues.length > pageRows ? shown.at(-1) : undefined
  return page(
    <OwnDuesPage
      {...{ dues: shown, step, state, today: dayOf(now), all: query.state === 'all' }}
      remedies={await listRemedies(tx, { agencyId, openOnly: true })}
      reminders={
        await lastReminders(
          tx,
          shown.map(({ id }) => id),
        )
      }
      done={agencySteps.find((each) => each === query.done) ?? null}
      next={last ? `${last.dueOn}~${last.id}` : null}
      submission={randomUUID()}
    />,
  )
}

const place = /^\d{4}-\d\d-\d\d$/
function placeOf([dueOn = '', id = '']: string[]) {
  const isPlace = place.test(dueOn) && /^[0-9a-f-]{36}$/.test(id)
  return isPlace ? { after: { dueOn: dueOn as never, id: id as DueId } } : {}
}

const wrong = (field: string, code: string) => refuse({ [field]: { key: `refusal.${code}` } })

async function pay(visit: Visit, tx: Tx): Promise<Result<unknown, FieldErrors>> {
  const { form, actor, now: at } = visit
  const ids = rowsOf(form, 'pay').map(({ id }) => id)
  const dues = await listDues(tx, { ids: ids.filter((id) => id.length === 36) as DueId[] })
  const dueOf = new Map<string, (typeof dues)[number]>(dues.map((due) => [due.id, due]))
  const sums = sumsOf(form, 'pay', (id) => dueOf.get(id)?.money.currency)
  if (!sums.ok) return sums
  const slip = parseForm(payForm, fields.foldDay(form, 'paidOn'))
  if (!slip.ok) return slip
  const done = await payDues(tx, actor, {
    ...{ ...slip.value, payer: null, evidenceId: null, at },
    lines: sums.value.map(({ id, minor }) => ({
      ...{ dueId: id, minor, personId: dueOf.get(id)?.beneficiaryId ?? '' },
    })),
  })
  if (done.ok) return done
  const field = done.refusal === 'paid-in-the-future' ? 'paidOn' : `pay-${ids[0] ?? ''}`
  return wrong(field, done.refusal)
}

async function report(visit: Visit, tx: Tx): Promise<Result<unknown, FieldErrors>> {
  const { form, actor, now: at } = visit
  const given = rowsOf(form, 'remedy').filter(({ text }) => text === 'reported')
  const [first] = given
  if (!first) return wrong('form', 'nothing-chosen')
  for (const { id } of given) {
    const version = Number.parseInt(String(form[`version-${id}`] ?? ''), 10) || 0
    const asked = { remedyId: id, version, doneOn: dayOf(at), evidenceId: null, at }
    const done = await reportRemedy(tx, actor, asked)
    if (!done.ok) return wrong(`remedy-${id}`, done.refusal)
  }
  return ok(null)
}
