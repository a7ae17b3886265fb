import type { FastifyInstance } from 'fastify'
import { apiScopes, issueToken } from '../../src/modules/accounts/index.ts'
import type { Db } from '../../src/platform/db.ts'
import { routes } from '../../src/routes.ts'

/** What a browser of our own pages sends with a form. */
export const fromOurPages = { 'sec-fetch-site': 'same-origin' } as const

/** Signs in as a person of the demonstration; returns the Cookie header of that browser. */
export async function signInAs(app: FastifyInstance, person: string): Promise<string> {
  const answer = await app.inject({
    method: 'POST',
    url: routes.demonstrationSignIn.path,
    headers: { ...fromOurPages, 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ person }).toString(),
  })
  if (answer.statusCode !== 303)
    throw new Error(`${person} could not sign in: ${answer.statusCode}`)
  return answer.cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
}

/** An API token of a person of the demonstration, with every scope. */
export async function tokenFor(owner: Db, login: string, now: Date): Promise<string> {
  const token = await owner.begin((tx) =>
    issueToken(tx, { login, label: 'test', scopes: apiScopes, days: 1, now }),
  )
  if (!token.ok) throw new Error(`${login} got no token: ${token.refusal}`)
  return token.value
}
