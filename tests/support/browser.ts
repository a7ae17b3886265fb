import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll } from 'vitest'
import { launchChromium } from './chromium.ts'

export const screens = {
  phone: { width: 360, height: 740 },
  desk: { width: 1440, height: 900 },
} as const

export type Opening = {
  /** Where addresses that begin with a slash lead. */
  readonly baseUrl: string
  readonly screen?: keyof typeof screens
  /** Off unless wanted: every page must do without. */
  readonly script?: boolean
}

export type TestBrowser = {
  /** A fresh visitor: no cookies, no history. Closed by itself after the test. */
  open(opening: Opening): Promise<Page>
}

/**
 * One Chromium for this test file:
 *
 *     const browser = useBrowser()
 *     const page = await browser.open({ baseUrl: app.url(), screen: 'phone' })
 */
export function useBrowser(flags: readonly string[] = []): TestBrowser {
  let browser: Browser | null = null
  const contexts: BrowserContext[] = []

  beforeAll(async () => {
    browser = await launchChromium(flags)
  })
  afterEach(async () => {
    await Promise.all(contexts.splice(0).map((context) => context.close()))
  })
  afterAll(() => browser?.close())

  return {
    async open({ baseUrl, screen = 'phone', script = false }) {
      if (!browser) throw new Error('the browser opens in beforeAll; open pages in tests')
      const context = await browser.newContext({
        baseURL: baseUrl,
        viewport: screens[screen],
        isMobile: screen === 'phone',
        javaScriptEnabled: script,
        reducedMotion: 'reduce',
        timezoneId: 'Asia/Phnom_Penh',
      })
      context.setDefaultTimeout(10_000)
      contexts.push(context)
      return context.newPage()
    },
  }
}

/** Kept for people to look at, where TEST_SCREENSHOTS names a folder. */
export async function screenshot(page: Page, name: string): Promise<void> {
  const folder = process.env.TEST_SCREENSHOTS
  if (!folder) return
  mkdirSync(folder, { recursive: true })
  const path = join(folder, `${name}.png`)
  await page.screenshot({ path, fullPage: true, clip: await topOf(page) })
}

/** Long pages are cut: a picture is to be looked at. */
async function topOf(page: Page): Promise<{ x: number; y: number; width: number; height: number }> {
  const box = await page.locator('html').boundingBox()
  return {
    x: 0,
    y: 0,
    width: page.viewportSize()?.width ?? 360,
    height: Math.min(box?.height ?? 740, 2600),
  }
}
