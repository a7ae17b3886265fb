import type { Page } from 'playwright-core'
import { toBuffer } from 'qrcode'
import { beforeAll, expect, it } from 'vitest'
import { queueJob } from '../../src/platform/events/record-event.ts'
import { screenshot, useBrowser } from '../support/browser.ts'
import { demonstrationNow } from '../support/demonstration.ts'
import { runJobs } from '../support/jobs.ts'
import { useServedApp } from '../support/served-app.ts'

const app = useServedApp()
const browser = useBrowser()

let code = ''
let changed = ''
beforeAll(async () => {
  await app.owner.begin((tx) => queueJob(tx, 'publish_statuses', {}))
  await runJobs(app)
  const [row] = await app.owner<{ id: string }[]>`
    select id from agency where name_latin like 'Ripe Mango%' order by length(name_latin)`
  const { codes } = (await app.app().inject(`/api/v1/agencies/${row?.id}/codes`)).json()
  code = codes[0].code
  changed = `${code.slice(0, 200)}${code[200] === 'A' ? 'B' : 'A'}${code.slice(201)}`
})

/** Of the day of the list, unless a test sets it wrong. */
const clock = (page: Page, at: Date | string = demonstrationNow) => page.clock.setFixedTime(at)
const answer = (page: Page, tone: string) => page.locator(`[data-answer] .answer--${tone}`)
const openCode = async (page: Page, path: string, text: string) => {
  await page.goto('about:blank')
  await page.goto(`${path}#${text}`)
}

it('checks a code with the server stopped, on a phone that opened the page once', async () => {
  const page = await browser.open({ baseUrl: app.url(), script: true })
  await clock(page)
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  const plain = await browser.open({ baseUrl: app.url(), script: false })
  await plain.goto('/en/check')
  expect(await plain.locator('[data-old-phone]').textContent()).toMatch(
    /Type the licence number.*\d/,
  )
  await screenshot(plain, 'check-without-script')

  await page.goto('/en/check')
  await page.getByText('can now check codes without network').waitFor({ timeout: 60_000 })
  const sent: string[] = []
  page.on('request', (request) => sent.push(request.url()))
  await app.app().close()

  await openCode(page, '/en/check', code)
  await answer(page, 'allowed').waitFor()
  expect(await answer(page, 'allowed').textContent()).toContain('Ripe Mango')
  await screenshot(page, 'check-valid-en')

  await openCode(page, '/check', code)
  await answer(page, 'allowed').waitFor()
  expect(await answer(page, 'allowed').textContent()).toMatch(/គិតត្រឹម.*20 វិច្ឆិកា 2026/)
  await screenshot(page, 'check-valid-km')
  expect(await page.locator('a.language').getAttribute('href')).toContain(code)

  await openCode(page, '/en/check', changed)
  await answer(page, 'danger').waitFor()
  await screenshot(page, 'check-changed')

  await page.goto('/en/check')
  const picture = await toBuffer(`${app.url()}/check#${code}`, {
    errorCorrectionLevel: 'M',
    scale: 6,
  })
  await page.setInputFiles('#photo', { name: 'a.png', mimeType: 'image/png', buffer: picture })
  await answer(page, 'allowed').waitFor()
  const nothing = await toBuffer('x', { scale: 1, margin: 0 })
  await page.setInputFiles('#photo', { name: 'b.png', mimeType: 'image/png', buffer: nothing })
  await page.locator('[data-answer]', { hasText: 'no QR code' }).waitFor()

  await page.fill('[name=code]', code)
  await page.getByRole('button', { name: 'Check', exact: true }).click()
  await answer(page, 'allowed').waitFor()

  await clock(page, '2026-11-22T03:00:00Z')
  await openCode(page, '/en/check', code)
  await answer(page, 'attention').waitFor()
  expect(await answer(page, 'attention').textContent()).toContain('Valid as of 20 November 2026')
  await screenshot(page, 'check-list-old')

  await clock(page, '2025-01-01T03:00:00Z')
  await openCode(page, '/en/check', code)
  await answer(page, 'attention').waitFor()
  expect(await answer(page, 'attention').textContent()).toContain(
    'The clock of this phone is wrong',
  )

  // Nothing of a code is sent, not even to a server that would answer.
  expect(sent.filter((url) => new URL(url).search !== '')).toEqual([])
  expect(errors).toEqual([])
})
