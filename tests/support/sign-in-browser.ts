import type { Page } from 'playwright-core'
import type { ServedApp } from './served-app.ts'
import { signInAs } from './sign-in.ts'

/** Gives this browser a demonstration person's session, without going through the page. */
export async function signInBrowser(page: Page, app: ServedApp, person: string): Promise<void> {
  const cookie = await signInAs(app.app(), person)
  const cookies = cookie.split('; ').map((pair) => {
    const [name = '', ...value] = pair.split('=')
    return { name, value: value.join('='), url: app.url() }
  })
  await page.context().addCookies(cookies)
}
