import { describe, expect, it } from 'vitest'
import { textOf, useComplaintDesk } from '../../../../tests/support/complaint-desk.ts'
import { letterDesk } from '../testing/letter-desk.ts'

const desk = useComplaintDesk()
const { aClimbedLetter, codeFor, rowOf, step } = letterDesk(desk)
const at = (id: string) => `/en/work/letters/to-sign/${id}`
const signatures = async () =>
  (await desk.owner`select 1 from signature where meaning = 'letter.sign'`).length

describe('many letters in one sitting', () => {
  it('are offered to nobody else, and none is signed without the code or in an older wording', async () => {
    const id = await aClimbedLetter({ subject: 'The only one' })
    for (const login of ['officer', 'counsellor', 'admin'])
      expect((await (await desk.signedIn(login)).get(at(id))).statusCode, login).toBe(403)
    const director = await desk.signedIn('director')
    expect((await director.get(at(id))).headers.location).toContain('/en/work/letters/to-sign')
    const chief = await desk.signedIn('chief')
    const { version } = await rowOf(id)

    const without = await chief.post(at(id), { version: String(version) })
    const code = await codeFor(chief, at(id))
    const older = await chief.post(at(id), { version: '1', 'signing-code': code })

    expect([without.statusCode, older.statusCode]).toEqual([422, 422])
    expect(textOf(without.body)).toContain('Letter 1 of 1')
    expect(textOf(older.body)).toContain('Somebody changed this letter first')
    expect(await signatures()).toBe(0)
    await step(chief, { id, action: 'send-back', note: 'Not now.' })
  })

  it('are each seen and signed, or skipped, with one code, to the end of the row', async () => {
    const ids = []
    for (const subject of ['First', 'Second', 'Third']) {
      desk.clock.now = new Date(desk.clock.now.getTime() + 60_000)
      ids.push(await aClimbedLetter({ subject }))
    }
    const [first = '', second = '', third = ''] = ids
    const chief = await desk.signedIn('chief')
    const list = textOf((await chief.get('/en/work/letters/to-sign')).body)
    expect(list).toContain('3 letters wait for your signature')
    const sign = async (id: string, form: Record<string, string>) => {
      const { version } = await rowOf(id)
      return (await chief.post(at(id), { version: String(version), ...form })).headers.location
    }

    const code = await codeFor(chief, at(first))
    const toSecond = await sign(first, { passed: '0', signed: '0', 'signing-code': code })
    expect(toSecond).toContain(`/to-sign/${second}?after=${first}&passed=1&signed=1`)
    const page = await chief.get(String(toSecond))
    const shown = textOf(page.body)
    expect(shown).toContain('Letter 2 of 3')
    expect(shown).toContain('Second')
    expect(shown).toMatch(/Signed as \d{4}\/26/)
    const skip = /href="([^"]*passed=2[^"]*)"/.exec(page.body)?.[1]?.replaceAll('&amp;', '&') ?? ''
    expect(textOf((await chief.get(skip)).body)).toContain('Letter 3 of 3')
    const end = await sign(third, { passed: '2', signed: '1' })

    expect(textOf((await chief.get(String(end))).body)).toContain(
      '2 signed, one skipped, still on your desk',
    )
    const statuses = await Promise.all(ids.map(async (id) => (await rowOf(id)).status))
    expect(statuses).toEqual(['signed', 'climbing', 'signed'])
    expect(await signatures()).toBe(2)
  })
})
