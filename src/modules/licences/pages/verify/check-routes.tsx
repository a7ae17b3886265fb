import { ok } from '../../../../kernel/result.ts'
import type { Tx } from '../../../../platform/db.ts'
import {
  type Limit,
  notFound,
  page,
  type Reply,
  type Route,
  redirect,
  submits,
  type Visit,
} from '../../../../platform/http/route.ts'
import { readStatusList } from '../../../../platform/tokens/status-list.ts'
import type { StatusSource } from '../../../../platform/tokens/status-source.ts'
import { listTokenKeys, publicKeyOf } from '../../../../platform/tokens/token-keys.ts'
import { routes } from '../../../../routes.ts'
import { asset } from '../../../../ui/assets.ts'
import { fontFiles } from '../../../../ui/fonts.ts'
import { listDestinations } from '../../../places/index.ts'
import { checkCode } from '../../actions/check-code.ts'
import { longestQuestion } from '../../actions/look-up.ts'
import { checkApi } from './check-api.ts'
import { CheckPage, pages } from './check-page.tsx'

/** Reckoning with signatures costs us more than a page. */
const checkLimit: Limit = { name: 'check-code', points: 120, seconds: 600 }
const common = { door: 'page', method: 'get', access: ['public'] } as const

/** For anybody who holds a code: the page, what it needs to work without network, and the form. */
export const checkRoutes = (sources: readonly StatusSource[]): readonly Route[] => [
  { ...common, path: routes.check.path, cached: true, show: showPage },
  submits({
    path: routes.check.path,
    access: ['public'],
    limit: checkLimit,
    submit: async (visit, tx) => ok(await answer(visit, tx, sources)),
    refused: async () => notFound,
  }),
  { ...common, path: routes.checkWorker.path, show: async () => worker() },
  { ...common, path: routes.tokenKeys.path, show: showKeys },
  { ...common, path: routes.tokenStatuses.path, show: showStatuses },
  ...checkApi(sources),
]

async function showPage(_visit: Visit, tx: Tx): Promise<Reply> {
  const destinations = await listDestinations(tx)
  return page(<CheckPage {...{ destinations }} verdict={null} missing={false} />)
}

/** A signed code is answered here; a number or a name is for the look-up. */
async function answer(
  { form, vault, now }: Visit,
  tx: Tx,
  sources: readonly StatusSource[],
): Promise<Reply> {
  const typed = typeof form.code === 'string' ? form.code.trim() : ''
  const destinations = await listDestinations(tx)
  if (typed === '')
    return page(<CheckPage {...{ destinations }} verdict={null} missing={true} />, 422)
  const verdict = await checkCode(tx, typed, { vault, sources, now })
  if (verdict) return page(<CheckPage {...{ destinations, verdict }} missing={false} />)
  return redirect(routes.agencySearch.href({ q: typed.slice(0, longestQuestion) }))
}

/** The keys that hold, the names of those that were withdrawn, and the time: never from memory. */
async function showKeys({ vault, now }: Visit, tx: Tx): Promise<Reply> {
  const keys = await listTokenKeys(tx)
  const holding = keys.filter(({ withdrawnAt }) => withdrawnAt === null)
  const withdrawn = keys.filter(({ withdrawnAt }) => withdrawnAt !== null)
  const content = JSON.stringify({
    asOf: now.toISOString(),
    keys: holding.map(({ number }) => publicKeyOf(vault, number)),
    withdrawn: withdrawn.map(({ number }) => String(number)),
  })
  return { kind: 'file', type: 'application/json', content }
}

async function showStatuses(_visit: Visit, tx: Tx): Promise<Reply> {
  const list = await readStatusList(tx)
  if (!list) return notFound
  const headers = {
    'cache-control': 'public, max-age=300',
    'last-modified': list.publishedAt.toUTCString(),
  }
  return { kind: 'file', type: 'application/statuslist+cwt', content: list.signed, headers }
}

/**
 * The script that keeps the page for times without network. It lies at the root, so that it may
 * serve the page in both languages; other pages it never touches. With every build it is another.
 */
function worker(): Reply {
  const files = [
    ...pages,
    ...[routes.tokenKeys.href(), routes.tokenStatuses.href()],
    ...['citizen.css', 'icons.svg', 'tab.svg', 'check-code.js', 'read-picture.js'].map(asset),
    ...fontFiles.map(({ asset: name }) => asset(name)),
  ]
  const content = [
    `self.keptPages = ${JSON.stringify(pages)}`,
    `self.keptFiles = ${JSON.stringify(files)}`,
    `importScripts(${JSON.stringify(asset('check-worker.js'))})`,
    '',
  ].join('\n')
  return { kind: 'file', type: 'text/javascript; charset=utf-8', content }
}
