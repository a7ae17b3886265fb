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
    const empty = textOf((await browser.get(url)).body)
    expect(empty).toContain('See what will be recorded')
    const seenIn = (body: string) => /name="seen" value="([^"]+)"/.exec(body)?.[1] ?? ''
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
    const seenWaived = seenIn((await browser.post(url, waived)).body)
    const gaveUp = await browser.post(url, {
      ...waived,
      submission: submission(),
      seen: seenWaived,
    })
    expect(gaveUp.body).toContain('gives up a complaint about a crime')
    const settled = form({ [`sum-${one}`]: '៤០០,០០០' })
    const read = await browser.post(url, settled)
    expect(textOf(read.body)).toMatch(/2\. អ្នកគំរូ 2 · /)
    expect(read.body).toContain('Record the outcome')
    expect(await duesOf(id)).toEqual([])
    const seen = seenIn(read.body)
    const done = await browser.post(url, { ...settled, submission: submission(), seen })
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

describe('a day of paying out', () => {
  it('is set, printed, entered as a whole on one page, and ends in papers that are numbered', async () => {
    const { id, number, secret, persons } = await aGroupCase(desk, 3)
    const terms = persons.map((personId) => aTerm({ personId, debtor: agency() }))
    must(await outcomeBy(desk, id, aSettlement({ persons: persons.map(accepted), terms })))
    const dues = await duesOf(id)
    const browser = await desk.signedIn('officer')
    const money = `/en/work/complaints/${id}/money`
    const wish = (way: string) =>
      browser.post(`${money}/wishes`, {
        ...{ submission: submission(), [`wish-${persons[0]}`]: way },
      })
    expect((await wish('by-post')).statusCode).toBe(422)
    expect((await wish('cash')).statusCode).toBe(303)
    expect(textOf((await browser.get('/en/work/pay-outs/new')).body)).toContain(`${number}/1-1`)
    const set = (over: Record<string, string | string[]>) =>
      browser.post('/en/work/pay-outs/new', {
        ...{ submission: submission(), place: 'Town hall', ...day('heldOn', '2026-11-20') },
        ...{ due: dues.map((due) => due.id), ...over },
      })
    for (const [over, field] of [
      [{ place: ' ' }, 'place'],
      [{ due: [] }, 'due'],
      [{ due: 'x' }, 'due'],
      [day('heldOn', '2031-01-01'), 'heldOn'],
    ] as const) {
      const refused = await set(over as Record<string, string>)
      expect(refused.statusCode).toBe(422)
      expect(refused.body).toContain(`href="#${field}"`)
    }
    const created = await set({})
    expect(created.statusCode).toBe(303)
    const url = (created.headers.location ?? '').split('?')[0] ?? ''
    const shown = (await browser.get(url)).body
    for (const language of ['km', 'en']) {
      const pdf = await browser.get(`${url}/list?language=${language}`)
      expect(pdf.headers['content-type']).toBe('application/pdf')
      expect(pdf.rawPayload.subarray(0, 5).toString()).toBe('%PDF-')
    }
    const her = await desk.signedIn('clerk2')
    await her.post('/en/follow', { submission: submission(), number, secret })
    expect(textOf((await her.get('/en/follow/case')).body)).toContain(
      'Pay-out on 20 November 2026 at Town hall',
    )
    const names = [...shown.matchAll(/name="mark-([0-9a-f-]{36})"/g)].map((found) => found[1] ?? '')
    expect(names).toHaveLength(3)
    const seen = Object.fromEntries(names.map((entry) => [`version-${entry}`, '1']))
    const enter = (over: Record<string, string>) =>
      browser.post(`${url}/record`, { submission: submission(), ...seen, ...over })
    expect((await enter({})).body).toContain('href="#rest"')
    expect((await enter({ [`mark-${names[0]}`]: 'flew-away' })).statusCode).toBe(422)
    const rest = { [`mark-${names[1]}`]: 'absent', rest: 'herself' }
    expect((await enter(rest)).statusCode).toBe(303)
    const twice = await enter({ [`mark-${names[0]}`]: 'herself' })
    expect(textOf(twice.body)).toContain('Somebody recorded this a moment ago')
    expect((await duesOf(id)).map(({ received }) => received).toSorted()).toEqual([
      0n,
      25_000n,
      25_000n,
    ])
    const paper = await browser.post(`${url}/paper`, {
      ...{ submission: submission(), entry: names[0] ?? '', language: 'en' },
    })
    expect(textOf((await browser.get(paper.headers.location ?? '')).body)).toContain('250 USD')
    for (const kind of ['payment-plan', 'settlement-statement']) {
      const begun = await browser.post(`${money}/paper`, {
        ...{ submission: submission(), paper: kind, person: persons[1] ?? '', language: 'km' },
      })
      expect(begun.headers.location).toContain('/work/letters/')
    }
  })

  it('does not end a case: without her word it closes with a reason and a message alone', async () => {
    const group = await aGroupCase(desk, 1)
    const [one = ''] = group.persons
    const terms = [aTerm({ personId: one, debtor: agency() })]
    must(await outcomeBy(desk, group.id, aSettlement({ persons: [accepted(one)], terms })))
    const browser = await desk.signedIn('officer')
    const url = `/en/work/complaints/${group.id}/money`
    const page = (await browser.get(url)).body
    expect(textOf(page)).toContain('Something is still owed.')
    const version = /name="version" value="(\d+)"/.exec(page)?.[1] ?? ''
    const close = (over: Record<string, string>) =>
      browser.post(`${url}/close`, {
        ...{
          submission: submission(),
          version,
          reason: 'cannot-be-reached',
          message: 'Asked twice',
        },
        ...over,
      })
    for (const over of [{ reason: 'bored' }, { message: '' }, { version: '1' }])
      expect((await close(over)).statusCode).toBe(422)
    expect((await close({})).statusCode).toBe(303)
    expect(textOf((await browser.get(url)).body)).toContain('This case is closed.')
    const [row] = await desk.owner`select closed_how from complaint where id = ${group.id}`
    expect(row?.closed_how).toBe('without-confirmation')
  })
})
