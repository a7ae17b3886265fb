import { it } from 'vitest'
import { screenshot, useBrowser } from '../support/browser.ts'
import { useServedApp } from '../support/served-app.ts'
import { signInAs } from '../support/sign-in.ts'
const app = useServedApp()
const browser = useBrowser()
it('shots', async () => {
  const rows = await app.owner`select id, name_latin from agency`
  const id = (n: string) => rows.find((r) => r.name_latin.startsWith(n))!.id
  const [l] = await app.owner`select id, agency_id from licence where number = 'DEMO-001'`
  const paths: [string, string][] = [
    ['home', '/'],
    ['licensed', '/agencies?q=Ripe+Mango&destination=TH'],
    ['suspended', '/agencies?q=Red+Rambutan'],
    ['similar', '/agencies?q=Ripe+Mangos'],
    ['warned', '/agencies?q=Ripe+Mangoes'],
    ['agency', `/agencies/${id('Ambong')}`],
    ['imitator', `/agencies/${id('Ripe Mangoes')}`],
    ['sheet', `/agencies/${id('Red Ram')}/sheet`],
  ]
  for (const screen of ['phone', 'desk'] as const)
    for (const lang of ['km', 'en'])
      for (const [name, path] of paths) {
        const page = await browser.open({ baseUrl: app.url(), screen })
        await page.goto(lang === 'en' ? `/en${path}` : path)
        await screenshot(page, `${name}-${screen}-${lang}`)
        await page.close()
      }
  const cookie = await signInAs(app.app(), 'licensing-head')
  for (const [name, path] of [['o-list', '/en/work/agencies'], ['o-agency', `/en/work/agencies/${l!.agency_id}`], ['o-decide', `/en/work/agencies/${l!.agency_id}?licence=${l!.id}&action=suspend`], ['o-decide-km', `/work/agencies/${l!.agency_id}?licence=${l!.id}&action=suspend`]]) {
    const page = await browser.open({ baseUrl: app.url(), screen: 'desk' })
    await page.context().addCookies([{ name: 's', value: cookie.slice(2), url: app.url() }])
    await page.goto(path!)
    await screenshot(page, name!)
  }
  const page = await browser.open({ baseUrl: app.url(), screen: 'desk' })
  await page.goto(`/agencies/${id('Red Ram')}/sheet`)
  await page.pdf({ path: '/tmp/shots/sheet.pdf', format: 'A4' })
})
