import { describe, expect, it } from 'vitest'
import { langs } from '../../src/kernel/reader.ts'
import { routes } from '../../src/routes.ts'
import { faultsOf, overflowOf } from '../support/axe.ts'
import { screenshot, useBrowser } from '../support/browser.ts'
import { useServedApp } from '../support/served-app.ts'

const app = useServedApp()
const browser = useBrowser()

/** One page of each layout that nobody needs to sign in for; the others stand in the slow test. */
const pages = [
  { name: 'citizen', path: routes.rules.path },
  { name: 'styles', path: routes.styleGuide.path },
]

describe.each(pages)('the $name layout', ({ name, path }) => {
  it.each(langs)('has no barrier that axe can find, in %s, on a phone', async (lang) => {
    const page = await browser.open({ baseUrl: app.url(), script: true })
    await page.goto(lang === 'km' ? path : `/en${path}`)
    await screenshot(page, `layout-${name}-${lang}`)

    expect(await faultsOf(page)).toEqual([])
    expect(await overflowOf(page)).toBe(0)
  })
})
