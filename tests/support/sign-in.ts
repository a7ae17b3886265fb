import type { FastifyInstance } from 'fastify'
import { apiScopes, issueToken } from '../../src/modules/accounts/index.ts'
import type { Db } from '../../src/platform/db.ts'

/** What a browser says of a form that one of our own pages sent. */
export const fromOurPages = { 'sec-fetch-site': 'same-origin' } as const

/** Signs in as this demonstration person; returns the cookie header of the new session. */
export async function signInAs(app: FastifyInstance, person: string): Promise<string> {
  const answer = await app.inject({
    method: 'POST',
    url: '/sign-in/demonstration',
    headers: { ...fromOurPages, 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ person }).toString(),
  })
  const session = answer.cookies.find(({ name }) => name === 's')
  if (!session) throw new Error(`${person} could not sign in: ${answer.statusCode}`)
  return `s=${session.value}`
}

/** An API token of this demonstration person, with every scope. */
export async function tokenFor(owner: Db, login: string, now: Date): Promise<string> {
  const order = { login, label: 'test', scopes: apiScopes, days: 7, now }
  const made = await owner.begin((tx) => issueToken(tx, order))
  if (!made.ok) throw new Error(`${login} has no token: ${made.refusal}`)
  return made.value
}
