import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import { beforeAll } from 'vitest'
import type { Actor } from '../../src/kernel/actor.ts'
import { actorOf } from '../../src/modules/accounts/actions/actor-of.ts'
import { fillDemonstrationPeople } from '../../src/modules/accounts/actions/fill-demonstration-people.ts'
import { loadOffices, type PersonId } from '../../src/modules/accounts/index.ts'
import { addAgency } from '../../src/modules/agencies/index.ts'
import type { AgencyId } from '../../src/modules/agencies/rules/agency.ts'
import type { NewComplaint } from '../../src/modules/complaints/rules/intake.ts'
import { loadComplaintCategories } from '../../src/modules/complaints/store/categories.ts'
import {
  type anEntry,
  aReceivedComplaint,
} from '../../src/modules/complaints/testing/complaints.ts'
import { loadRules } from '../../src/modules/law/index.ts'
import { loadPlaces } from '../../src/modules/places/index.ts'
import { newId } from '../../src/platform/new-id.ts'
import { type TestApp, useApp } from './app.ts'

/** The present moment of these tests: a Friday morning in Phnom Penh. */
const deskNow = new Date('2026-11-20T03:00:00Z')

export type Desk = TestApp & {
  /** Two agencies with a clerk each: `clerk` and `clerk2`. */
  readonly agencies: readonly [AgencyId, AgencyId]
  /** A browser in which this demonstration person has signed in. */
  signedIn(login: string): Promise<DeskBrowser>
  /** The same person for actions that are called without a browser. */
  actor(login: string): Promise<Actor>
  personId(login: string): PersonId
  aComplaint(
    given?: Partial<NewComplaint>,
    entry?: Parameters<typeof anEntry>[0],
  ): ReturnType<typeof aReceivedComplaint>
}

/** The application with the country pack, the demonstration's people and two agencies; no cases. */
export function useComplaintDesk(): Desk {
  const app = useApp({ now: deskNow })
  const agencies = [newId<AgencyId>(), newId<AgencyId>()] as const
  let people: ReadonlyMap<string, PersonId> = new Map()

  beforeAll(async () => {
    people = await app.owner.begin(async (tx) => {
      await loadPlaces(tx)
      await loadRules(tx)
      await loadOffices(tx)
      await loadComplaintCategories(tx)
      for (const [index, id] of agencies.entries()) {
        const names = { km: `ភ្នាក់ងារគំរូ ${index + 1}`, en: `Example Agency ${index + 1}` }
        await addAgency(tx, { id, kind: 'agency', names, isPublic: true })
      }
      return fillDemonstrationPeople(tx, { agencyIds: agencies, now: deskNow, vault: app.vault })
    })
  })

  const personId = (login: string): PersonId => {
    const id = people.get(login)
    if (!id) throw new Error(`nobody signs in as ${login}`)
    return id
  }
  return {
    ...app,
    agencies,
    personId,
    async signedIn(login) {
      const browser = aDeskBrowser(app.app)
      const answer = await browser.post('/sign-in/demonstration', { person: login })
      if (answer.statusCode !== 303) throw new Error(`${login} could not sign in`)
      return browser
    },
    async actor(login) {
      const [row] = await app.owner<{ assignments: never }[]>`
        select current_assignments(${personId(login)}, ${app.clock.now}) as assignments`
      return actorOf(personId(login), row?.assignments ?? ([] as never))
    },
    aComplaint: (given, entry) => aReceivedComplaint(app, given, entry),
  }
}

/** What a page says, without its elements: for sentences that stand in several of them. */
export const textOf = (html: string): string =>
  html
    .replace(/<(style|script)[\s\S]*?<\/\1>/g, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&amp;', '&')
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replace(/\s+/g, ' ')

type Form = Readonly<Record<string, string | readonly string[]>>
export type DeskBrowser = ReturnType<typeof aDeskBrowser>
let addresses = 0

/** Keeps cookies, sends forms from our own pages, and runs no script. */
function aDeskBrowser(app: () => FastifyInstance) {
  addresses += 1
  const ip = `10.9.${addresses >> 8}.${addresses & 255}`
  const cookies = new Map<string, string>()
  const keep = (response: LightMyRequestResponse) => {
    for (const { name, value, maxAge, expires } of response.cookies) {
      const ends = maxAge === 0 || (expires !== undefined && expires.getTime() < 1000)
      if (ends) cookies.delete(name)
      else cookies.set(name, value)
    }
    return response
  }
  const headers = { 'sec-fetch-site': 'same-origin', 'x-forwarded-for': ip }
  const sent = () => ({ headers, cookies: Object.fromEntries(cookies) })
  return {
    cookies,
    get: async (url: string) => keep(await app().inject({ url, ...sent() })),
    post: async (url: string, form: Form = {}) =>
      keep(
        await app().inject({
          ...{ method: 'POST', url, cookies: Object.fromEntries(cookies) },
          headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
          payload: new URLSearchParams(
            Object.entries(form).flatMap(([name, value]) =>
              [value].flat().map((one): [string, string] => [name, one]),
            ),
          ).toString(),
        }),
      ),
  }
}

/** Whether a page says this anywhere: a failing test then prints one word, not a page. */
export const says = (html: string, text: string): boolean => html.includes(text)
