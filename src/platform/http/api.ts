import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import { publicActor } from '../../kernel/actor.ts'
import { ok, type Result, refuse } from '../../kernel/result.ts'
import { readAs, type Tx, transact } from '../db.ts'
import { networkOf } from '../network.ts'
import { fieldErrors } from './form.ts'
import { expectSomebody } from './hung-up.ts'
import { admits, type Doors, identify, keepLooks, sendCached } from './pages.ts'
import { type Problem, problem } from './problem.ts'
import type { ApiRefusal, ApiRoute, Visit } from './route.ts'
import { claimSubmission, keepOutcome } from './submissions.ts'
import { makeVisit } from './visit.ts'

/** Mounts one address of /api/v1: token or session, scope, zod, the same action, JSON. */
export function mountApi(app: FastifyInstance, route: ApiRoute, doors: Doors): void {
  app.route({
    method: route.method === 'get' ? 'GET' : 'POST',
    url: route.path,
    handler: (request, reply) => answer(route, doors, { request, reply }),
  })
}

type Wire = { readonly request: FastifyRequest; readonly reply: FastifyReply }

/** Public facts, the same for everybody: kept in memory like a cached page, without asking who. */
async function answerCached(route: ApiRoute, { deps, cache }: Doors, wire: Wire) {
  const { visit } = makeVisit(deps, { ...wire, actor: publicActor })
  const input = parseInput(route, visit)
  if (!input.ok) return sendProblem(wire.reply, input.refusal)
  const asOf = cache.changes()
  const done = await readAs(deps.db, publicActor, async (tx) => {
    expectSomebody(wire.request)
    return route.handle(visit, tx, input.value)
  })
  if (!done.ok) return sendProblem(wire.reply, problemOf(done.refusal, visit))
  const kept = { text: JSON.stringify(done.value), type: json, now: visit.now.getTime(), asOf }
  return sendCached(cache.keep(wire.request.originalUrl, kept), wire.request, wire.reply)
}
const json = 'application/json; charset=utf-8'

async function answer(route: ApiRoute, doors: Doors, wire: Wire) {
  if (route.cached) return answerCached(route, doors, wire)
  const { deps } = doors
  const identity = await identify(deps, wire.request, route)
  const { visit: made, looks } = makeVisit(deps, { ...wire, actor: identity.actor })
  // A program is known by its token alone, whatever its browser has beside it.
  const visit = identity.scopes === null ? made : { ...made, cookies: {} }
  wire.reply.header('cache-control', 'no-store')
  const refused = await refuseAtTheDoor(route, doors, { wire, visit, scopes: identity.scopes })
  if (refused) return sendProblem(wire.reply, refused)
  const input = parseInput(route, visit)
  if (!input.ok) return sendProblem(wire.reply, input.refusal)
  const done = await carryOut(route, doors, { visit, wire, input: input.value })
  await keepLooks(doors, identity.actor, looks)
  if (!done.ok) return sendProblem(wire.reply, problemOf(done.refusal, visit))
  return wire.reply.code(route.method === 'post' ? 201 : 200).send(done.value)
}

async function refuseAtTheDoor(
  route: ApiRoute,
  doors: Doors,
  { wire, visit, scopes }: { wire: Wire; visit: Visit; scopes: readonly string[] | null },
): Promise<Problem | null> {
  if (!admits(route, visit.actor))
    return problem(visit.actor.kind === 'public' ? 'not-signed-in' : 'not-your-role', visit.reader)
  if (route.scope && scopes && !scopes.includes(route.scope))
    return problem('no-such-scope', visit.reader)
  // Another key than ours would count for nothing, and a second try would be a second complaint.
  if (route.method === 'post' && wire.request.headers['idempotency-key'] !== visit.submission)
    return problem('no-idempotency-key', visit.reader)
  // A cookie alone does not open the API for writing: another site could make a browser send it.
  if (route.method === 'post' && scopes === null && visit.actor.kind === 'person')
    return problem('not-signed-in', visit.reader)
  const wait = route.limit ? await doors.limits.consume(route.limit, networkOf(visit.ip)) : 0
  if (wait > 0) wire.reply.header('retry-after', wait)
  return wait > 0 ? problem('slow-down', visit.reader) : null
}

type Parsed = { readonly body: unknown; readonly query: unknown }

function parseInput(route: ApiRoute, visit: Visit): Result<Parsed, Problem> {
  const body = parse(route.body, visit.form, visit)
  if (!body.ok) return body
  const query = parse(route.query, visit.query, visit)
  if (!query.ok) return query
  return ok({ body: body.value, query: query.value })
}

function parse(
  schema: z.ZodType | undefined,
  value: unknown,
  visit: Visit,
): Result<unknown, Problem> {
  if (!schema) return ok(undefined)
  const parsed = schema.safeParse(value)
  return parsed.success ? ok(parsed.data) : refuse(problemOf(fieldErrors(parsed.error), visit))
}

function problemOf(refusal: ApiRefusal, { reader }: Visit): Problem {
  if (typeof refusal === 'string') return problem(refusal, reader)
  const errors = Object.entries(refusal).map(([field, { key, values }]) => ({
    field,
    code: key,
    message: reader.t(key, values),
  }))
  return problem('form-not-complete', reader, { errors })
}

async function carryOut(
  route: ApiRoute,
  { deps }: Doors,
  { visit, input, wire }: { visit: Visit; input: Parsed; wire: Wire },
): Promise<Result<unknown, ApiRefusal>> {
  const handle = (tx: Tx) => route.handle(visit, tx, input)
  if (route.method === 'get')
    return readAs(deps.db, visit.actor, async (tx) => {
      expectSomebody(wire.request)
      return handle(tx)
    })
  const content = `${wire.request.url}\0${JSON.stringify(visit.form)}`
  const claim = { actorId: visit.actor.id, submission: visit.submission, content }
  return transact(deps.db, visit.actor, async (tx) => {
    const claimed = await claimSubmission(tx, deps.vault, claim)
    if (!claimed.first) return ok(claimed.outcome)
    const result = await handle(tx)
    if (result.ok) await keepOutcome(tx, deps.vault, { ...claim, outcome: result.value })
    return result
  })
}

export const sendProblem = (reply: FastifyReply, found: Problem) =>
  reply
    .code(found.status)
    .header('vary', 'accept-language')
    .type('application/problem+json')
    .send(found)
