import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, it } from 'vitest'
import {
  type Browser,
  hiddenFields,
  password,
  useSignIn,
} from '../../../../tests/support/account-browser.ts'
import { oidcClient, useOidc } from '../../../../tests/support/oidc.ts'
import { readConfig } from '../../../platform/config.ts'
import { projectRoot } from '../../../platform/root.ts'
import { loadRules } from '../../law/index.ts'
import { makeProvider, type Provider } from '../actions/provider.ts'
import { oidcRoutes } from './oidc-routes.tsx'

const publicUrl = 'http://work.example'
const back = '/en/sign-in/oidc/return'
const oidc = useOidc([`${publicUrl}${back}`])

/** Made once the port is known. */
let made: Provider | null = null
const anew = () => {
  made = makeProvider({ ...oidcClient, issuer: oidc.issuer(), name: 'Khmer ID', publicUrl })
}
const provider: Provider = {
  get issuer() {
    return oidc.issuer()
  },
  name: 'Khmer ID',
  address: (path, secrets) => (made as Provider).address(path, secrets),
  subject: (returned, secrets) => (made as Provider).subject(returned, secrets),
}
const world = useSignIn(oidcRoutes(provider), 'Khmer ID')
const { owner, later } = world
beforeAll(() => owner.begin(loadRules))
beforeAll(anew)

/** To the provider and back as this account, to the page that asks whether to go on. */
async function comeBack(at: Browser, account: string, from = '/en/sign-in/oidc') {
  const { headers } = await at.get(from)
  const returned = await oidc.visit(String(headers.location), account)
  return at.get(`${returned.pathname}${returned.search}`)
}

async function goOn(at: Browser, account: string) {
  const fields = hiddenFields((await comeBack(at, account)).body, back)
  return { fields, answer: await at.post(back, fields) }
}

async function linked(account: string) {
  const person = await world.aPerson()
  const at = await world.signInAs(person.login)
  const asked = await comeBack(at, account, '/en/account/oidc/start')
  later(30)
  const fields = hiddenFields(asked.body, back)
  const answer = await at.post(back, { ...fields, 'signing-code': world.code() })
  return { ...person, at, answer }
}

const sessions = () => owner`select from session`

it('is half set up: one sentence names what is missing, and no secret', () => {
  const OIDC_CLIENT_SECRET = 'of-the-ministry'
  const half = { OIDC_ISSUER: 'https://id.example', OIDC_CLIENT_SECRET }
  const sentence =
    'OIDC_CLIENT_ID, OIDC_NAME must be set, too: a provider to sign in with needs all of OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_NAME.'

  expect(() => readConfig(half)).toThrow(sentence)
  expect(() => readConfig({ ...half, OIDC_ISSUER: 'http://id.example' })).toThrow(
    'OIDC_ISSUER must begin with https://',
  )
  expect(readConfig({}).oidc).toBeNull()
  const whole = { ...half, OIDC_CLIENT_ID: 'become', OIDC_NAME: 'Khmer ID' }
  expect(readConfig(whole).oidc).toMatchObject({ clientId: 'become', name: 'Khmer ID' })
})

it('opens nothing in another browser than the one that began', async () => {
  await linked('of-another-browser')
  const { headers } = await world.browser().get('/en/sign-in/oidc')
  const returned = await oidc.visit(String(headers.location), 'of-another-browser')
  const before = await sessions()
  const other = world.browser()
  await other.get('/en/sign-in/oidc')

  const shown = await other.get(`${returned.pathname}${returned.search}`)
  await other.get('/en/sign-in/oidc')
  const sent = await other.post(back, Object.fromEntries(returned.searchParams))

  expect([shown.statusCode, sent.statusCode]).toEqual([422, 422])
  expect(sent.body).toContain('did not confirm who you are')
  expect(await sessions()).toHaveLength(before.length)
})

it('takes a code once, even where the cookie was kept', async () => {
  await linked('of-a-replay')
  const at = world.browser()
  const page = await comeBack(at, 'of-a-replay')
  const fields = hiddenFields(page.body, back)
  const kept = at.cookies.get('oidc') ?? ''
  const first = await at.post(back, fields)
  at.cookies.set('oidc', kept)

  const again = await at.post(back, fields)

  expect(first.headers.location).toBe('/en/sign-in/code')
  expect(again.statusCode).toBe(422)
  expect(again.body).toContain('did not confirm who you are')
})

it('takes no answer to another question: the nonce is checked', async () => {
  await linked('of-a-nonce')
  const at = world.browser()
  const { headers } = await at.get('/en/sign-in/oidc')
  const address = new URL(String(headers.location))
  address.searchParams.set('nonce', 'of-somebody-else')
  const returned = await oidc.visit(address.href, 'of-a-nonce')

  const answer = await at.post(back, Object.fromEntries(returned.searchParams))

  expect(answer.statusCode).toBe(422)
  expect(at.cookies.has('s')).toBe(false)
})

it('ends ten minutes after it began', async () => {
  const at = world.browser()
  const fields = hiddenFields((await comeBack(at, 'too-late')).body, back)
  later(601)

  expect((await at.post(back, fields)).body).toContain('it took too long')
})

it('opens and makes nothing for an account that nobody linked, and counts it', async () => {
  const people = await owner`select from person`
  const at = world.browser()

  const { answer } = await goOn(at, 'of-nobody')

  expect(answer.statusCode).toBe(422)
  expect(answer.body).toContain('Nobody here has linked this account')
  expect(at.cookies.has('s')).toBe(false)
  expect(await owner`select from person`).toHaveLength(people.length)
  const [counted] =
    await owner`select data from audit where act = 'refused' order by id desc limit 1`
  expect(counted).toEqual({ data: { by: 'identity' } })
})

it('makes whoever tries such accounts again and again wait', async () => {
  const at = world.browser()
  await goOn(at, 'of-nobody')
  const key = await owner`
    update sign_in_failure set failures = 40 where last_at = ${world.clock.now} returning key`
  expect(key.length).toBeGreaterThan(0)

  const { answer } = await goOn(at, 'of-nobody')

  expect(answer.statusCode).toBe(429)
  expect(Number(answer.headers['retry-after'])).toBeGreaterThan(60)
})

it('links nothing without the second factor, nor for nobody', async () => {
  const { login, id } = await world.aPerson()
  const at = await world.signInAs(login)
  const asked = await comeBack(at, 'without-code', '/en/account/oidc/start')
  const fields = hiddenFields(asked.body, back)

  const without = await at.post(back, fields)
  const wrong = await at.post(back, { ...fields, 'signing-code': '000000' })

  expect(without.body).toContain('Enter the six-digit code')
  expect(wrong.statusCode).toBe(422)
  expect(await owner`select from person_identity where person_id = ${id}`).toHaveLength(0)
  const nobody = await world.browser().get('/en/account/oidc/start')
  expect(nobody.headers.location).toContain('/en/sign-in')
})

it('is linked to one person only', async () => {
  await linked('of-one')

  const second = await linked('of-one')

  expect(second.answer.statusCode).toBe(422)
  expect(second.answer.body).toContain('is linked already')
  expect(await owner`select from person_identity where person_id = ${second.id}`).toHaveLength(0)
})

it('opens no closed account', async () => {
  const { id } = await linked('of-a-closed')
  await owner`update person set disabled_at = now() where id = ${id}`

  const { answer } = await goOn(world.browser(), 'of-a-closed')

  expect(answer.body).toContain('Nobody here has linked this account')
})

it('signs in whoever linked it, and asks for the second factor as after a password', async () => {
  const { id, answer } = await linked('of-an-officer')
  expect(answer.headers.location).toBe('/en/account/oidc')
  const at = world.browser()

  const { answer: entered } = await goOn(at, 'of-an-officer')

  expect(entered.headers.location).toBe('/en/sign-in/code')
  expect((await at.get('/en/account')).headers.location).toContain('/en/sign-in')
  later(30)
  const inside = await at.post('/en/sign-in/code', { code: world.code() })
  expect(inside.headers.location).toBe('/en/work')
  expect((await at.get('/en/account')).statusCode).toBe(200)
  const events = await owner`
    select type from event where record_id = ${id} and type like 'person.identity%'`
  expect(events).toEqual([{ type: 'person.identity-linked' }])
})

it('opens nothing any more once the person took the link away', async () => {
  const { at, id } = await linked('of-a-past')
  const ended = await at.post('/en/account/oidc/end')

  const { answer } = await goOn(world.browser(), 'of-a-past')

  expect(ended.headers.location).toBe('/en/account/oidc')
  expect(answer.body).toContain('Nobody here has linked this account')
  const events = await owner`
    select type from event where record_id = ${id} and type = 'person.identity-unlinked'`
  expect(events).toHaveLength(1)
})

it('lets the password in while the provider is down, and says so in one sentence', async () => {
  const port = oidc.port()
  await oidc.stop()
  anew()
  const { login } = await world.aPerson()
  const at = world.browser()

  const down = await at.get('/en/sign-in/oidc')
  const entered = await at.post('/en/sign-in', { login, password })

  expect(down.statusCode).toBe(503)
  expect(down.body).toContain('Khmer ID does not answer at the moment.')
  expect(entered.headers.location).toBe('/en/sign-in/code')
  await oidc.start(port)
  anew()
})

it('is the only part of the program that sends a browser to another site', () => {
  const src = join(projectRoot, 'src')
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  const leaving = files.filter(
    (file) =>
      /(?<!test)\.tsx?$/.test(file) && readFileSync(join(src, file), 'utf8').includes('outward('),
  )

  expect(leaving).toEqual(['modules/accounts/pages/oidc-routes.tsx'])
})
