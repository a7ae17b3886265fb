import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import type { Role } from '../../src/kernel/actor.ts'
import { routes } from '../../src/routes.ts'
import { screenshot, useBrowser } from '../support/browser.ts'
import { complain, follow, said } from '../support/complain.ts'
import { runJobs } from '../support/jobs.ts'
import { useServedApp } from '../support/served-app.ts'
import { readers } from '../support/words.ts'

const app = useServedApp()
const browser = useBrowser()

describe('a confidential case, without scripts', () => {
  const reader = readers.km
  const { t, link } = reader
  const text = (page: Page) => page.locator('main').innerText()
  const press = (page: Page, key: string) =>
    page.getByRole('button', { name: t(key), exact: true }).click()
  const look = (page: Page, name: string) => screenshot(page, `carry-on-${name}`)

  const signIn = async (role: Role, path: string) => {
    const page = await browser.open({ baseUrl: app.url(), screen: 'desk' })
    await page.goto(link(path))
    await page
      .getByRole('button', { name: t(`role.${role}`) })
      .first()
      .click()
    return page
  }
  const step = async (page: Page, name: string, words: string) => {
    const form = page.locator(`#${name}`)
    await form.locator('summary').click()
    await form.locator('textarea').fill(words)
    await press(page, `complaints.step-do.${name}`)
  }

  it('goes from the worker to the officer, to the agency and back, until she agrees', async () => {
    const worker = await browser.open({ baseUrl: app.url() })
    const receipt = await complain(worker, { reader, openness: 'confidential' })
    await press(worker, 'complain.receipt.done')
    await runJobs(app)

    const officer = await signIn('complaints-officer', routes.complaints.href())
    await officer.locator('details:has(input[name=number]) > summary').click()
    await officer.locator('input[name=number]').fill(receipt.number)
    await look(officer, 'worklist')
    await press(officer, 'ui.filter.apply')
    await officer.getByRole('link', { name: receipt.number }).click()
    await look(officer, 'case')
    expect(await text(officer)).toContain(said.story)
    expect(await text(officer)).not.toContain(said.contact)
    await press(officer, 'complaints.step.register')
    await step(officer, 'ask-agency', 'តើបានទទួលប្រាក់ប៉ុន្មាន?')
    await look(officer, 'agency-asked')

    const clerk = await signIn('agency-clerk', routes.inquiries.href())
    await look(clerk, 'inquiries')
    await clerk.getByRole('link', { name: 'តើបានទទួលប្រាក់ប៉ុន្មាន?' }).first().click()
    await look(clerk, 'inquiry')
    expect(await text(clerk)).toContain('1,250 USD')
    for (const secret of [said.workerName, said.story, said.contact, receipt.number])
      expect(await text(clerk)).not.toContain(secret)
    await clerk.locator('textarea').fill('យើងនឹងសងវិញ។')
    await press(clerk, 'inquiries.send')
    await runJobs(app)

    await officer.reload()
    expect(await text(officer)).toContain('យើងនឹងសងវិញ។')
    await step(officer, 'propose-closure', 'តើអ្នកបានទទួលប្រាក់ហើយឬនៅ?')

    await follow(worker, reader, receipt)
    expect(await text(worker)).toContain('តើអ្នកបានទទួលប្រាក់ហើយឬនៅ?')
    await worker.getByRole('link', { name: t('follow.action.agree-to-closure') }).click()
    await look(worker, 'agree')
    await press(worker, 'follow.action.agree-to-closure')
    await look(worker, 'closed')

    expect(await text(worker)).toContain(t('follow.status.closed'))
  })
})
