import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { routes } from '../../src/routes.ts'
import { useBrowser } from '../support/browser.ts'
import { useServedApp } from '../support/served-app.ts'
import { aVirtualKey } from '../support/virtual-key.ts'
import { readers } from '../support/words.ts'

const app = useServedApp()
const browser = useBrowser()
const { t, link } = readers.en

/** Browsers keep passkeys for names, not for bare addresses. */
const site = () => app.url().replace('127.0.0.1', 'localhost')

async function signIn(page: Page, person: string): Promise<void> {
  await page.goto(link(routes.signIn.href()))
  await page.locator(`button[value="${person}"]`).click()
}

it('lets a second person approve with a passkey that she added with a code', async () => {
  const page = await browser.open({ baseUrl: site(), screen: 'desk', script: true })
  await aVirtualKey(page)
  await signIn(page, 'admin2')

  await page.goto(link(routes.accountPasskeys.href()))
  await page.getByLabel(t('accounts.passkeys.label')).fill('My phone')
  await page.getByRole('button', { name: t('accounts.passkey.register') }).click()
  await page.getByText(t('accounts.signing.code-missing')).first().waitFor()
  const hint = await page.locator('#signing-code-hint').innerText()
  await page.getByLabel(t('accounts.signing.label')).fill(/\d{6}/.exec(hint)?.[0] ?? '')
  await page.getByRole('button', { name: t('accounts.passkey.register') }).click()
  await page.getByRole('cell', { name: 'My phone', exact: true }).waitFor()

  await page.getByRole('button', { name: t('ui.sign-out') }).click()
  await signIn(page, 'admin2')
  await page.goto(link(routes.people.href()))
  await page.getByRole('link', { name: t('people.waiting.reset') }).click()
  await page.getByRole('button', { name: t('accounts.passkey.use') }).click()
  await page.getByText(t('accounts.passkey.ready')).waitFor()
  await page.getByRole('button', { name: t('people.request.approve') }).click()
  await page.getByText(t('people.event.second-factor-reset')).waitFor()

  const signed = await app.owner`
    select s.method, p.login from signature s join person p on p.id = s.person_id
    where s.record_type = 'person-request'`
  expect(signed).toEqual([{ method: 'passkey', login: 'admin2' }])
})
