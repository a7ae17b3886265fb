import { randomUUID } from 'node:crypto'
import { z } from 'zod'
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
import { type FilingRefusal, openTimeBars, recordFiling } from '../../actions/time-bars.ts'
import { FilingPage, TimeBarsPage } from './pages.tsx'

const handlers = ['complaints-officer', 'complaints-head', 'caseworker'] as const

type Refusal = FilingRefusal | { readonly errors: FieldErrors }

export const timeBarRoutes: readonly Route[] = [
  {
    ...{ door: 'page', method: 'get', path: routes.timeBars.path, access: handlers },
    show: async (visit, tx) => {
      const rows = await openTimeBars(tx, dayOf(visit.now))
      return page(
        <TimeBarsPage rows={rows} mine={visit.query.whose === 'mine' ? visit.actor.id : null} />,
      )
    },
  },
  submits<Refusal>({
    ...{ path: routes.complaintFiling.path, access: handlers },
    submit: file,
    refused: async (visit, _tx, refusal) => again(visit, refusal),
  }),
]

async function file(visit: Visit, tx: Tx): Promise<Result<Reply, Refusal>> {
  const { id = '', bar = '' } = visit.params
  const shape = z.object({ filedOn: fields.day({ missing: 'form.day.missing' }) })
  const parsed = parseForm(shape, fields.foldDay(visit.form, 'filedOn'))
  if (!parsed.ok) return refuse({ errors: parsed.refusal })
  const { filedOn } = parsed.value
  const done = await recordFiling(tx, visit.actor, {
    ...{ complaintId: id, bar, filedOn, now: visit.now },
  })
  return done.ok ? ok(redirect(`${routes.complaint.href({ id })}#time-bars`)) : done
}

function again(visit: Visit, refusal: Refusal): Reply {
  const { id = '', bar = '' } = visit.params
  if (refusal === 'not-found' || refusal === 'no-such-time-bar') return notFound
  const errors =
    typeof refusal === 'string' ? { filedOn: { key: `refusal.${refusal}` } } : refusal.errors
  const state = { values: typedValues(visit.form), errors }
  return page(<FilingPage {...{ id, bar, state }} submission={randomUUID()} />, 422)
}
