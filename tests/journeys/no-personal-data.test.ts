import { beforeAll, describe, expect, it } from 'vitest'
import { useBrowser } from '../support/browser.ts'
import { complain, follow, type Receipt, said } from '../support/complain.ts'
import { useServedApp } from '../support/served-app.ts'
import { readers } from '../support/words.ts'

const app = useServedApp()
const browser = useBrowser()
const message = 'Zxqv called my sister in Takeo yesterday.'
const addresses: string[] = []
let receipt: Receipt

/** Whatever must lie nowhere in the clear: what she said, how to reach her, her secret digits. */
const needles = (): string[] => [
  said.workerName,
  said.story,
  said.contact,
  said.contact.replaceAll(' ', ''),
  '97 000 4711',
  message,
  receipt.secret,
  receipt.secret.replaceAll(' ', ''),
]

describe('what a complainant says', () => {
  beforeAll(async () => {
    const page = await browser.open({ baseUrl: app.url() })
    page.on('request', (request) => addresses.push(request.url()))
    const reader = readers.en
    receipt = await complain(page, { reader, openness: 'confidential' })
    await page.getByRole('button', { name: reader.t('complain.receipt.done') }).click()
    await follow(page, reader, receipt)
    await page.getByLabel(reader.t('follow.message.label')).fill(message)
    await page.getByRole('button', { name: reader.t('follow.message.send') }).click()
    expect(await page.locator('main').innerText()).toContain(message)
  })

  it('is in no line of the log, whatever its level', () => {
    const found = needles().filter((needle) => app.log.some((line) => line.includes(needle)))

    expect(found).toEqual([])
  })

  it('is in no address that her phone has opened', () => {
    const opened = addresses.map((address) => decodeURIComponent(address.replaceAll('+', ' ')))

    expect(opened.length).toBeGreaterThan(20)
    expect(opened.filter((address) => needles().some((one) => address.includes(one)))).toEqual([])
    expect(opened.filter((address) => address.includes(receipt.number))).toEqual([])
  })

  it('lies in no table of the database in the clear, jobs included', async () => {
    const tables = await app.owner<{ name: string }[]>`
      select format('%I.%I', nspname, relname) as name
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where nspname in ('public', 'graphile_worker') and relkind in ('r', 'p') and not relispartition`
    const found: string[] = []
    for (const { name } of tables) {
      const rows = await app.owner<{ needle: string }[]>`
        select needle from unnest(${needles()}::text[]) needle
        where exists (select from ${app.owner.unsafe(name)} t where strpos(t::text, needle) > 0)`
      found.push(...rows.map(({ needle }) => `${name}: ${needle}`))
    }

    expect(tables.length).toBeGreaterThan(30)
    expect(found).toEqual([])
  })
})
