import { beforeAll, describe, expect, it } from 'vitest'
import type { Route } from '../../src/platform/http/route.ts'
import { useApp } from '../support/app.ts'
import { demonstrationNow, useDemonstration } from '../support/demonstration.ts'
import { allRoutes } from './all-routes.ts'
import { makeDoors } from './knock.ts'

const test = useApp({ database: useDemonstration(), now: demonstrationNow })
const { owner } = test
const doors = makeDoors(test)

/** Every address of one record, by page and by API, with a real id in it. */
const addressesOf = (pattern: RegExp): Route[] =>
  allRoutes.filter(({ path }) => pattern.test(path) && path.includes(':id'))
const withId = ({ path }: Route, id: string): string =>
  path.replace(':id', id).replace(':action', 'register')

async function open(routes: readonly Route[], person: string, id: string): Promise<string[]> {
  const found: string[] = []
  for (const route of routes) {
    const answer = await doors.knock(route, { person, address: withId(route, id) })
    found.push(`${route.method} ${route.path} ${answer.statusCode}`)
  }
  return found
}
const nowhere = '00000000-0000-7000-8000-000000000000'

/** Every list, whole or as a file, that this person may open. */
async function listsOf(person: string, pattern: RegExp): Promise<string> {
  const lists = allRoutes.filter(({ method, path }) => method === 'get' && pattern.test(path))
  const bodies = lists.map(async (route) => {
    const answer = await doors.knock(route, { person, address: route.path })
    return answer.statusCode === 200 ? answer.body : ''
  })
  return (await Promise.all(bodies)).join('\n')
}

describe('a case of another area', () => {
  type Case = { readonly id: string; readonly number: string }
  let own: Case
  let foreign: readonly Case[]
  beforeAll(async () => {
    const cases = await owner<(Case & { area: string })[]>`
      select id, number, area from complaint where area in ('01', '02') order by number`
    foreign = cases.filter(({ area }) => area === '02')
    own = cases.find(({ area }) => area === '01') ?? { id: '', number: '' }
  })
  const routes = addressesOf(/^\/(work|api\/v1)\/complaints\/:id/)

  it('answers an officer of this one as if there were no such case, at every address', async () => {
    const answers = await open(routes, 'officer-bmc', foreign[0]?.id ?? '')

    expect(answers[0]).toBe('get /work/complaints/:id 404')
    expect(routes.length).toBeGreaterThan(5)
    expect(answers).toEqual(await open(routes, 'officer-bmc', nowhere))
  })

  it('is as open as any to an officer of its own area', async () => {
    const [first] = await open(routes, 'officer-bmc', own.id)

    expect(first).toMatch(/ 200$/)
  })

  it('stands in no list and no export', async () => {
    const lists = await listsOf('officer-bmc', /^\/(work|api\/v1)\/complaints(\/export)?$/)

    expect(lists).toMatch(/\d\d-\d{7}-\d/)
    expect(
      foreign.filter(({ id, number }) => lists.includes(id) || lists.includes(number)),
    ).toEqual([])
  })
})

describe('a question to another agency', () => {
  let foreign: readonly string[]
  let ownFirst: string
  beforeAll(async () => {
    const rows = await owner<{ id: string; login: string }[]>`
      select q.id, p.login from agency_inquiry q
      join assignment a on a.agency_id = q.agency_id join person p on p.id = a.person_id
      where p.login in ('clerk', 'clerk2') order by q.id`
    foreign = rows.filter(({ login }) => login === 'clerk').map(({ id }) => id)
    ownFirst = rows.find(({ login }) => login === 'clerk2')?.id ?? ''
  })
  const routes = addressesOf(/^\/(agency|api\/v1)\/inquiries\/:id/)

  it('answers a clerk of this one as if there were no such question, at every address', async () => {
    const answers = await open(routes, 'clerk2', foreign[0] ?? '')

    expect(answers[0]).toBe('get /agency/inquiries/:id 404')
    expect(routes.length).toBeGreaterThan(2)
    expect(answers).toEqual(await open(routes, 'clerk2', nowhere))
  })

  it('stands in no list', async () => {
    const lists = await listsOf('clerk2', /^\/(agency|api\/v1)\/inquiries$/)

    expect(lists).toContain(ownFirst)
    expect(foreign.filter((id) => lists.includes(id))).toEqual([])
  })

  it('and the case behind it are hidden from clerks altogether', async () => {
    const [row] = await owner<{ id: string }[]>`
      select complaint_id as id from agency_inquiry where id = ${ownFirst}`
    const cases = addressesOf(/^\/(work|api\/v1)\/complaints\/:id/)

    const answers = await open(cases, 'clerk2', row?.id ?? '')

    expect(answers.filter((answer) => !/ 40[34]$/.test(answer))).toEqual([])
  })
})
