import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { langs } from '../../src/kernel/reader.ts'
import { routes } from '../../src/routes.ts'
import { faultsOf, overflowOf } from '../support/axe.ts'
import { type screens, screenshot, useBrowser } from '../support/browser.ts'
import { useServedApp } from '../support/served-app.ts'
import { readers } from '../support/words.ts'

const app = useServedApp()
const browser = useBrowser()

async function signedIn(person: string, screen: keyof typeof screens): Promise<Page> {
  const page = await browser.open({ baseUrl: app.url(), screen, script: true })
  await page.goto(routes.signIn.path)
  await page
    .locator(`form:has([value="${person}"]) button[value="${person}"], button[value="${person}"]`)
    .first()
    .click()
  return page
}

describe.each(langs)('the officers’ pages in %s', (lang) => {
  const { link } = readers[lang]
  const look = async (page: Page, name: string) => {
    await screenshot(page, `desk-${name}-${lang}`)
    expect(await faultsOf(page)).toEqual([])
    expect(await overflowOf(page)).toBe(0)
  }

  it.each(['desk', 'phone'] as const)('look right and have no barrier: %s', async (screen) => {
    const page = await signedIn('officer', screen)
    await page.goto(link(routes.complaints.href()))
    await look(page, `worklist-${screen}`)
    const first = await page.locator('.worklist__table tbody a').first().getAttribute('href')
    await page.goto(first ?? '')
    await look(page, `case-${screen}`)
    await page.goto(link(routes.complaints.href({ state: 'late' })))
    await look(page, `late-${screen}`)
  })

  it.each(['desk', 'phone'] as const)('say what is wrong beside it: %s', async (screen) => {
    const page = await signedIn('counsellor', screen)
    await page.goto(link(routes.complaintEntry.href()))
    await look(page, `entry-${screen}`)
    await page.locator('form.form button').last().click()
    await look(page, `entry-refused-${screen}`)
    expect(await page.locator('.govuk-error-summary').count()).toBe(1)
  })

  it.each(['desk', 'phone'] as const)('keep what was typed: %s', async (screen) => {
    const page = await signedIn('officer', screen)
    await page.goto(link(routes.complaints.href({ state: 'unread' })))
    const first = await page.locator('.worklist__table tbody a').first().getAttribute('href')
    await page.goto(first ?? '')
    // On a phone only what comes next stands open.
    if (screen === 'phone') await page.locator('.fold:has(#transfer) > summary').click()
    await page.locator('#transfer summary').click()
    await page.locator('#transfer-words').fill('ពាក្យដែលបានសរសេរ')
    await page.locator('#transfer form button').click()
    await look(page, `case-refused-${screen}`)
    expect(await page.locator('#transfer-words').inputValue()).toBe('ពាក្យដែលបានសរសេរ')
  })

  it.each(['desk', 'phone'] as const)('show an agency its questions: %s', async (screen) => {
    const page = await signedIn('clerk', screen)
    await page.goto(link(routes.inquiries.href()))
    await look(page, `inquiries-${screen}`)
    const first = page.locator('.worklist__table tbody a').first()
    if ((await first.count()) === 0) return
    await page.goto((await first.getAttribute('href')) ?? '')
    await look(page, `inquiry-${screen}`)
  })
})
