import { describe, expect, it } from 'vitest'
import { langs } from '../../src/kernel/reader.ts'
import { screenshot, useBrowser } from '../support/browser.ts'
import { useServedApp } from '../support/served-app.ts'
import { readers } from '../support/words.ts'

const app = useServedApp()
const browser = useBrowser()

describe.each(langs)(
  'somebody who was offered work, on a phone without JavaScript, in %s',
  (lang) => {
    const { t, link, name } = readers[lang]

    const ask = async (question: string) => {
      const page = await browser.open({ baseUrl: app.url() })
      await page.goto(link('/'))
      await page.getByLabel(t('licences.search.q')).fill(question)
      await page.getByRole('button', { name: t('licences.search.look') }).click()
      return page
    }
    const heading = (page: Awaited<ReturnType<typeof ask>>) =>
      page.getByRole('heading', { level: 1 }).innerText()

    it('finds a licensed agency by a spelling of its name, and everything about it', async () => {
      const page = await ask('Svay Toum')
      await screenshot(page, `look-up-licensed-${lang}`)

      expect(await heading(page)).toContain(name({ km: 'ស្វាយទុំ', en: 'Ripe Mango' }))
      await page.getByRole('link', { name: t('licences.search.see-agency') }).click()
      await screenshot(page, `agency-${lang}`)
      expect(await heading(page)).toContain(name({ km: 'ស្វាយទុំ', en: 'Ripe Mango' }))
    })

    it.each([
      ['suspended', 'Golden Durian'],
      ['revoked', 'Ambong Banana'],
      ['warned', 'Flying Fruit Basket'],
    ])('is told that an agency is %s, and what to do', async (kind, asked) => {
      const page = await ask(asked)
      await screenshot(page, `look-up-${kind}-${lang}`)

      expect(await page.locator('main').innerText()).toContain(t(`licences.advice.${kind}`))
    })

    it('is never told that a name is licensed which only resembles a licensed one', async () => {
      const page = await ask('Ripe Mangos')
      await screenshot(page, `look-up-similar-${lang}`)

      expect(await heading(page)).toBe(t('licences.answer.not-found', { typed: 'Ripe Mangos' }))
      const words = await page.locator('main').innerText()
      expect(words).toContain(t('licences.similar.title'))
      expect(words).toContain(t('licences.similar.mark'))
    })

    it('reads the same page in the other language', async () => {
      const page = await ask('Golden Durian')
      const other = readers[lang === 'km' ? 'en' : 'km']

      await page.getByRole('link', { name: t('ui.language.other') }).click()

      expect(await page.locator('main').innerText()).toContain(other.t('licences.advice.suspended'))
    })
  },
)
