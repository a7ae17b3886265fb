import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type Actor, publicActor } from '../../kernel/actor.ts'
import { ok } from '../../kernel/result.ts'
import { readAs, transact } from '../db.ts'
import { recordLook } from '../events/audit.ts'
import { draw, send } from './draw.ts'
import { expectSomebody } from './hung-up.ts'
import { keepTyped } from './kept-form.ts'
import type { Limits } from './limits.ts'
import type { Encoding, PageCache } from './page-cache.ts'
import {
  type HttpDeps,
  type Identity,
  type Reply,
  redirect,
  type ShowRoute,
  type SubmitRoute,
  type Visit,
} from './route.ts'
import { isSameSite } from './same-site.ts'
import { sentForm } from './sent-form.ts'
import { claimSubmission, keepOutcome } from './submissions.ts'
import { countLook, countTry, isMissing } from './tries.ts'
import { readParts } from './uploads.ts'
import { type Looks, makeVisit } from './visit.ts'

export type Doors = { readonly deps: HttpDeps; readonly limits: Limits; readonly cache: PageCache }

/** Mounts a page that is shown: identity, access, one reading transaction, HTML. */
export function mountShow(app: FastifyInstance, route: ShowRoute, doors: Doors): void {
  app.get(route.path, async (request, reply) => {
    const { deps } = doors
    expectSomebody(request)
    if (route.cached) return showCached(request, reply, { route, doors })
    const identity = await identify(deps, request, route)
    const { visit, looks } = makeVisit(deps, { request, reply, actor: identity.actor })
    reply.header('cache-control', 'no-store')
    if (!admits(route, identity.actor))
      return refuseEntry({ request, reply, doors, identity, visit, route })
    const { wait, giveBack } = await countLook(route, doors, visit)
    const at = { request, reply, deps, identity, visit }
    if (wait > 0) {
      reply.header('retry-after', wait)
      return send(slowDown(deps, request, wait), at)
    }
    const answer = await readAs(deps.db, identity.actor, async (tx) => {
      expectSomebody(request)
      return route.show(visit, tx)
    })
    if (!isMissing(answer)) await giveBack()
    await keepLooks(doors, identity.actor, looks)
    expectSomebody(request)
    return send(answer, at)
  })
}

async function showCached(
  request: FastifyRequest,
  reply: FastifyReply,
  { route, doors }: { route: ShowRoute; doors: Doors },
) {
  const { deps, cache } = doors
  const nobody: Identity = { actor: publicActor, name: null, scopes: null }
  const { visit } = makeVisit(deps, { request, reply, actor: publicActor })
  const asOf = cache.changes()
  const answer = await readAs(deps.db, publicActor, async (tx) => {
    expectSomebody(request)
    return route.show(visit, tx)
  })
  expectSomebody(request)
  const cacheable = answer.kind === 'page' && (answer.status ?? 200) === 200
  if (!cacheable) {
    reply.header('cache-control', 'no-store')
    return send(answer, { request, reply, deps, identity: nobody, visit })
  }
  const page = draw(answer.body, { request, deps, identity: nobody, visit }, (text) =>
    cache.keep(request.originalUrl, { text, type: html, now: visit.now.getTime(), asOf }),
  )
  return sendCached(page, request, reply)
}

/** Mounts a form: same site, identity, access, limit, one transaction, 303 or the form again. */
export function mountSubmit(app: FastifyInstance, route: SubmitRoute, doors: Doors): void {
  app.post(route.path, async (request, reply) => {
    const { deps } = doors
    reply.header('cache-control', 'no-store')
    if (route.uploads && isSameSite(request)) await readParts(request, route.uploads)
    const identity = await identify(deps, request, route)
    const { visit, looks } = makeVisit(deps, { request, reply, actor: identity.actor })
    const at = { request, reply, deps, identity, visit }
    if (!isSameSite(request)) return send(notAllowed(deps), at)
    if (!admits(route, identity.actor)) return refuseEntry({ ...at, doors, route })
    const { wait, giveBack } = await countTry(route, doors, visit)
    if (wait > 0) {
      reply.header('retry-after', wait)
      return send(route.slowed?.(visit, wait) ?? slowDown(deps, request, wait), at)
    }
    const { done, answer } = await carryOut(deps, { route, visit })
    if (done) await giveBack()
    await keepLooks(doors, identity.actor, looks)
    return send(answer, at)
  })
}

const slowDown = (deps: HttpDeps, request: FastifyRequest, wait: number): Reply => ({
  kind: 'page',
  body: deps.errorPages.slowDown(wait, sentForm(request)),
  status: 429,
})

type KeptOutcome = { readonly to: string }

async function carryOut(
  deps: HttpDeps,
  { route, visit }: { route: SubmitRoute; visit: Visit },
): Promise<{ done: boolean; answer: Reply }> {
  const claim = { actorId: visit.actor.id, submission: visit.submission }
  const done = await transact<Reply, unknown>(deps.db, visit.actor, async (tx) => {
    if (visit.submission !== '') {
      const claimed = await claimSubmission<KeptOutcome>(tx, deps.vault, claim)
      if (!claimed.first) return ok(redirect(claimed.outcome.to))
    }
    const result = await route.submit(visit, tx)
    if (result.ok && result.value.kind === 'redirect' && visit.submission !== '')
      await keepOutcome(tx, deps.vault, { ...claim, outcome: { to: result.value.to } })
    return result
  })
  if (done.ok) return { done: true, answer: done.value }
  const again = await readAs(deps.db, visit.actor, (tx) => route.refused(visit, tx, done.refusal))
  const answer = again.kind === 'page' ? { ...again, status: again.status ?? 422 } : again
  return { done: false, answer }
}

export const identify = (
  deps: HttpDeps,
  request: FastifyRequest,
  route: { readonly access: HttpAccess; readonly door: 'page' | 'api' },
): Promise<Identity> =>
  deps.identify(deps.db, {
    cookies: request.cookies,
    // Pages check no scope, so a token opens none of them.
    bearer: route.door === 'api' ? bearerOf(request) : null,
    access: route.access,
    now: deps.now(),
  })
type HttpAccess = ShowRoute['access']

const bearerOf = (request: FastifyRequest): string | null =>
  /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1] ?? null

export const admits = (route: { readonly access: HttpAccess }, actor: Actor): boolean =>
  route.access.includes('public') || route.access.some((role) => actor.roles.includes(role))

const notAllowed = (deps: HttpDeps): Reply => ({
  kind: 'page',
  body: deps.errorPages.notAllowed(),
  status: 403,
})

/** Nobody signed in: to the sign-in page, with what was typed kept. Otherwise: not allowed. */
function refuseEntry(at: {
  request: FastifyRequest
  reply: FastifyReply
  doors: Doors
  identity: Identity
  visit: Visit
  route: { readonly access: HttpAccess }
}) {
  const { deps } = at.doors
  const sendAt = { ...at, deps }
  if (at.identity.actor.kind !== 'public') return send(notAllowed(deps), sendAt)
  const path = at.request.url
  // Whoever follows a case has no account: number and secret open it again.
  if (at.route.access.includes('complainant')) return send(redirect('/follow'), sendAt)
  if (at.request.method === 'GET')
    return send(redirect(`/sign-in?next=${encodeURIComponent(path)}`), sendAt)
  const body = deps.errorPages.signInAgain(keepTyped(deps.vault, path, at.visit), path)
  return send({ kind: 'page', body, status: 401 }, sendAt)
}

export async function keepLooks(doors: Doors, actor: Actor, looks: Looks): Promise<void> {
  for (const look of looks) await recordLook(doors.deps.db, actor, look)
}

const html = 'text/html; charset=utf-8'

/** Bytes from memory, in the encoding that the browser takes, or 304. */
export function sendCached(
  page: ReturnType<PageCache['keep']>,
  request: FastifyRequest,
  reply: FastifyReply,
) {
  reply
    .header('etag', page.etag)
    .header('cache-control', 'public, max-age=60')
    .header('vary', 'accept-encoding')
    .type(page.type)
  if (request.headers['if-none-match'] === page.etag) return reply.code(304).send()
  const encoding = encodingOf(request)
  if (encoding !== 'plain') reply.header('content-encoding', encoding)
  return reply.send(page.bytes(encoding))
}

function encodingOf(request: FastifyRequest): Encoding {
  const accepted = String(request.headers['accept-encoding'] ?? '')
  if (accepted.includes('br')) return 'br'
  return accepted.includes('gzip') ? 'gzip' : 'plain'
}
