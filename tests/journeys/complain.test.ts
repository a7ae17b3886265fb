import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { langs } from '../../src/kernel/reader.ts'
import { routes } from '../../src/routes.ts'
import { overflowOf } from '../support/axe.ts'
import { screenshot, useBrowser } from '../support/browser.ts'
import { complain, follow, said } from '../support/complain.ts'
import { useServedApp } from '../support/served-app.ts'
import { readers } from '../support/words.ts'

const app = useServedApp()
const browser = useBrowser()

describe.each(langs)('a worker with a phone, without scripts, in %s', (lang) => {
  const reader = readers[lang]
  const { t, link } = reader
  const text = (page: Page) => page.locator('main').innerText()
  const press = (page: Page, name: string) =>
    page.getByRole('button', { name, exact: true }).click()

  it('complains by name, follows her case, writes, and leaves no trace on the phone', async () => {
    const page = await browser.open({ baseUrl: app.url() })
    const titles = new Set<string>()
    const look = async (_: Page, name: string) => {
      await screenshot(page, `complain-${name}-${lang}`)
      await page.waitForLoadState('load')
      titles.add(await page.title())
      expect(await overflowOf(page)).toBe(0)
      expect(await page.getByText(t('ui.exit')).count()).toBeGreaterThan(0)
    }

    const receipt = await complain(page, { reader, openness: 'named', look })

    expect([...titles]).toEqual([t('ui.safe.title')])
    expect(receipt.secret).toMatch(/^\d{4} \d{3} \d{3}$/)
    expect(page.url()).not.toContain(receipt.number)

    await press(page, t('complain.receipt.done'))
    await follow(page, reader, receipt)
    await screenshot(page, `follow-case-${lang}`)
    expect(await text(page)).toContain(t('follow.status.received'))
    expect(await text(page)).not.toContain(said.story)

    await page.getByLabel(t('follow.message.label')).fill('ជួបម្តងទៀត')
    await press(page, t('follow.message.send'))
    expect(await text(page)).toContain('ជួបម្តងទៀត')

    await press(page, t('follow.leave'))
    await page.goto(link(routes.followCase.href()))
    expect(await text(page)).not.toContain('ជួបម្តងទៀត')
  })

  it('leaves a question open, is told which, and loses nothing of what she wrote', async () => {
    const page = await browser.open({ baseUrl: app.url() })
    await page.goto(link(routes.complain.href()))
    await press(page, t('complain.start.begin'))
    await page.getByLabel(t('complain.relation.group'), { exact: true }).check()
    await press(page, t('complain.continue'))
    await screenshot(page, `complain-error-${lang}`)

    expect(await text(page)).toContain(t('complain.who.people-missing'))
    expect(await page.getByLabel(t('complain.relation.group'), { exact: true }).isChecked()).toBe(
      true,
    )
    expect(await page.title()).toBe(t('ui.title.error', { title: t('ui.safe.title') }))
  })
})

describe('a worker who reads Khmer', () => {
  const reader = readers.km
  const { t } = reader

  it('complains without a name, and is told that lost digits are lost', async () => {
    const page = await browser.open({ baseUrl: app.url() })

    await complain(page, { reader, openness: 'anonymous' })

    expect(await page.locator('main').innerText()).toContain(t('complain.receipt.cannot-renew'))
  })

  it('goes back after sending, and still has the one case', async () => {
    const page = await browser.open({ baseUrl: app.url() })
    const receipt = await complain(page, { reader, openness: 'confidential' })

    await page.goBack()

    expect(await page.locator('.slip__code').allInnerTexts()).toEqual([
      receipt.number,
      receipt.secret,
    ])
  })
})
