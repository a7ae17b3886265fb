import { beforeAll, expect, it } from 'vitest'
import type { Role } from '../../src/kernel/actor.ts'
import type { Lang } from '../../src/kernel/reader.ts'
import type { Route, ShowRoute } from '../../src/platform/http/route.ts'
import { addressOf, type Samples, sampleIds } from '../house/addresses.ts'
import { allRoutes } from '../house/all-routes.ts'
import { faultsOf, overflowOf } from '../support/axe.ts'
import { screenshot, useBrowser } from '../support/browser.ts'
import { useServedApp } from '../support/served-app.ts'
import { signInBrowser } from '../support/sign-in-browser.ts'

const isPage = (route: Route): route is ShowRoute =>
  route.door === 'page' &&
  route.method === 'get' &&
  !/export|openapi|csv|worker[.]js|well-known/.test(route.path)

/** Who of the demonstration opens a page that is not for everybody. */
const persons: readonly (readonly [Role, string])[] = [
  ['complaints-officer', 'officer'],
  ['agency-clerk', 'clerk'],
  ['licensing-officer', 'licensing'],
  ['administrator', 'admin'],
]
const personFor = ({ access }: ShowRoute): string | null =>
  access.includes('public') ? null : (persons.find(([role]) => access.includes(role))?.[1] ?? null)

/** Every page in one language, each met by axe; two files do this side by side. */
export function walkEveryPage(lang: Lang): void {
  const app = useServedApp()
  const browser = useBrowser()
  let samples: Samples
  beforeAll(async () => {
    samples = await sampleIds(app.owner)
  })

  it.each(allRoutes.filter(isPage).map((route) => [route.path, route] as const))(
    '%s has no barrier and fits its screen',
    async (path, route) => {
      const person = personFor(route)
      const screen = person && person !== 'clerk' ? 'desk' : 'phone'
      const page = await browser.open({ baseUrl: app.url(), screen, script: true })
      if (person) await signInBrowser(page, app, person)
      const address = addressOf({ path }, samples)

      await page.goto(lang === 'km' ? address : `/en${address === '/' ? '' : address}`)

      await screenshot(page, `every-page${path.replace(/[/:]+/g, '-')}-${lang}`)
      expect(await faultsOf(page)).toEqual([])
      expect(await overflowOf(page)).toBe(0)
    },
  )
}
