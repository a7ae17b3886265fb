import { dayOf } from '../../../kernel/days.ts'
import type { Tx } from '../../../platform/db.ts'
import {
  type FormBody,
  notFound,
  page,
  type Reply,
  type Route,
  redirect,
  type ShowRoute,
  type Visit,
} from '../../../platform/http/route.ts'
import { routes } from '../../../routes.ts'
import { type Destination, listDestinations } from '../../places/index.ts'
import { findSpeech } from '../../voice/index.ts'
import { listCodes } from '../actions/list-codes.ts'
import { longestQuestion, lookUp } from '../actions/look-up.ts'
import { listAllowed } from '../actions/make-poster.ts'
import { showAgency } from '../actions/show-agency.ts'
import { spokenAnswer } from '../rules/answer-phrases.ts'
import { AgencyPage } from './agency-page.tsx'
import { AgencySheet } from './agency-sheet.tsx'
import { licenceApi } from './api.ts'
import { HomePage } from './home-page.tsx'
import { linkRoutes } from './link-routes.tsx'
import { officerRoutes } from './officer-routes.tsx'
import { type AgencyPanel, drawPanels } from './panel.ts'
import { SearchPage } from './search-page.tsx'
import { codeRoutes } from './verify/code-routes.ts'

/** Is this agency allowed? The pages for everybody, the officers' desk, and the API. */
export const licenceRoutes = (panels: readonly AgencyPanel[]): readonly Route[] => [
  { ...publicPage, path: routes.home.path, show: showHome },
  { ...publicPage, path: routes.agencySearch.path, show: showSearch },
  { ...publicPage, path: routes.agency.path, show: (visit, tx) => showFile(visit, tx, panels) },
  { ...publicPage, path: routes.agencySheet.path, show: showSheet },
  ...codeRoutes,
  ...officerRoutes,
  ...linkRoutes,
  ...licenceApi,
]

const publicPage = {
  door: 'page',
  method: 'get',
  access: ['public'],
  cached: true,
} as const satisfies Partial<ShowRoute>

async function showHome(_visit: Visit, tx: Tx): Promise<Reply> {
  return page(<HomePage destinations={await listDestinations(tx)} />)
}

async function showSearch({ query, now, reader }: Visit, tx: Tx): Promise<Reply> {
  const destinations = await listDestinations(tx)
  const destination = knownDestination(destinations, query.destination)
  const today = dayOf(now)
  const q = oneText(query.q)
  const found = await lookUp(tx, { q, destination, today })
  // No name is so long: the answer lies at the address of what was looked for.
  if (q.length > longestQuestion * 2)
    return redirect(routes.agencySearch.href({ q: found.typed, destination: destination ?? '' }))
  const [only, ...others] = found.exact
  // Of several, no one answer is the answer.
  const spoken = others.length === 0 ? spokenAnswer(only?.answer ?? null, destinations) : []
  const speech = found.typed === '' ? null : await findSpeech(tx, reader, spoken)
  const isList = found.typed === '' && destination !== null
  const allowed = isList ? await listAllowed(tx, { destination, today }) : []
  return page(
    <SearchPage lookUp={found} {...{ destination, destinations, today, speech, allowed }} />,
  )
}

async function showFile(
  { params, now, vault }: Visit,
  tx: Tx,
  panels: readonly AgencyPanel[],
): Promise<Reply> {
  const [file, destinations] = await Promise.all([
    showAgency(tx, { id: params.id ?? '', now, vault }),
    listDestinations(tx),
  ])
  if (!file) return notFound
  const drawn = await drawPanels(tx, panels, { agencyId: file.agency.id, today: file.asOf })
  return page(<AgencyPage {...{ file, destinations }} panels={drawn} />)
}

async function showSheet({ params, now, vault }: Visit, tx: Tx): Promise<Reply> {
  const file = await showAgency(tx, { id: params.id ?? '', now, vault })
  if (!file) return notFound
  const [destinations, codes] = await Promise.all([listDestinations(tx), listCodes(tx, file)])
  return page(<AgencySheet {...{ file, destinations, codes }} />)
}

const oneText = (value: FormBody[string] | undefined): string =>
  (typeof value === 'string' ? value : value?.[0]) ?? ''

/** A country that the platform knows, or null for any. */
const knownDestination = (
  destinations: readonly Destination[],
  asked: FormBody[string] | undefined,
): string | null => destinations.find(({ code }) => code === asked)?.code ?? null
