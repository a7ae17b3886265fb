import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import compress from '@fastify/compress'
import cookie from '@fastify/cookie'
import formbody from '@fastify/formbody'
import Fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyRequest,
  LogController,
} from 'fastify'
import helmet from 'helmet'
import { publicActor } from '../../kernel/actor.ts'
import { splitLanguage } from '../i18n/reader.ts'
import { safeErrors } from '../safe-error.ts'
import { mountApi, sendProblem } from './api.ts'
import { send } from './draw.ts'
import { mountFormPages } from './form-pages.ts'
import { HungUpError } from './hung-up.ts'
import { makeLimits } from './limits.ts'
import { makePageCache, type PageCache } from './page-cache.ts'
import { type Doors, mountShow, mountSubmit, sendCached } from './pages.ts'
import { problem } from './problem.ts'
import type { HttpDeps, Identity, Route, SubmitRoute } from './route.ts'
import { sentForm } from './sent-form.ts'
import { withUploads } from './uploads.ts'
import { makeVisit } from './visit.ts'
import { watch } from './watch.ts'

/** A hundred thousand Khmer letters fit, nine bytes each as a form sends them. */
const bodyLimit = 1024 * 1024
/** A form on the slowest line takes less; whoever sends or reads nothing for a minute has gone. */
const patience = { requestTimeout: 120_000, connectionTimeout: 60_000 } as const

export type ServerOptions = {
  readonly deps: HttpDeps
  readonly routes: readonly Route[]
  readonly logger: FastifyBaseLogger | boolean
  readonly trustProxy: boolean
  readonly hsts: boolean
}
export type Server = { readonly app: FastifyInstance; readonly cache: PageCache }

/** One web server with every route mounted; tests inject requests into the same one. */
export async function makeServer({ deps, routes, ...options }: ServerOptions): Promise<Server> {
  const app = Fastify({
    ...(typeof options.logger === 'boolean'
      ? { logger: options.logger }
      : { loggerInstance: options.logger }),
    // Addresses can hold search words and ids: the log keeps method, route and time, never those.
    logController: new LogController({ disableRequestLogging: true }),
    childLoggerFactory: (logger, bindings, opts) =>
      logger.child(bindings, { ...opts, serializers: { ...opts.serializers, ...safeErrors } }),
    // Shown to whoever meets a failure: it must name one line in the log of any process.
    genReqId: () => randomUUID().slice(0, 13),
    bodyLimit,
    ...patience,
    // One proxy stands before us: what it was told by others about addresses proves nothing.
    trustProxy: options.trustProxy ? (_address, hop) => hop < 1 : false,
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 100 },
    rewriteUrl: (request) => splitLanguage(request.url ?? '/').url,
  })
  const cache = makePageCache()
  const doors: Doors = { deps, limits: makeLimits(deps.db, deps.vault), cache }
  const safe = headersOf(helmet(securityHeaders(options.hsts)))
  app.addHook('onRequest', async (_request, reply) => {
    reply.headers(safe)
  })
  // For officers on slow lines; cached pages bring their own encodings.
  await app.register(compress, { threshold: 1024, encodings: ['gzip', 'identity'] })
  await app.register(cookie)
  await app.register(formbody, { bodyLimit })
  app.addHook('onRequest', async (request, reply) => {
    if (request.method !== 'GET') return
    const page = cache.find(request.originalUrl, Date.now())
    if (page) return sendCached(page, request, reply)
  })
  watch(app, deps.db)
  // Before the routes: those that exist when a part is registered have their handlers for good.
  nameFailures(app, deps)
  for (const route of routes) if (!bringsFiles(route)) mount(app, route, doors)
  mountFormPages(app, routes, deps)
  await withUploads(app, (scope) => {
    for (const route of routes.filter(bringsFiles)) mountSubmit(scope, route, doors)
  })
  return { app, cache }
}

const bringsFiles = (route: Route): route is SubmitRoute =>
  route.door === 'page' && route.method === 'post' && route.uploads !== undefined

function mount(app: FastifyInstance, route: Route, doors: Doors): void {
  if (route.door === 'api') mountApi(app, route, doors)
  else if (route.method === 'get') mountShow(app, route, doors)
  else mountSubmit(app, route, doors)
}

/** What helmet would set on every answer, asked of it once: they never differ. */
function headersOf(setHeaders: ReturnType<typeof helmet>): Readonly<Record<string, string>> {
  const headers: Record<string, string> = {}
  const answer = {
    setHeader: (name: string, value: string) => {
      headers[name.toLowerCase()] = value
    },
    removeHeader: () => {},
  }
  setHeaders({} as IncomingMessage, answer as unknown as ServerResponse, (error) => {
    if (error) throw error
  })
  return headers
}

const securityHeaders = (hsts: boolean) => ({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'none'"],
      styleSrc: ["'self'"],
      scriptSrc: ["'self'"],
      fontSrc: ["'self'"],
      imgSrc: ["'self'", 'data:'],
      // A recording is heard on the page before it is sent.
      mediaSrc: ["'self'", 'blob:'],
      connectSrc: ["'self'"],
      manifestSrc: ["'self'"],
      formAction: ["'self'"],
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
    },
  },
  // With `no-referrer` browsers send `Origin: null` with our own forms, and those that know no
  // Sec-Fetch-Site, or come without TLS, could send none: same-site.ts.
  referrerPolicy: { policy: 'same-origin' as const },
  hsts: hsts ? { maxAge: 31_536_000, includeSubDomains: true } : false,
})

/** Unknown addresses and bugs: a page in the reader's language; a bug with a number that is in the log. */
function nameFailures(app: FastifyInstance, deps: HttpDeps): void {
  const nobody: Identity = { actor: publicActor, name: null, scopes: null }
  const isApi = (request: FastifyRequest) => request.url.startsWith('/api/')
  app.setNotFoundHandler((request, reply) => {
    const { visit } = makeVisit(deps, { request, reply, actor: publicActor })
    reply.header('cache-control', 'no-store')
    if (isApi(request)) return sendProblem(reply, problem('not-found', visit.reader))
    return send({ kind: 'not-found' }, { request, reply, deps, identity: nobody, visit })
  })
  app.setErrorHandler((error, request, reply) => {
    if (error instanceof HungUpError) return reply.hijack()
    const { visit } = makeVisit(deps, { request, reply, actor: publicActor })
    const status = statusOf(error)
    reply.header('cache-control', 'no-store')
    const code = status === 413 ? 'too-large' : 'not-understood'
    if (status < 500 && isApi(request))
      return sendProblem(reply, problem(code, visit.reader, { status }))
    if (status >= 500) request.log.error({ err: error, reference: request.id }, 'a request failed')
    if (isApi(request))
      return sendProblem(reply, problem('failed', visit.reader, { reference: request.id }))
    const body = deps.errorPages.failed(request.id, sentForm(request))
    return send({ kind: 'page', body, status }, { request, reply, deps, identity: nobody, visit })
  })
}

function statusOf(error: unknown): number {
  const status = (error as { statusCode?: unknown }).statusCode
  return typeof status === 'number' && status >= 400 && status < 500 ? status : 500
}
