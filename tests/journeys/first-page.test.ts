import { expect, it } from 'vitest'
import { screenshot, useBrowser } from '../support/browser.ts'
import { useServedApp } from '../support/served-app.ts'

const app = useServedApp()
const browser = useBrowser()

it('shows the page of rules in Khmer on a phone without JavaScript', async () => {
  const page = await browser.open({ baseUrl: app.url() })
  await page.goto('/rules')
  await screenshot(page, 'rules-km-phone')
  expect(await page.locator('html').getAttribute('lang')).toBe('km')
})
