import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { hasRole, type Role } from '../../../../kernel/actor.ts'
import { dayOf } from '../../../../kernel/days.ts'
import { isUuid } from '../../../../kernel/ids.ts'
import { ok, type Result, refuse } from '../../../../kernel/result.ts'
import type { Tx } from '../../../../platform/db.ts'
import { type FieldErrors, parseForm } from '../../../../platform/http/form.ts'
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
import { keepUnchanged, snapshotOf } from '../../../../platform/unchanged.ts'
import { routes } from '../../../../routes.ts'
import { listOfficers, type Officer } from '../../../accounts/index.ts'
import { pageRows } from '../../rules/worklist.ts'
import { listWorklist, type WorklistRow } from '../../store/worklist.ts'
import { countFiltered, countWorklist, type WorklistCounts } from '../../store/worklist-counts.ts'
import { deleteView, listViews, saveView, type WorklistView } from '../../store/worklist-views.ts'
import type { BulkAgain, BulkProblem } from './bulk-bar.tsx'
import { bulkAgain, carryOutBulk, outcomeOf } from './bulk-outcome.ts'
import { momentOf } from './moment.ts'
import { readCodes } from './names.ts'
import { WorklistPage } from './worklist-page.tsx'
import { isNarrowed, parseWorklistQuery, queryOf, type WorklistQuery } from './worklist-query.ts'

/** Whoever handles complaints, and whoever helps people to enter them. */
export const complaintReaders = [
  'complaints-officer',
  'complaints-head',
  'caseworker',
  'counsellor',
] as const
export const complaintHandlers = [
  'complaints-officer',
  'complaints-head',
  'caseworker',
] as const satisfies Role[]

export const worklistRoutes: readonly Route[] = [
  {
    door: 'page',
    method: 'get',
    path: routes.complaints.path,
    access: complaintReaders,
    show: (visit, tx) => drawWorklist(visit, tx),
  },
  submits<BulkProblem>({
    path: routes.complaintsBulk.path,
    access: complaintHandlers,
    submit: carryOutBulk,
    refused: (visit, tx, problem) => drawWorklist(visit, tx, bulkAgain(visit, problem)),
  }),
  submits<FieldErrors>({
    path: routes.complaintViews.path,
    access: complaintReaders,
    submit: keepView,
    refused: async (visit) => redirect(withQuery(String(visit.form.query ?? ''))),
  }),
  submits<'not-found'>({
    path: routes.complaintViewDelete.path,
    access: complaintReaders,
    submit: async (visit, tx) => {
      const { id = '' } = visit.params
      if (!isUuid(id) || !(await deleteView(tx, id))) return refuse('not-found')
      return ok(redirect(routes.complaints.href()))
    },
    refused: async () => notFound,
  }),
]

async function drawWorklist(visit: Visit, tx: Tx, again: BulkAgain | null = null): Promise<Reply> {
  const { actor, now, query } = visit
  const asked = parseWorklistQuery(query)
  const moment = momentOf(now)
  const narrowed = isNarrowed(asked.filters) || asked.filters.state === 'finished'
  const mayWork = hasRole(actor, ...complaintHandlers)
  // Sent together: each waits for none of the others.
  const [listed, found, { counts, officers, views }, codes] = await Promise.all([
    listWorklist(tx, actor, { ...asked, limit: pageRows + 1, moment }),
    narrowed ? countFiltered(tx, actor, { ...asked, moment }) : null,
    aroundOf(visit, tx),
    readCodes(tx),
  ])
  const { rows, previous, next } = paged(listed, asked)
  return page(
    <WorklistPage
      {...{ rows, previous, next, codes, now, mayWork, filters: asked.filters }}
      {...{ counts, found, officers, views, again }}
      from={asked.from}
      areas={actor.areas}
      outcome={outcomeOf(query)}
      moved={query.moved === 'yes'}
      submission={randomUUID()}
    />,
  )
}

type Around = {
  readonly counts: WorklistCounts
  readonly officers: readonly Officer[]
  readonly views: readonly WorklistView[]
}
const keepAround = keepUnchanged<Around>()

/** What stands around every page of the list: read again when anything changed, or a second passed. */
async function aroundOf(visit: Visit, tx: Tx): Promise<Around> {
  const { actor, now } = visit
  const key = JSON.stringify([actor.id, actor.roles, actor.areas])
  const second = Math.floor(now.getTime() / 1000)
  return keepAround({ key, version: `${await snapshotOf(tx)} ${second}` }, async () => {
    const [counts, officers, views] = await Promise.all([
      countWorklist(tx, actor, momentOf(now)),
      hasRole(actor, ...complaintHandlers) ? colleagues(visit, tx) : [],
      listViews(tx),
    ])
    return { counts, officers, views }
  })
}

/** One row more than shown says whether there is a further page, in the direction that was read. */
function paged(found: readonly WorklistRow[], { from }: WorklistQuery) {
  const more = found.length > pageRows
  const back = from?.direction === 'before'
  const rows = back ? found.slice(-pageRows) : found.slice(0, pageRows)
  const hasPrevious = back ? more : from !== null
  const hasNext = back || more
  return {
    rows,
    previous: hasPrevious ? (rows.at(0)?.cursor ?? null) : null,
    next: hasNext ? (rows.at(-1)?.cursor ?? null) : null,
  }
}

/** Officers who may be given cases of the areas that the acting one sees. */
async function colleagues({ actor, now }: Visit, tx: Tx) {
  const officers = await listOfficers(tx, { role: 'complaints-officer', today: dayOf(now) })
  const { areas } = actor
  return areas === null
    ? officers
    : officers.filter((one) => one.areas === null || one.areas.some((area) => areas.includes(area)))
}

async function keepView(visit: Visit, tx: Tx): Promise<Result<Reply, FieldErrors>> {
  const parsed = parseForm(viewForm, visit.form)
  if (!parsed.ok) return parsed
  const { name, query } = parsed.value
  await saveView(tx, { personId: visit.actor.id, name, query, at: visit.now })
  return ok(redirect(withQuery(query)))
}

const viewForm = z.object({
  name: fields.line({
    max: 60,
    missing: 'complaints.views.name.missing',
    tooLong: 'complaints.views.name.too-long',
  }),
  // Only what the list itself understands is kept.
  query: z.string().max(1000).transform(cleanQuery),
})

function cleanQuery(text: string): string {
  const { filters } = parseWorklistQuery(Object.fromEntries(new URLSearchParams(text)))
  return new URLSearchParams(queryOf(filters) as Record<string, string>).toString()
}

const withQuery = (query: string): string => {
  const clean = cleanQuery(query)
  return clean === '' ? routes.complaints.path : `${routes.complaints.path}?${clean}`
}
