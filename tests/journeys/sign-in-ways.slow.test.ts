import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import type { Page } from 'playwright-core'
import { beforeAll, expect, it } from 'vitest'
import { routes } from '../../src/routes.ts'
import { addTestPerson, password, phoneCode } from '../support/account-browser.ts'
import { screenshot, useBrowser } from '../support/browser.ts'
import { oidcClient, useOidc } from '../support/oidc.ts'
import { useServedApp } from '../support/served-app.ts'
import { aVirtualKey } from '../support/virtual-key.ts'
import { readers } from '../support/words.ts'

const { t, link } = readers.en
const provider = 'Khmer ID'

/** The provider has to know where it leads back to before we listen there. */
let port = 0
beforeAll(async () => {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  port = (probe.address() as AddressInfo).port
  await new Promise((done) => probe.close(done))
})
// Another site than the provider's, as in an office: cookies have to come back across.
const publicUrl = () => `http://localhost:${port}`
const oidc = useOidc(() => [`${publicUrl()}${link(routes.signInOidcReturn.href())}`])
const app = useServedApp({
  port: () => port,
  oidc: {
    ...{ ...oidcClient, name: provider },
    get issuer() {
      return oidc.issuer()
    },
    get publicUrl() {
      return publicUrl()
    },
  },
})
const browser = useBrowser()

/** Each code counts once: the phone shows the next half a minute later. */
function nextCode(): string {
  app.clock.now = new Date(app.clock.now.getTime() + 30_000)
  return phoneCode(app.clock.now)
}

async function signIn(page: Page, login: string): Promise<void> {
  await page.goto(link(routes.signIn.href()))
  await page.getByLabel(t('accounts.login.label')).fill(login)
  await page.getByLabel(t('accounts.password.label')).fill(password)
  await page.getByRole('button', { name: t('accounts.sign-in.button'), exact: true }).click()
}

async function giveCode(page: Page): Promise<void> {
  await page.getByLabel(t('accounts.code.label')).fill(nextCode())
  await page.getByRole('button', { name: t('accounts.code.button') }).click()
}

/** At the provider: whoever types a name there is that account. */
async function agree(page: Page, account: string): Promise<void> {
  await page.locator('input[name=login]').fill(account)
  await page.locator('input[name=password]').fill('any')
  await page.locator('button[type=submit]').click()
  await page.getByText('Authorize').waitFor()
  await page.locator('button[type=submit]').click()
}

const signOut = (page: Page) => page.getByRole('button', { name: t('ui.sign-out') }).click()

it('by a provider that was linked before, and with the code after it, without scripts', async () => {
  const { login } = await addTestPerson(app, { role: 'licensing-officer' })
  const page = await browser.open({ baseUrl: publicUrl(), screen: 'desk' })
  await signIn(page, login)
  await giveCode(page)
  await page.goto(link(routes.accountOidc.href()))
  await page.getByRole('link', { name: t('accounts.oidc.link') }).click()
  await agree(page, 'an-account')
  await screenshot(page, 'oidc-link')
  await page.getByLabel(t('accounts.signing.label')).fill(nextCode())
  await page.getByRole('button', { name: t('accounts.oidc.button.link', { provider }) }).click()
  await page.getByText('An account is linked since').waitFor()
  await signOut(page)

  await page.goto(link(routes.officerAgencies.href()))
  await page.getByRole('link', { name: t('accounts.oidc.sign-in', { provider }) }).click()
  await page.getByRole('button', { name: t('accounts.oidc.button.sign-in') }).click()
  await screenshot(page, 'oidc-code')
  await giveCode(page)

  expect(new URL(page.url()).pathname).toBe(link(routes.officerAgencies.href()))
  const [session] = await app.owner`
    select count(*)::int as open from session s join person p on p.id = s.person_id
    where p.login = ${login}`
  expect(session).toEqual({ open: 1 })
})

it('by a provider whose account nobody linked: nothing opens', async () => {
  const page = await browser.open({ baseUrl: publicUrl(), screen: 'phone' })
  await page.goto(link(routes.signIn.href()))
  await page.getByRole('link', { name: t('accounts.oidc.sign-in', { provider }) }).click()
  await agree(page, 'a-stranger')
  await page.getByRole('button', { name: t('accounts.oidc.button.sign-in') }).click()

  await page.getByText(t('accounts.oidc.unknown', { provider })).first().waitFor()
  await screenshot(page, 'oidc-unknown')
  await page.goto(link(routes.work.href()))
  expect(new URL(page.url()).pathname).toBe(link(routes.signIn.href()))
})

it('with a passkey instead of the code', async () => {
  const { login } = await addTestPerson(app, { role: 'licensing-officer' })
  const page = await browser.open({ baseUrl: publicUrl(), screen: 'desk', script: true })
  await aVirtualKey(page)
  await signIn(page, login)
  await giveCode(page)
  await page.goto(link(routes.accountPasskeys.href()))
  await page.getByLabel(t('accounts.passkeys.label')).fill('My phone')
  await page.getByLabel(t('accounts.signing.label')).fill(nextCode())
  await page.getByRole('button', { name: t('accounts.passkey.register') }).click()
  await page.getByRole('cell', { name: 'My phone', exact: true }).waitFor()
  await signOut(page)

  await page.goto(link(routes.officerAgencies.href()))
  await page.getByLabel(t('accounts.login.label')).fill(login)
  await page.getByLabel(t('accounts.password.label')).fill(password)
  await page.getByRole('button', { name: t('accounts.sign-in.button'), exact: true }).click()
  await screenshot(page, 'passkey-sign-in')
  await page.getByRole('button', { name: t('accounts.passkey.use') }).click()
  await page.waitForURL(`**${link(routes.officerAgencies.href())}`)

  expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1)
})
