import { type Desk, type DeskBrowser, textOf } from '../../../../tests/support/complaint-desk.ts'

export const letterWords = {
  ...{ language: 'km', correspondent: 'Example Agency 9', subject: 'សំណើ', reference: '' },
  body: 'អត្ថបទសម្ងាត់របស់លិខិត',
}
export const letterIdIn = (location: unknown): string =>
  /letters\/([0-9a-f-]{36})/.exec(String(location))?.[1] ?? 'no letter'

type Step = { readonly id: string; readonly action: string } & Record<string, string>

/** Letters as the demonstration's people write and sign them in their browsers. */
export function letterDesk(desk: Desk) {
  const rowOf = async (id: string) => {
    const [row] = await desk.owner`
      select l.status, l.version, l.year, l.number, l.code, l.holder_office_id, o.code as holder
      from letter l left join office o on o.id = l.holder_office_id where l.id = ${id}`
    return row ?? {}
  }
  async function aDraft(over: Record<string, string> = {}, login = 'officer') {
    const browser = await desk.signedIn(login)
    const answer = await browser.post('/en/work/letters/new', { ...letterWords, ...over })
    return { browser, id: letterIdIn(answer.headers.location), answer }
  }
  async function step(browser: DeskBrowser, { id, action, ...form }: Step) {
    const version = String((await rowOf(id)).version)
    const sent = { version, note: 'Read.', ...form }
    return browser.post(`/en/work/letters/${id}/actions/${action}`, sent)
  }
  /** The code that a demonstration's person would read from a phone; it counts once. */
  async function codeFor(browser: DeskBrowser, url: string): Promise<string> {
    desk.clock.now = new Date(desk.clock.now.getTime() + 31_000)
    return /would now show (\d{6})/.exec(textOf((await browser.get(url)).body))?.[1] ?? ''
  }
  async function signed(browser: DeskBrowser, id: string) {
    const code = await codeFor(browser, `/en/work/letters/${id}`)
    return step(browser, { id, action: 'sign', 'signing-code': code })
  }
  /** On the desk of the chief, who signs. */
  async function aClimbedLetter(over: Record<string, string> = {}) {
    const { id } = await aDraft(over)
    await step(await desk.signedIn('officer'), { id, action: 'pass-up' })
    return id
  }
  async function aSignedLetter(over: Record<string, string> = {}) {
    const id = await aClimbedLetter(over)
    const chief = await desk.signedIn('chief')
    const answer = await signed(chief, id)
    if (answer.statusCode !== 303) throw new Error(`not signed: ${answer.statusCode}`)
    return { id, chief, row: await rowOf(id) }
  }
  return { rowOf, aDraft, step, codeFor, signed, aClimbedLetter, aSignedLetter }
}
