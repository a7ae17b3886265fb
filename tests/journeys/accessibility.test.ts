import { describe, expect, it } from 'vitest'
import { langs } from '../../src/kernel/reader.ts'
import { routes } from '../../src/routes.ts'
import { faultsOf, overflowOf } from '../support/axe.ts'
import { screenshot, useBrowser } from '../support/browser.ts'
import { useServedApp } from '../support/served-app.ts'
import { signInBrowser } from '../support/sign-in-browser.ts'

const app = useServedApp()
const browser = useBrowser()

/** One page of each layout; every other page stands in walk-every-page.ts. */
const pages = [
  { layout: 'citizen', path: routes.home.path, screen: 'phone', person: null },
  { layout: 'safe', path: routes.complain.path, screen: 'phone', person: null },
  {
    layout: 'officer',
    path: routes.complaints.href({ state: 'late' }),
    screen: 'desk',
    person: 'officer',
  },
] as const

describe.each(pages)('the $layout layout', ({ layout, path, screen, person }) => {
  it.each(langs)('has no barrier that axe can find, and fits its screen, in %s', async (lang) => {
    const page = await browser.open({ baseUrl: app.url(), screen, script: true })
    if (person) await signInBrowser(page, app, person)
    await page.goto(lang === 'km' ? path : `/en${path === '/' ? '' : path}`)
    await screenshot(page, `layout-${layout}-${lang}`)

    expect(await faultsOf(page)).toEqual([])
    expect(await overflowOf(page)).toBe(0)
  })
})
