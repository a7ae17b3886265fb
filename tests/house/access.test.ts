import { beforeAll, expect, it } from 'vitest'
import type { Route } from '../../src/platform/http/route.ts'
import { useApp } from '../support/app.ts'
import { demonstrationNow, useDemonstration } from '../support/demonstration.ts'
import { fromOurPages, signInAs, tokenFor } from '../support/sign-in.ts'
import { addressOf, type Samples, sampleIds } from './addresses.ts'
import { allRoutes } from './all-routes.ts'

const { app, owner } = useApp({ database: useDemonstration(), now: demonstrationNow })

/** One person of every role, and nobody. */
const personas = [
  'public',
  'clerk',
  'counsellor',
  'officer',
  'head',
  'licensing',
  'licensing-head',
  'admin',
] as const
type Persona = (typeof personas)[number]

let samples: Samples
beforeAll(async () => {
  samples = await sampleIds(owner)
})

/** In: the page, or what the form or the action itself has to say. */
const outcomes: Readonly<Record<number, string>> = { 401: 'sign-in', 403: 'no', 404: 'hidden' }

async function knock(route: Route, persona: Persona): Promise<string> {
  const answer = await app().inject({
    method: route.method === 'get' ? 'GET' : 'POST',
    url: addressOf(route, samples),
    headers: await headersOf(route, persona),
    ...(route.method === 'post' ? { payload: '' } : {}),
  })
  const { statusCode, headers } = answer
  if (statusCode >= 500) return `broken ${statusCode}`
  if (String(headers.location).includes('/sign-in?next=')) return 'sign-in'
  return outcomes[statusCode] ?? 'in'
}

async function headersOf(route: Route, persona: Persona) {
  if (route.door === 'api') {
    const known = persona === 'public' ? {} : { authorization: `Bearer ${await token(persona)}` }
    const key = { 'idempotency-key': `${persona}-${route.path}`.replace(/\W/g, '-') }
    return { ...known, ...(route.method === 'post' ? key : {}) }
  }
  const form = { ...fromOurPages, 'content-type': 'application/x-www-form-urlencoded' }
  // A session of its own for every knock: some of them end it.
  const known = persona === 'public' ? {} : { cookie: await signInAs(app(), persona) }
  return { ...known, ...(route.method === 'post' ? form : {}) }
}

const tokens = new Map<Persona, Promise<string>>()
function token(persona: Persona): Promise<string> {
  const made = tokens.get(persona) ?? tokenFor(owner, persona, demonstrationNow)
  tokens.set(persona, made)
  return made
}

it('lets everybody in where they belong, and nobody anywhere else', async () => {
  const rows: string[][] = [['', ...personas]]
  for (const route of allRoutes) {
    const found: string[] = []
    for (const persona of personas) found.push(await knock(route, persona))
    rows.push([`${route.method.toUpperCase().padEnd(4)} ${route.path}`, ...found])
  }

  await expect(asTable(rows)).toMatchFileSnapshot('access.txt')
})

function asTable(rows: readonly string[][]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  )
  return rows
    .map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '))
    .map((line) => `${line.trimEnd()}\n`)
    .join('')
}
