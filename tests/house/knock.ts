import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import type { Db } from '../../src/platform/db.ts'
import type { Route } from '../../src/platform/http/route.ts'
import { demonstrationNow } from '../support/demonstration.ts'
import { fromOurPages, signInAs, tokenFor } from '../support/sign-in.ts'

export type Doors = {
  /** What happens when this person comes to this route at this address; no name is nobody. */
  knock(route: Route, at: { person: string | null; address: string }): Promise<Answer>
}
export type Answer = Awaited<ReturnType<FastifyInstance['inject']>>

/** Comes to every route as its own visitors do: pages with a session, the API with a token. */
export function makeDoors(app: () => FastifyInstance, owner: Db): Doors {
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
    // A session of its own for every knock: some of them end it.
    const cookie = person ? { cookie: await signInAs(app(), person) } : {}
    return { ...cookie, ...(isWrite ? form : {}) }
  }
  const bearer = async (person: string | null) =>
    person ? { authorization: `Bearer ${await tokenOf(person)}` } : {}
  return {
    async knock(route, { person, address }) {
      const headers = await headersFor(route, person)
      return route.method === 'post'
        ? app().inject({ method: 'POST', url: address, headers, payload: '' })
        : app().inject({ method: 'GET', url: address, headers })
    },
  }
}

const form = { ...fromOurPages, 'content-type': 'application/x-www-form-urlencoded' }
