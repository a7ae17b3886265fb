import { beforeAll, expect, it } from 'vitest'
import type { Route } from '../../src/platform/http/route.ts'
import { routes } from '../../src/routes.ts'
import { useApp } from '../support/app.ts'
import { demonstrationNow, useDemonstration } from '../support/demonstration.ts'
import { signInAs } from '../support/sign-in.ts'
import { addressOf, type Samples, sampleIds } from './addresses.ts'
import { allRoutes } from './all-routes.ts'
import { type Answer, complainant, makeDoors } from './knock.ts'

const test = useApp({ database: useDemonstration(), now: demonstrationNow })
const { owner } = test

/** One person of every role, and nobody. */
const personas = [
  'public',
  complainant,
  'clerk',
  'counsellor',
  'officer',
  'head',
  'caseworker',
  'oversight',
  'licensing',
  'licensing-head',
  'chief',
  'admin',
] as const

const doors = makeDoors(test)
let samples: Samples
beforeAll(async () => {
  samples = await sampleIds(owner)
})

const outcomes: Readonly<Record<number, string>> = { 401: 'sign-in', 403: 'no', 404: 'hidden' }

/** In: the page, or what the form or the action itself has to say; a page that leads on names where. */
function outcomeOf(route: Route, { statusCode, headers }: Answer): string {
  if (statusCode >= 500) return `broken ${statusCode}`
  const to = String(headers.location ?? '')
  if (to.startsWith('/sign-in?next=')) return 'sign-in'
  if (to !== '' && route.method === 'get') return `→ ${withoutIds(to)}`
  return outcomes[statusCode] ?? 'in'
}

const withoutIds = (to: string): string => (to.split('?')[0] ?? '').replace(/[\da-f-]{36}/g, ':id')

it('lets everybody in where they belong, and nobody anywhere else', async () => {
  const lines: string[] = []
  for (const route of allRoutes) {
    const found = new Map<string, string[]>()
    for (const persona of personas) {
      const person = persona === 'public' ? null : persona
      const answer = await doors.knock(route, { person, address: addressOf(route, samples) })
      const outcome = outcomeOf(route, answer)
      found.set(outcome, [...(found.get(outcome) ?? []), persona])
    }
    lines.push(`${route.method.toUpperCase()} ${route.path}`, ...outcomesOf(found))
  }

  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('access.txt')
})

const outcomesOf = (found: ReadonlyMap<string, readonly string[]>): string[] =>
  [...found].map(([outcome, who]) =>
    who.length === personas.length
      ? `    ${outcome}: everybody`
      : `    ${outcome}: ${who.join(', ')}`,
  )

it.each(personas.filter((persona) => !['public', complainant].includes(persona)))(
  'begins on a page that opens: %s',
  async (persona) => {
    const headers = { cookie: await signInAs(test.app(), persona) }
    const { headers: led } = await test.app().inject({ url: routes.work.path, headers })

    const first = await test.app().inject({ url: String(led.location), headers })

    expect(first.statusCode).toBe(200)
  },
)
