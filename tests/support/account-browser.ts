import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import { Secret, TOTP } from 'otpauth'
import { pino } from 'pino'
import { afterAll, beforeAll } from 'vitest'
import { identify } from '../../src/composition/identify.ts'
import { rail } from '../../src/composition/rail.ts'
import { errorPages } from '../../src/error-pages.tsx'
import { dayOf } from '../../src/kernel/days.ts'
import { fillDemonstrationPeople } from '../../src/modules/accounts/actions/fill-demonstration-people.ts'
import { hashPassword } from '../../src/modules/accounts/actions/password-hash.ts'
import { sealSecret } from '../../src/modules/accounts/actions/time-code.ts'
import {
  accountRoutes,
  demonstrationRoutes,
  signingLimit,
} from '../../src/modules/accounts/index.ts'
import type { AssignableRole } from '../../src/modules/accounts/rules/assignment.ts'
import { setPasswordHash, setSecondFactor } from '../../src/modules/accounts/store/credentials.ts'
import { competentOffice } from '../../src/modules/accounts/store/offices.ts'
import { addAssignment, addPerson, type PersonId } from '../../src/modules/accounts/store/people.ts'
import type { Db } from '../../src/platform/db.ts'
import type { Route } from '../../src/platform/http/route.ts'
import { makeServer } from '../../src/platform/http/server.ts'
import { loadMessages } from '../../src/platform/i18n/messages.ts'
import { makeReaders } from '../../src/platform/i18n/reader.ts'
import { newId } from '../../src/platform/new-id.ts'
import { projectRoot } from '../../src/platform/root.ts'
import { makeVault, type Vault } from '../../src/platform/vault/vault.ts'
import { testMasterKey, useDatabase } from './database.ts'
import { testFiles } from './files.ts'

const locales = pathToFileURL(join(projectRoot, 'locales/'))
export const password = 'rain on the tin roof'
const secret = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP'

export type SomebodyNew = {
  readonly role?: AssignableRole | null
  readonly areas?: readonly string[] | null
  readonly from?: string
  readonly to?: string | null
  readonly withCode?: boolean
}

/** The sign-in and these routes alone, on a database with offices and demonstration persons. */
export function useSignIn(routes: readonly Route[] = [], signInWith: string | null = null) {
  const database = useDatabase()
  const vault = makeVault(testMasterKey())
  const clock = { now: new Date('2026-11-23T02:00:00Z') }
  const apps: { demonstration?: FastifyInstance; production?: FastifyInstance } = {}

  const build = async (demonstration: boolean) => {
    const { app } = await makeServer({
      deps: {
        db: database.db,
        vault,
        files: testFiles(),
        now: () => clock.now,
        demonstration,
        secureCookies: !demonstration,
        readers: makeReaders(loadMessages(locales)),
        identify,
        rail,
        errorPages,
        everyForm: [signingLimit],
        signInWith,
      },
      routes: [...accountRoutes, ...(demonstration ? demonstrationRoutes : []), ...routes],
      logger: pino({ level: 'error' }),
      trustProxy: true,
      hsts: !demonstration,
    })
    return app
  }
  beforeAll(async () => {
    const agencyIds = [newId<string>(), newId<string>()]
    const { now } = clock
    await database.owner.begin((tx) => fillDemonstrationPeople(tx, { agencyIds, now, vault }))
    apps.demonstration = await build(true)
    apps.production = await build(false)
  })
  afterAll(() => Promise.all(Object.values(apps).map((app) => app.close())))

  return {
    ...database,
    vault,
    clock,
    later: (seconds: number) => {
      clock.now = new Date(clock.now.getTime() + seconds * 1000)
    },
    /** A browser of its own, somewhere on the net. */
    browser: (at: 'demonstration' | 'production' = 'production', ip = anAddress()) =>
      aBrowser(() => running(at), ip),
    aPerson: (wanted: SomebodyNew = {}) => addTestPerson({ ...database, vault, clock }, wanted),
    signInAs: async (login: string, at = aBrowser(() => running('production'), anAddress())) => {
      await at.post('/en/sign-in', { login, password })
      clock.now = new Date(clock.now.getTime() + 30_000)
      await at.post('/en/sign-in/code', { code: phoneCode(clock.now) })
      return at
    },
    /** The code that the person's phone shows now. */
    code: () => phoneCode(clock.now),
  }

  function running(at: 'demonstration' | 'production'): FastifyInstance {
    const app = apps[at]
    if (!app) throw new Error('the application is built in beforeAll; use it in tests')
    return app
  }
}

export type PersonWorld = {
  readonly owner: Db
  readonly vault: Vault
  readonly clock: { readonly now: Date }
}

/** Somebody with a password and a phone that shows codes, as in an office. */
export async function addTestPerson(
  { owner, vault, clock }: PersonWorld,
  { role = 'complaints-officer', withCode = true, ...more }: SomebodyNew = {},
) {
  people += 1
  const login = `person-${people}`
  const id = await owner.begin(async (tx) => {
    const added = await addPerson(tx, { login, km: 'គំរូ', en: login, demonstration: false })
    const personId = added as PersonId
    await setPasswordHash(tx, personId, await theHash)
    const sealed = sealSecret(vault, personId, secret)
    if (withCode) await setSecondFactor(tx, personId, { secret: sealed, since: clock.now, step: 0 })
    const { id: officeId } = await competentOffice(tx, null)
    const place = { officeId, areas: more.areas ?? null, agencyId: null }
    const from = (more.from ?? dayOf(clock.now)) as ReturnType<typeof dayOf>
    if (role) await addAssignment(tx, { personId, role, ...place, from })
    if (more.to) await tx`update assignment set to_day = ${more.to} where person_id = ${personId}`
    return personId
  })
  return { id, login }
}

/** What that phone shows. */
export const phoneCode = (now: Date): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: now.getTime() })

const theHash = hashPassword(password)
let people = 0
let addresses = 0

/** A new one each time, so that no test is slowed by another's attempts. */
export function anAddress(): string {
  addresses += 1
  return `10.${addresses >> 16}.${(addresses >> 8) & 255}.${addresses & 255}`
}

export type Browser = ReturnType<typeof aBrowser>
type Form = Readonly<Record<string, string | readonly string[]>>

/** Keeps cookies, sends forms from our own pages, and runs no script. */
export function aBrowser(app: () => FastifyInstance, ip: string) {
  const cookies = new Map<string, string>()
  const keep = (response: LightMyRequestResponse) => {
    for (const { name, value, maxAge, expires } of response.cookies) {
      const ends = maxAge === 0 || (expires !== undefined && expires.getTime() < 1000)
      if (ends) cookies.delete(name)
      else cookies.set(name, value)
    }
    return response
  }
  const headers = () => ({ 'sec-fetch-site': 'same-origin', 'x-forwarded-for': ip })
  return {
    ip,
    cookies,
    get: async (url: string) =>
      keep(await app().inject({ url, headers: headers(), cookies: Object.fromEntries(cookies) })),
    post: async (url: string, form: Form = {}, more: Readonly<Record<string, string>> = {}) =>
      keep(
        await app().inject({
          method: 'POST',
          url,
          headers: {
            ...headers(),
            'content-type': 'application/x-www-form-urlencoded',
            ...more,
          },
          payload: formText(form),
          cookies: Object.fromEntries(cookies),
        }),
      ),
    /** Asks the API as a program with a token does. */
    api: (url: string, bearer: string) =>
      app().inject({ url, headers: { authorization: `Bearer ${bearer}`, 'x-forwarded-for': ip } }),
  }
}

function formText(form: Form): string {
  const pairs = Object.entries(form).flatMap(([name, value]) =>
    [value].flat().map((one): [string, string] => [name, one]),
  )
  return new URLSearchParams(pairs).toString()
}

/** The hidden fields of the form on a page that is sent to this address. */
export function hiddenFields(html: string, action: string): Record<string, string> {
  const forms = html.match(/<form[\s\S]*?<\/form>/g) ?? []
  const form = forms.find((one) => one.includes(`action="${action}"`)) ?? ''
  const fields = [...form.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)]
  return Object.fromEntries(fields.map(([, name = '', value = '']) => [name, plainText(value)]))
}

const plainText = (text: string): string =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
