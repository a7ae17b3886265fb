import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import type { InjectOptions } from 'fastify'
import { beforeAll, expect, it } from 'vitest'
import type { Route } from '../../src/platform/http/route.ts'
import { allRoutes } from '../house/all-routes.ts'
import { useApp } from '../support/app.ts'
import { useDemonstration } from '../support/demonstration.ts'
import { fromOurPages, signInAs, tokenFor } from '../support/sign-in.ts'

const personas = ['officer', 'head', 'counsellor', 'clerk', 'licensing-head', 'admin'] as const
const cookies = new Map<string, string>()
const tokens = new Map<string, string>()
let ids: readonly string[] = []

/** What people and attackers type: each has broken some form somewhere. */
const nasty = fc.constantFrom(
  '',
  ' ',
  '0',
  '-1',
  '1e309',
  '១២៣៤',
  '2026-02-30',
  '99999999999999999999',
  'null',
  '\u0000',
  '\u200b\u200d\ufeff',
  '\u202eabc',
  '😀👩‍👩‍👧',
  '<script>alert(1)</script>',
  "'; drop table complaint; --",
  '%',
  '../../etc/passwd',
  'ក'.repeat(3_000),
  'x'.repeat(100_000),
  '{{7*7}}',
  '\ud800',
)
const value = fc.oneof(nasty, fc.string({ unit: 'binary', maxLength: 40 }))
const names = fc.oneof(
  fc.constantFrom('q', 'destination', 'cursor', 'sort', 'state', 'words', 'version', 'submission'),
  fc.constantFrom('openness', 'relation', 'categories', 'paid', 'paid-currency', 'month', 'secret'),
  fc.string({ maxLength: 12 }),
)
const fields = fc.dictionary(names, fc.oneof(value, fc.array(value, { maxLength: 4 })), {
  maxKeys: 8,
})
const json = fc.oneof(fc.jsonValue(), fields)

type Attempt = {
  readonly persona: string | null
  readonly params: readonly string[]
  readonly fields: Readonly<Record<string, string | readonly string[]>>
  readonly json: unknown
}

const attempts: fc.Arbitrary<Attempt> = fc.record({
  persona: fc.option(fc.constantFrom(...personas)),
  params: fc.array(
    fc.oneof(
      value,
      fc.nat(15).map((n) => ids[n] ?? randomUUID()),
    ),
    {
      minLength: 3,
      maxLength: 3,
    },
  ),
  fields,
  json,
})

function requestOf(route: Route, attempt: Attempt): InjectOptions {
  let next = 0
  const fill = () => encodeURIComponent(wellFormed(attempt.params[next++]))
  const path = route.path.replace(/:\w+/g, fill)
  const text = new URLSearchParams(pairs(attempt.fields)).toString()
  const at = { method: route.method === 'get' ? 'GET' : 'POST', url: path } as const
  return route.door === 'api' ? toProgram(at, attempt, text) : toBrowser(at, attempt, text)
}

type At = { readonly method: 'GET' | 'POST'; readonly url: string }

function toProgram({ method, url }: At, { persona, json }: Attempt, query: string): InjectOptions {
  const token = persona ? { authorization: `Bearer ${tokens.get(persona)}` } : {}
  const headers = { ...token, 'idempotency-key': randomUUID() }
  if (method === 'GET') return { method, url: `${url}?${query}`, headers }
  const type = { 'content-type': 'application/json' }
  return { method, url, headers: { ...headers, ...type }, payload: JSON.stringify(json) }
}

function toBrowser({ method, url }: At, { persona }: Attempt, text: string): InjectOptions {
  const headers = { ...fromOurPages, ...(persona ? { cookie: cookies.get(persona) ?? '' } : {}) }
  if (method === 'GET') return { method, url: `${url}?${text}`, headers }
  const type = { 'content-type': 'application/x-www-form-urlencoded' }
  return { method, url, headers: { ...headers, ...type }, payload: text }
}

const wellFormed = (text = ''): string => (text.slice(0, 90) || 'x').toWellFormed()
const pairs = (given: Attempt['fields']): [string, string][] =>
  Object.entries(given).flatMap(([name, one]) =>
    [one].flat().map((text): [string, string] => [name.toWellFormed(), text.toWellFormed()]),
  )

// Signing out would end the sessions that the other attempts use.
const fuzzed = allRoutes.filter(({ path }) => !path.startsWith('/sign-out'))

/** Whatever is sent to an address, it answers without breaking; two files do this side by side. */
export function fuzz(method: Route['method']): void {
  const { app, clock, owner } = useApp({ database: useDemonstration() })
  beforeAll(async () => {
    for (const persona of personas) {
      cookies.set(persona, await signInAs(app(), persona))
      tokens.set(persona, await tokenFor(owner, persona, clock.now))
    }
    const rows = await owner`
      (select id from complaint limit 4) union all (select id from agency_inquiry limit 4)
      union all (select id from agency limit 4) union all (select id from licence limit 4)`
    ids = rows.map(({ id }) => String(id))
  })

  const addresses = fuzzed.filter((route) => route.method === method)
  it.each(addresses.map((route) => [`${method.toUpperCase()} ${route.path}`, route] as const))(
    '%s answers without breaking, whatever is sent',
    async (_name, route) => {
      await fc.assert(
        fc.asyncProperty(attempts, async (attempt) => {
          const answer = await app().inject(requestOf(route, attempt))
          expect(answer.statusCode, answer.body.slice(0, 300)).toBeLessThan(500)
          expect(answer.body).not.toMatch(/node_modules|at async |PostgresError/)
        }),
        { numRuns: 60 },
      )
    },
    120_000,
  )
}
