import type { Page } from 'playwright-core'
import type { Reader } from '../../src/kernel/reader.ts'
import { routes } from '../../src/routes.ts'

export type Receipt = { readonly number: string; readonly secret: string }
export type Telling = {
  readonly reader: Reader
  readonly openness: 'named' | 'confidential' | 'anonymous'
  /** Called on every page, to look at it. */
  readonly look?: (page: Page, name: string) => Promise<unknown>
}

/** What the made-up worker says; no line of it may turn up where it does not belong. */
export const said = {
  workerName: 'Vuthy Aphram',
  contact: '097 000 4711',
  story: 'The broker Zxqv kept my passport under his mattress.',
  agency: 'Ripe Mango',
} as const

/** Complains from the first page to the receipt, as a worker with a phone would. */
export async function complain(page: Page, telling: Telling): Promise<Receipt> {
  const { reader, openness, look = async () => {} } = telling
  const { t, link } = reader
  const go = (name: string) => page.getByRole('button', { name, exact: true }).click()
  const choose = (key: string) => page.getByLabel(t(key), { exact: true }).check()
  const fill = (key: string, text: string) => page.getByLabel(t(key), { exact: true }).fill(text)
  const answer = async (name: string, fillIn: () => Promise<unknown>) => {
    await look(page, name)
    await fillIn()
    await go(t('complain.continue'))
  }

  await page.goto(link(routes.complain.href()))
  await look(page, 'start')
  await go(t('complain.start.begin'))
  await answer('who', () => choose('complain.relation.worker'))
  await answer('openness', () => choose(`complain.openness.${openness}`))
  if (openness !== 'anonymous') {
    await answer('name', () => fill('complain.name.worker.worker', said.workerName))
    await answer('contact', async () => {
      await choose('complain.way.phone')
      await fill('complain.contact.number', said.contact)
    })
  }
  await answer('respondent', async () => {
    await choose('complain.respondent.agency')
    await fill('complain.respondent.words', said.agency)
  })
  await answer('agency', () => page.locator('input[name=agencyId]').first().check())
  await answer('what', async () => {
    await page.locator('details summary').first().click()
    await page.locator('input[name=categories]').first().check()
  })
  await answer('where', () => page.locator('input[name=country]').nth(1).check())
  await answer('when', async () => {
    await page.locator('input[name=month-month]').fill('៣')
    await page.locator('input[name=month-year]').fill('2026')
  })
  await answer('money', async () => {
    await page.locator('input[name=paidAmount]').fill('1,250')
    await page.locator('select[name=paidCurrency]').selectOption('USD')
  })
  await answer('asked-before', () => choose('complain.asked.nobody'))
  await answer('story', () => fill('complain.story.label', said.story))
  await answer('files', async () => {})
  await look(page, 'check')
  await go(t('complain.check.send'))
  await look(page, 'receipt')
  return receiptOn(page)
}

async function receiptOn(page: Page): Promise<Receipt> {
  const [number, secret] = await page.locator('.slip__code').allInnerTexts()
  if (!number || !secret) throw new Error('there is no receipt on this page')
  return { number, secret }
}

/** Opens a case with its two numbers. */
export async function follow(page: Page, { t, link }: Reader, receipt: Receipt): Promise<void> {
  await page.goto(link(routes.follow.href()))
  await page.getByLabel(t('complain.slip.number'), { exact: true }).fill(receipt.number)
  await page.getByLabel(t('complain.slip.secret'), { exact: true }).fill(receipt.secret)
  await page.getByRole('button', { name: t('follow.open'), exact: true }).click()
}
