import { randomUUID } from 'node:crypto'
import { dayOf } from '../../../kernel/days.ts'
import type { Tx } from '../../../platform/db.ts'
import { type FieldErrors, typedValues } from '../../../platform/http/form.ts'
import {
  notFound,
  page,
  type Reply,
  type Route,
  submits,
  type Visit,
} from '../../../platform/http/route.ts'
import { routes } from '../../../routes.ts'
import { emptyForm, type FormState } from '../../../ui/index.ts'
import { readDeposit } from '../actions/read-deposit.ts'
import { readInstruments } from '../actions/read-instruments.ts'
import { listOpenAlarms } from '../store/alarms.ts'
import { declare } from './deposit-steps.ts'
import { OwnDepositPage } from './own-deposit-page.tsx'

export const ownDepositRoutes: readonly Route[] = [
  {
    door: 'page',
    method: 'get',
    path: routes.ownDeposit.path,
    access: ['agency-clerk'],
    show: (visit, tx) => drawOwn(visit, tx, emptyForm),
  },
  submits<FieldErrors>({
    path: routes.ownWorkersAbroad.path,
    access: ['agency-clerk'],
    shownAt: routes.ownDeposit.href(),
    submit: declare,
    refused: (visit, tx, errors) => drawOwn(visit, tx, { values: typedValues(visit.form), errors }),
  }),
]

async function drawOwn(visit: Visit, tx: Tx, state: FormState): Promise<Reply> {
  const { actor, now, query } = visit
  const before = typeof query.before === 'string' ? Number.parseInt(query.before, 10) : null
  const file = await readDeposit(tx, {
    ...{ agencyId: actor.agencyId ?? '', now },
    before: before !== null && before > 0 && before < 1_000_000_000 ? before : null,
  })
  if (!file) return notFound
  const failed = Object.keys(state.errors).length > 0
  return page(
    <OwnDepositPage
      {...{ file, state, today: dayOf(now), submission: randomUUID() }}
      instruments={await readInstruments(tx, file, now)}
      alarms={await listOpenAlarms(tx, [file.agencyId])}
      isDeclared={query.done === 'declared'}
    />,
    failed ? 422 : 200,
  )
}
