import { describe, expect, it } from 'vitest'
import { textOf, useComplaintDesk } from '../../../../../tests/support/complaint-desk.ts'
import { listDues, listPayments } from '../../../ledger/index.ts'
import {
  accepted,
  aGroupCase,
  aSettlement,
  aTerm,
  must,
  outcomeBy,
} from '../../testing/outcomes.ts'

const desk = useComplaintDesk()
const agency = () => ({ kind: 'agency' as const, id: desk.agencies[0] })
const submission = () => crypto.randomUUID()
const day = (name: string, text: string) => {
  const [year = '', month = '', date = ''] = text.split('-')
  return { [`${name}-year`]: year, [`${name}-month`]: month, [`${name}-day`]: date }
}
const duesOf = (caseId: string) => listDues(desk.owner, { caseIds: [caseId] })

describe('an officer', () => {
  it('is told beside the field what is wrong with a sum, and records a settlement', async () => {
    const { id, persons } = await aGroupCase(desk, 2)
    const [one = '', two = ''] = persons
    const browser = await desk.signedIn('officer')
    const url = `/en/work/complaints/${id}/outcome`
    expect((await browser.get(url)).statusCode).toBe(200)
    const form = (over: Record<string, string>) => ({
      ...{ submission: submission(), kind: 'settlement', basis: 'Minutes', currency: 'KHR' },
      ...{ ...day('madeOn', '2026-11-19'), ...day('dueOn', '2026-12-10'), plan: 'once' },
      ...{ debtor: `agency:${desk.agencies[0]}`, answerHow: 'thumbprint', version: '' },
      ...{ [`answer-${one}`]: 'accepted', [`answer-${two}`]: 'refused', ...over },
    })
    for (const typed of ['-5', '0', '1.5', '99999999999999999999', 'five']) {
      const refused = await browser.post(url, form({ [`sum-${one}`]: typed }))
      expect(refused.statusCode).toBe(422)
      expect(refused.body).toContain(`id="sum-${one}-error"`)
    }
    const waived = form({ [`sum-${one}`]: '400000', basis: 'She withdraws her police complaint' })
    expect((await browser.post(url, waived)).body).toContain('gives up a complaint about a crime')
    const done = await browser.post(url, form({ [`sum-${one}`]: '400,000' }))
    expect(done.statusCode).toBe(303)
    expect(await duesOf(id)).toMatchObject([{ owed: 400_000n, beneficiaryId: one }])
    const shown = await browser.get(`/en/work/complaints/${id}/money`)
    expect(textOf(shown.body)).toContain('1 accepted, 1 refused, 0 not reached')
  })
})

describe('money on its way', () => {
  it('is reported by the agency, confirmed in part with the receipt, and stands on the list', async () => {
    const group = await aGroupCase(desk, 1)
    const [one = ''] = group.persons
    const terms = [aTerm({ personId: one, debtor: agency() })]
    must(await outcomeBy(desk, group.id, aSettlement({ persons: [accepted(one)], terms })))
    const [due] = await duesOf(group.id)
    const clerk = await desk.signedIn('clerk')
    expect((await clerk.get('/en/agency/dues')).body).toContain(`pay-${due!.id}`)
    const slip = { ...day('paidOn', '2026-11-20'), channel: 'wallet', reference: 'A-1' }
    const pay = (minor: string) =>
      clerk.post('/en/agency/dues/pay', {
        submission: submission(),
        ...slip,
        [`pay-${due!.id}`]: minor,
      })
    const tooMuch = await pay('250.01')
    expect(tooMuch.statusCode).toBe(422)
    expect(tooMuch.body).toContain(`id="pay-${due!.id}-error"`)
    expect((await pay('250')).statusCode).toBe(303)
    const [payment] = await listPayments(desk.owner, { dueIds: [due!.id] })
    const question = `/en/follow/case/money/${due!.id}/${payment!.id}`

    const stranger = await desk.signedIn('clerk2')
    expect((await stranger.get(question)).statusCode).not.toBe(200)
    const her = stranger
    const wrong = await her.post('/en/follow', {
      ...{ submission: submission(), number: group.number, secret: '0000000000' },
    })
    expect(wrong.statusCode).toBe(422)
    const known = await her.post('/en/follow', {
      ...{ submission: submission(), number: group.number, secret: group.secret },
    })
    expect(known.statusCode).toBe(303)
    expect(textOf((await her.get('/en/follow/case')).body)).toContain('Did the money arrive?')
    const part = { submission: submission(), answer: 'part', minor: '100' }
    expect((await her.post(question, { ...part, minor: '1000' })).statusCode).toBe(422)
    expect((await her.post(question, { ...part, submission: submission() })).statusCode).toBe(303)
    expect(await duesOf(group.id)).toMatchObject([{ owed: 15_000n, paid: 0n, received: 10_000n }])
    const officer = await desk.signedIn('officer')
    const list = await officer.get('/en/work/payments?state=open')
    expect(textOf(list.body)).toContain(`${group.number}/1-1`)
    const file = await officer.get('/en/work/payments/export?state=all')
    expect(file.body).toContain(`${group.number}/1-1`)
  })
})

describe('sums of many', () => {
  it('come from a sheet: nothing typed is lost, and the total is read before it is recorded', async () => {
    const { id } = await aGroupCase(desk, 60)
    const browser = await desk.signedIn('officer')
    const url = `/en/work/complaints/${id}/outcome`
    expect((await browser.get(url)).body).toContain('Number\tName\tAnswer')
    const send = (sheet: string, over: Record<string, string> = {}) =>
      browser.post(url, {
        ...{ submission: submission(), kind: 'settlement', basis: 'Minutes', currency: 'USD' },
        ...{ ...day('madeOn', '2026-11-19'), ...day('dueOn', '2026-12-10'), plan: 'once' },
        ...{ debtor: `agency:${desk.agencies[0]}`, answerHow: 'thumbprint', version: '' },
        ...{ entry: 'sheet', answerAll: 'accepted', sheet, ...over },
      })
    const wrong = await send('1\t250\n2\ttwo\n77\t5\n3\t1.005')
    expect(wrong.statusCode).toBe(422)
    expect(textOf(wrong.body)).toMatch(/Line 2, person 2\. អ្នកគំរូ 2, Sum: /)
    expect(textOf(wrong.body)).toContain('Line 3, person 77, Number: nobody in this case')
    expect(wrong.body).toContain('1\t250\n2\ttwo\n77\t5')
    const sheet = Array.from({ length: 60 }, (_, at) => `${at + 1}\t${at + 1}.50`).join('\n')
    const differs = await send(sheet, { total: '1,861' })
    expect(textOf(differs.body)).toMatch(/The paper says 1,861, the rows come to .*1,860/)
    const read = await send(sheet, { total: '1,860' })
    expect(read.statusCode).toBe(200)
    expect(textOf(read.body)).toMatch(/Together .*1,860/)
    expect(await duesOf(id)).toEqual([])
    const [, seen = ''] = /name="seen" value="([^"]+)"/.exec(read.body) ?? []
    expect((await send(sheet, { seen })).statusCode).toBe(303)
    const dues = await duesOf(id)
    expect(dues.length).toBe(60)
    expect(dues.reduce((sum, { owed }) => sum + owed, 0n)).toBe(186_000n)
  })
})
