import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { langs } from '../../src/kernel/reader.ts'
import { anOfficer, taken } from '../../src/modules/complaints/testing/complaints.ts'
import { routes } from '../../src/routes.ts'
import { faultsOf, overflowOf } from '../support/axe.ts'
import { screenshot, useBrowser } from '../support/browser.ts'
import { complain, follow } from '../support/complain.ts'
import { useServedApp } from '../support/served-app.ts'
import { readers } from '../support/words.ts'

const app = useServedApp()
const browser = useBrowser()

/** Pages that only somebody with a draft or a receipt sees; axe runs a script of its own. */
it.each(langs)('whoever complains meets no barrier on the whole way, in %s', async (lang) => {
  const reader = readers[lang]
  const { t, link } = reader
  const page = await browser.open({ baseUrl: app.url(), script: true })
  const met: string[] = []
  const look = async (at: Page, name: string) => {
    await screenshot(at, `citizen-${name}-${lang}`)
    const faults = await faultsOf(at)
    const over = await overflowOf(at)
    met.push(...faults.map((fault) => `${name}: ${fault}`), ...(over > 0 ? [`${name}: wide`] : []))
  }
  const refused = async (name: string) => {
    await page.getByRole('button', { name: t('complain.continue'), exact: true }).click()
    await look(page, `${name}-refused`)
  }

  const receipt = await complain(page, {
    reader,
    openness: 'confidential',
    look: async (at, name) => {
      await look(at, name)
      if (['who', 'contact', 'what', 'when'].includes(name)) await refused(name)
    },
  })
  await page.goto(link(routes.complain.href()))
  await look(page, 'start-again')
  await follow(page, reader, { ...receipt, secret: '0000 000 000' })
  await look(page, 'follow-refused')

  await follow(page, reader, receipt)
  const [row] = await app.owner`select id from complaint where number = ${receipt.number}`
  const step = { complaintId: String(row?.id), at: app.clock.now }
  await taken(app, anOfficer(), { ...step, action: 'register', words: null })
  await taken(app, anOfficer(), { ...step, action: 'propose-closure', words: 'ដោះស្រាយហើយ' })
  await page.reload()
  await look(page, 'case')
  await page.goto(link(routes.followAction.href({ action: 'say-not-solved' })))
  await look(page, 'not-solved')
  await page.context().clearCookies()
  await page.goto(link(routes.complainQuestion.href({ question: 'story' })))
  await look(page, 'ended')

  expect(met).toEqual([])
})
