import { expect, it } from 'vitest'
import { routes } from '../../src/routes.ts'
import { screenshot, useBrowser } from '../support/browser.ts'
import { useServedApp } from '../support/served-app.ts'
import { signInBrowser } from '../support/sign-in-browser.ts'
import { readers } from '../support/words.ts'

const app = useServedApp()
/** A microphone that beeps, and a person who allows it. */
const browser = useBrowser(['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'])
const { t, link } = readers.km

it('is read aloud at the desk, heard, kept, and plays on the page that says it', async () => {
  const page = await browser.open({ baseUrl: app.url(), screen: 'desk', script: true })
  const faults: string[] = []
  page.on('pageerror', ({ message }) => faults.push(message))
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text())
  })
  await signInBrowser(page, app, 'counsellor')
  await page.goto(link(routes.phrases.href()))
  await page.locator(`main a[href*="${routes.phrases.path}/"]`).first().click()
  const [before] = await app.owner`select count(*)::int as n from voice_clip`
  await page.locator('[data-record]').click()
  await page.getByText(t('voice.record.running')).waitFor()
  await page.waitForTimeout(1_500)
  await page.locator('[data-stop]').click()
  await page.getByText(t('voice.record.done')).waitFor()
  await screenshot(page, 'voice-recorded')
  const heard = await page.evaluate(async () => {
    const audio = document.querySelector<HTMLAudioElement>('[data-heard]')
    if (!audio) return null
    if (audio.readyState < 1)
      await new Promise((done) => audio.addEventListener('loadedmetadata', done))
    return audio.duration
  })
  expect(heard).toBeGreaterThan(0.8)
  await page.getByRole('button', { name: t('voice.record.keep') }).click()
  await page.getByRole('heading', { name: t('voice.recordings') }).waitFor()
  await screenshot(page, 'voice-kept')

  const [after] = await app.owner`select count(*)::int as n from voice_clip`
  expect(after?.n).toBe(before?.n + 1)
  const plays = await page.evaluate(async () => {
    const audio = document.querySelector<HTMLAudioElement>('.files audio')
    if (!audio) return null
    audio.load()
    await new Promise((done, fail) => {
      audio.addEventListener('loadedmetadata', done, { once: true })
      audio.addEventListener('error', () => fail(new Error('does not play')), { once: true })
      audio.preload = 'metadata'
      audio.load()
    })
    return audio.duration
  })
  expect(plays).toBeGreaterThan(0.8)
  expect(faults).toEqual([])
})
