import { describe, expect, it } from 'vitest'
import { textOf, useComplaintDesk } from '../../../../../tests/support/complaint-desk.ts'
import { ok, refuse } from '../../../../kernel/result.ts'
import { transact } from '../../../../platform/db.ts'
import { receiptCode } from '../../../letters/index.ts'
import { keepReceiptDocument } from '../../actions/receipt-paper.ts'
import type { ComplaintId } from '../../rules/complaint.ts'
import { paperFormNumber } from '../../rules/paper-form.ts'
import { enterPaperForm } from '../../store/paper-form.ts'

const desk = useComplaintDesk()
const told = {
  ...{ openness: 'anonymous', relation: 'worker', respondentKind: 'unknown' },
  ...{ categories: 'wage_unpaid', country: 'TH', 'month-month': '3', 'month-year': '2026' },
  ...{ askedBefore: 'nobody', story: 'She was not paid.' },
  ...{ 'paperDay-day': '12', 'paperDay-month': '11', 'paperDay-year': '2026' },
}

async function printed(copies = '2') {
  const browser = await desk.signedIn('counsellor')
  const answer = await browser.post('/en/work/forms/complaint', { language: 'km', copies })
  const rows = await desk.owner<{ number: string; set_id: string }[]>`
    select number, set_id from paper_form order by printed_at desc, number desc limit ${copies}`
  return { browser, answer, rows, number: rows[0]?.number ?? '' }
}
const enter = async (form: Record<string, string>) => {
  const browser = await desk.signedIn('counsellor')
  return browser.post('/en/work/complaints/new', { ...told, ...form })
}

describe('a form on paper', () => {
  it.each(['0', '21', 'x'])('is not made %s times', async (copies) => {
    const browser = await desk.signedIn('officer')
    const answer = await browser.post('/en/work/forms/complaint', { language: 'km', copies })

    expect(answer.statusCode).toBe(422)
    expect(await desk.owner`select from paper_form`).toHaveLength(0)
  })

  it('is one PDF for the whole set, with each number of its own', async () => {
    const { browser, rows } = await printed('3')
    const pdf = await browser.get(`/en/work/forms/complaint/${rows[0]?.set_id}`)

    expect(new Set(rows.map(({ number }) => number)).size).toBe(3)
    expect(pdf.rawPayload.toString('latin1')).toContain('<pdfaid:part>2</pdfaid:part>')
  })

  it('leads by its QR code to the page where it is entered', async () => {
    const { browser, number } = await printed()
    const scanned = await browser.get(`/F/${number}`)

    expect(scanned.statusCode).toBe(303)
    const shown = await browser.get(String(scanned.headers.location))
    expect(shown.body).toContain(`value="${number}"`)
  })

  it.each([
    ['with a wrong digit', { paperNumber: 'F26-0000001-0' }, 'This form number is not right'],
    [
      'that nobody printed',
      { paperNumber: paperFormNumber(2026, 999n) },
      'No form with this number',
    ],
  ])('%s is not entered', async (_, form, sentence) => {
    const answer = await enter(form)

    expect(answer.statusCode).toBe(422)
    expect(textOf(answer.body)).toContain(sentence)
  })

  it('is not entered without its real day', async () => {
    const { number } = await printed()
    const noDay = { 'paperDay-day': '', 'paperDay-month': '', 'paperDay-year': '' }
    const answer = await enter({ paperNumber: number, ...noDay })

    expect(answer.statusCode).toBe(422)
    expect(textOf(answer.body)).toContain('Enter the day on which this form was really received')
  })

  it('is entered once, and counts from its own day', async () => {
    const { browser, number } = await printed()
    expect((await enter({ paperNumber: number.toLowerCase() })).statusCode).toBe(303)
    const [entered] = await desk.owner`
      select c.door, c.received_at, c.paper_number from complaint c
      join paper_form f on f.complaint_id = c.id where f.number = ${number}`

    const again = await enter({ paperNumber: number })

    expect(entered).toEqual({
      door: 'paper',
      received_at: new Date('2026-11-11T17:00:00Z'),
      paper_number: number,
    })
    expect(again.statusCode).toBe(422)
    expect(textOf(again.body)).toContain('This form was entered already')
    const scanned = await browser.get(`/en/work/complaints/new?form=${number}`)
    expect(textOf(scanned.body)).toContain('This form was entered already')
  })

  it('that two enter at the same moment is entered by one of them', async () => {
    const { number } = await printed()
    const counsellor = await desk.actor('counsellor')
    const [first, second] = [await desk.aComplaint(), await desk.aComplaint()]
    const take = (complaintId: ComplaintId) =>
      transact<null, 'late'>(desk.db, counsellor, async (tx) =>
        (await enterPaperForm(tx, { number, complaintId, at: desk.clock.now }))
          ? ok(null)
          : refuse('late'),
      )

    let held: Promise<unknown> = Promise.resolve()
    const outer = await transact<null, never>(desk.db, counsellor, async (tx) => {
      await enterPaperForm(tx, { number, complaintId: first.id, at: desk.clock.now })
      held = take(second.id)
      return ok(null)
    })

    expect(outer.ok).toBe(true)
    expect(await held).toEqual({ ok: false, refusal: 'late' })
  })
})

describe('a letter about a case', () => {
  it('begins in the words of its kind and stands on the page of the case', async () => {
    const { id, number } = await desk.aComplaint()
    const browser = await desk.signedIn('officer')
    const form = { template: 'acknowledge-receipt', language: 'en' }

    const begun = await browser.post(`/en/work/complaints/${id}/letters`, form)

    const letter = textOf((await browser.get(String(begun.headers.location))).body)
    expect(letter).toContain(`complaint ${number} was received on 20 November 2026`)
    expect(letter).not.toContain('សុខ ដារា')
    expect(textOf((await browser.get(`/en/work/complaints/${id}`)).body)).toContain(
      `Receipt of complaint ${number}`,
    )
    const counsellor = await desk.signedIn('counsellor')
    expect((await counsellor.post(`/en/work/complaints/${id}/letters`, form)).statusCode).toBe(403)
  })
})

describe('a receipt on paper', () => {
  it('is a PDF for the browser that has the slip, and its page says the day', async () => {
    const browser = await desk.signedIn('counsellor')
    const answer = await browser.post('/en/work/complaints/new', told)
    const id = /complaints\/([0-9a-f-]{36})/.exec(answer.headers.location ?? '')?.[1] ?? ''
    const [row] = await desk.owner`select number from complaint where id = ${id}`

    const pdf = await browser.get(`/en/work/complaints/${id}/slip/pdf`)
    const other = await desk.signedIn('officer')
    const refused = await other.get(`/en/work/complaints/${id}/slip/pdf`)
    const deps = { db: desk.jobs, vault: desk.vault, now: () => desk.clock.now }
    await keepReceiptDocument(deps, { recordId: id })
    await keepReceiptDocument(deps, { recordId: id })

    expect(pdf.headers['content-type']).toBe('application/pdf')
    expect(refused.statusCode).toBe(303)
    const code = receiptCode(desk.vault, String(row?.number))
    const shown = textOf((await browser.get(`/en/v/${code}`)).body)
    expect(shown).toContain('A complaint was received on 12 November 2026')
    expect(shown).not.toContain(String(row?.number))
  })
})
