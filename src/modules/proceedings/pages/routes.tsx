import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { apiRoutes } from '../../../api-routes.ts'
import { ok, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db.ts'
import {
  answers,
  notFound,
  page,
  type Reply,
  type Route,
  submits,
  type Visit,
} from '../../../platform/http/route.ts'
import { routes } from '../../../routes.ts'
import { type StepRefused, sentOf, takeCaseStep } from '../../compensation/index.ts'
import { listDestinations } from '../../places/index.ts'
import { listOwnProceedings, readCaseProceedings } from '../actions/read-proceedings.ts'
import { stages } from '../rules/proceeding.ts'
import { doers, steps } from './carry-out.ts'
import { OpenProceedingsPage } from './list-page.tsx'
import { ProceedingsPage, type SentStep } from './proceedings-page.tsx'

const proceedingReaders = ['complaints-officer', 'complaints-head'] as const

export const proceedingRoutes: readonly Route[] = [
  {
    door: 'page',
    method: 'get',
    path: routes.openProceedings.path,
    access: proceedingReaders,
    show: showOpen,
  },
  {
    door: 'page',
    method: 'get',
    path: routes.proceedings.path,
    access: proceedingReaders,
    show: (visit, tx) => draw(visit, tx, null),
  },
  submits<StepRefused>({
    path: routes.proceedingAction.path,
    access: proceedingReaders,
    submit: (visit, tx) => {
      const step = stepOf(visit)
      const shownAt = (id: string) => routes.proceedings.href({ id }, { done: 'yes' })
      return takeCaseStep(visit, tx, { step: step && doers[step], shownAt })
    },
    refused: async (visit, tx, refusal) => {
      const step = stepOf(visit)
      return step ? draw(visit, tx, sentOf(visit, step, refusal)) : notFound
    },
  }),
  answers({
    method: 'get',
    path: apiRoutes.proceedings,
    access: proceedingReaders,
    scope: 'complaints:read',
    summary: 'What police, courts and other authorities do in one complaint',
    params: z.object({ id: z.uuid() }),
    reply: z.object({
      proceedings: z.array(
        z.object({
          ...{ id: z.string(), kind: z.string(), country: z.string(), version: z.int() },
          ...{
            stage: z.enum(stages),
            authority: z.string().nullable(),
            number: z.string().nullable(),
          },
          ...{ fileBy: z.string().nullable(), lookOn: z.string().nullable() },
          ...{ covered: z.array(z.string()), actions: z.array(z.string()) },
        }),
      ),
    }),
    handle: async (visit, tx) => {
      const { actor, vault, now, params } = visit
      const asked = { vault, now, complaintId: params.id ?? '' }
      const view = await readCaseProceedings(tx, actor, asked)
      if (!view) return refuse('not-found')
      visit.looked({ act: 'looked', recordType: 'complaint', recordId: view.kept.id })
      return ok({
        proceedings: view.proceedings.map((one) => ({
          ...{ id: one.id, kind: one.kind, country: one.country, version: one.version },
          ...{ stage: one.stage, authority: one.authority, number: one.number },
          ...{ fileBy: one.fileBy, lookOn: one.lookOn },
          ...{ covered: [...one.covered], actions: [...one.actions] },
        })),
      })
    },
  }),
  answers({
    method: 'post',
    path: apiRoutes.proceedingAction,
    access: proceedingReaders,
    scope: 'complaints:write',
    summary: 'Records what happens elsewhere; its fields are those of the page',
    params: z.object({ id: z.uuid(), action: z.enum(steps) }),
    body: z.looseObject({}),
    reply: z.object({ done: z.literal(true) }),
    handle: async (visit, tx) => {
      const step = stepOf(visit)
      if (!step) return refuse('not-found')
      const done = await doers[step]({ visit, tx, complaintId: visit.params.id ?? '' })
      if (done.ok) return ok({ done: true as const })
      return refuse('errors' in done.refusal ? done.refusal.errors : done.refusal.code)
    },
  }),
]

async function showOpen({ actor, query, now }: Visit, tx: Tx): Promise<Reply> {
  const mine = query.whose !== 'all'
  const rows = await listOwnProceedings(tx, { ownerId: mine ? actor.id : null, now })
  return page(
    <OpenProceedingsPage rows={rows} mine={mine} countries={await listDestinations(tx)} />,
  )
}

const stepOf = ({ params }: Visit) => steps.find((step) => step === params.action) ?? null

async function draw(visit: Visit, tx: Tx, sent: SentStep | null): Promise<Reply> {
  const { actor, vault, now, params, query } = visit
  const view = await readCaseProceedings(tx, actor, { vault, now, complaintId: params.id ?? '' })
  if (!view) return notFound
  visit.looked({ act: 'looked', recordType: 'complaint', recordId: view.kept.id })
  const shown = { view, sent, done: query.done === 'yes', countries: await listDestinations(tx) }
  return page(<ProceedingsPage {...shown} submission={randomUUID()} />)
}
