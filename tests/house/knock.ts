import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { listKnownReceipts } from '../../src/modules/complaints/index.ts'
import type { Route } from '../../src/platform/http/route.ts'
import { routes } from '../../src/routes.ts'
import type { TestApp } from '../support/app.ts'
import { demonstrationNow } from '../support/demonstration.ts'
import { fromOurPages, signInAs, tokenFor } from '../support/sign-in.ts'

export type Doors = {
  /** What happens when this person comes to this route at this address; no name is nobody. */
  knock(route: Route, at: { person: string | null; address: string }): Promise<Answer>
}
export type Answer = Awaited<ReturnType<FastifyInstance['inject']>>

/** Comes to every route as its own visitors do: pages with a session, the API with a token. */
export function makeDoors({ app, owner, vault }: TestApp): Doors {
  const tokens = new Map<string, Promise<string>>()
  const tokenOf = (person: string) => {
    const made = tokens.get(person) ?? tokenFor(owner, person, demonstrationNow)
    tokens.set(person, made)
    return made
  }
  const headersFor = async (route: Route, person: string | null) => {
    const isWrite = route.method === 'post'
    if (route.door === 'api')
      return { ...(await bearer(person)), ...(isWrite ? { 'idempotency-key': randomUUID() } : {}) }
    // A session of its own for a form that may end or change it; otherwise one for all doors.
    const cookie = person ? { cookie: await sessionOf(person, route) } : {}
    return { ...cookie, ...(isWrite ? form : {}) }
  }
  const bearer = async (person: string | null) =>
    person && person !== complainant ? { authorization: `Bearer ${await tokenOf(person)}` } : {}
  const lookers = new Map<string, Promise<string>>()
  const lookerOf = (person: string) => {
    const session = lookers.get(person) ?? signInAs(app(), person)
    lookers.set(person, session)
    return session
  }
  // A receipt opens some twenty times in ten minutes: anew only where a session is used or ended.
  let opened: Promise<string> | null = null
  const sessionOf = (person: string, route: Route) => {
    if (person !== complainant) return mayEndIt(route) ? signInAs(app(), person) : lookerOf(person)
    if (!opened || route.path.startsWith('/follow')) opened = openReceipt()
    return opened
  }
  const openReceipt = async () => {
    const [receipt] = await listKnownReceipts(owner, vault)
    const { number = '', secret = '' } = receipt ?? {}
    const answer = await app().inject({
      method: 'POST',
      url: routes.follow.path,
      headers: form,
      payload: new URLSearchParams({ number, secret }).toString(),
    })
    return answer.cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  }
  return {
    async knock(route, { person, address }) {
      const headers = await headersFor(route, person)
      return route.method === 'post'
        ? app().inject({ method: 'POST', url: address, headers, payload: '' })
        : app().inject({ method: 'GET', url: address, headers })
    },
  }
}

/** Somebody with a receipt of the demonstration. */
export const complainant = 'complainant'

const form = { ...fromOurPages, 'content-type': 'application/x-www-form-urlencoded' }

const mayEndIt = ({ method, path }: Route): boolean =>
  method === 'post' && /^\/(account|sign-|work\/(delegations|people|access-review))/.test(path)
