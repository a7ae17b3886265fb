import { describe, expect, it } from 'vitest'
import { langs } from '../../src/kernel/reader.ts'
import { routes } from '../../src/routes.ts'
import { screenshot, useBrowser } from '../support/browser.ts'
import { useServedApp } from '../support/served-app.ts'
import { readers } from '../support/words.ts'

const app = useServedApp()
const browser = useBrowser()

describe.each(langs)('a licensing officer at her desk, without scripts, in %s', (lang) => {
  const { t, link, name } = readers[lang]

  it('signs in where she wanted to go, opens an agency, and signs out', async () => {
    const page = await browser.open({ baseUrl: app.url(), screen: 'desk' })

    await page.goto(link(routes.officerAgencies.href()))
    await screenshot(page, `sign-in-${lang}`)
    await page.getByRole('button', { name: t('role.licensing-officer') }).click()
    await screenshot(page, `officer-agencies-${lang}`)
    expect(new URL(page.url()).pathname).toBe(link(routes.officerAgencies.href()))

    const agency = name({ km: 'ស្វាយទុំ', en: 'Ripe Mango' })
    await page.getByRole('link', { name: agency }).first().click()
    await screenshot(page, `officer-agency-${lang}`)
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain(agency)

    await page.getByRole('button', { name: t('ui.sign-out') }).click()
    await page.goto(link(routes.officerAgencies.href()))
    expect(new URL(page.url()).pathname).toBe(link(routes.signIn.href()))
  })
})
