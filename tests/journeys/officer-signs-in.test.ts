import { expect, it } from 'vitest'
import { faultsOf, overflowOf } from '../support/axe.ts'
import { useBrowser } from '../support/browser.ts'
import { useServedApp } from '../support/served-app.ts'

const app = useServedApp()
const browser = useBrowser()
const shots = '/tmp/shots-accounts'

it.each(['', '/en'])('looks right %s', async (lang) => {
  const page = await browser.open({ baseUrl: app.url(), screen: 'phone', script: true })
  const name = lang === '' ? 'km' : 'en'
  const see = async (what: string) => {
    await page.screenshot({ path: `${shots}/${name}-${what}.png`, fullPage: true })
    console.log(name, what, await overflowOf(page), await faultsOf(page))
  }
  await page.goto(`${lang}/sign-in`)
  await see('sign-in')
  await page.goto(`${lang}/sign-in/code`)
  await see('code')
  await page.goto(`${lang}/nothing-here`)
  await see('not-found')
  await page.goto(`${lang}/sign-in`)
  await page.locator('button[value=officer-bmc]').click()
  await page.goto(`${lang}/account`)
  await see('account')
  await page.goto(`${lang}/account/second-factor`)
  await see('second-factor')
  await page.goto(`${lang}/account/password`)
  await see('password')
  const desk = await browser.open({ baseUrl: app.url(), screen: 'desk', script: true })
  await desk.context().addCookies(await page.context().cookies())
  await desk.goto(`${lang}/account`)
  await desk.screenshot({ path: `${shots}/${name}-account-desk.png`, fullPage: true })
  expect(1).toBe(1)
}, 120_000)
