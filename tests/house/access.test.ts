import { beforeAll, expect, it } from 'vitest'
import type { Route } from '../../src/platform/http/route.ts'
import { useApp } from '../support/app.ts'
import { demonstrationNow, useDemonstration } from '../support/demonstration.ts'
import { addressOf, type Samples, sampleIds } from './addresses.ts'
import { allRoutes } from './all-routes.ts'
import { type Answer, makeDoors } from './knock.ts'

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

const doors = makeDoors(app, owner)
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
  const rows: string[][] = [['', ...personas]]
  for (const route of allRoutes) {
    const found: string[] = []
    for (const persona of personas) {
      const person = persona === 'public' ? null : persona
      const answer = await doors.knock(route, { person, address: addressOf(route, samples) })
      found.push(outcomeOf(route, answer))
    }
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
