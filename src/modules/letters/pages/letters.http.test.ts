import { createHash } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { textOf, useComplaintDesk } from '../../../../tests/support/complaint-desk.ts'
import { systemActor } from '../../../kernel/actor.ts'
import { ok, refuse } from '../../../kernel/result.ts'
import { transact } from '../../../platform/db.ts'
import { issueReceiptDocument, receiptCode } from '../actions/receipt-document.ts'
import { setLetterCopies } from '../actions/set-copies.ts'
import { nextLetterNumber } from '../store/letter.ts'
import { letterDesk, letterIdIn, letterWords } from '../testing/letter-desk.ts'

const desk = useComplaintDesk()
const { aDraft, rowOf, step, signed, aSignedLetter } = letterDesk(desk)
const words = letterWords
const idIn = letterIdIn

describe('a letter', () => {
  it('is neither seen nor written by those who have nothing to do with it', async () => {
    const { id } = await aDraft()
    for (const login of ['admin', 'counsellor', 'clerk']) {
      const browser = await desk.signedIn(login)
      expect((await browser.get(`/en/work/letters/${id}`)).statusCode, login).toBe(403)
      expect((await browser.get('/en/work/letters')).statusCode, login).toBe(403)
    }
    const elsewhere = await desk.signedIn('officer-bat')
    expect((await elsewhere.get(`/en/work/letters/${id}`)).statusCode).toBe(404)
  })

  it('is not begun without its words, and loses none', async () => {
    const { answer } = await aDraft({ subject: ' ' })

    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain(words.body)
    expect(textOf(answer.body)).toContain('Write what it is about')
  })

  it('keeps every word sealed', async () => {
    const { id } = await aDraft()
    const rows = await desk.owner`
      select l.*, t.content_sealed from letter l join letter_text t on t.letter_id = l.id
      where l.id = ${id}`

    const bytes = JSON.stringify(rows, (_, value) =>
      value?.type === 'Buffer' ? Buffer.from(value.data).toString('utf8') : value,
    )
    expect(bytes).not.toContain('Example Agency 9')
    expect(bytes).not.toContain(words.body)
  })

  it('is passed on with a note, and by nobody from another desk', async () => {
    const { id, browser } = await aDraft()
    const chief = await desk.signedIn('chief')

    expect((await step(browser, { id, action: 'pass-up', note: ' ' })).statusCode).toBe(422)
    expect((await step(chief, { id, action: 'sign' })).statusCode).toBe(422)
    expect(await rowOf(id)).toMatchObject({ status: 'drafted', holder: 'ministry' })

    expect((await step(browser, { id, action: 'pass-up', note: 'Please look' })).statusCode).toBe(
      303,
    )
    expect(await rowOf(id)).toMatchObject({ status: 'climbing', holder: 'dem-abroad' })
    expect((await step(browser, { id, action: 'pass-up' })).statusCode).toBe(422)
    expect(textOf((await chief.get(`/en/work/letters/${id}`)).body)).toContain('Please look')
  })

  it('is not moved by whoever saw an older state of it', async () => {
    const { id, browser } = await aDraft()
    await browser.post(`/en/work/letters/${id}/text`, { ...words, version: '1', subject: 'Other' })

    const late = await step(browser, { id, action: 'pass-up', version: '1' })

    expect(late.statusCode).toBe(422)
    expect(textOf(late.body)).toContain('Somebody changed this letter first')
    expect(await rowOf(id)).toMatchObject({ status: 'drafted', version: 2 })
  })

  it('is sent down with the reason, changed, and climbs again', async () => {
    const { id, browser } = await aDraft()
    await step(browser, { id, action: 'pass-up' })
    const chief = await desk.signedIn('chief')
    await step(chief, { id, action: 'send-back', note: 'Too long' })

    const version = String((await rowOf(id)).version)
    const form = { ...words, subject: 'Shorter', version }
    await browser.post(`/en/work/letters/${id}/text`, form)
    await step(browser, { id, action: 'pass-up' })

    const shown = textOf((await chief.get(`/en/work/letters/${id}`)).body)
    expect(shown).toContain('Too long')
    expect(shown).toContain('Earlier wordings')
    expect(await rowOf(id)).toMatchObject({ status: 'climbing', holder: 'dem-abroad' })
  })

  it('without a code is not signed, and no number is used up', async () => {
    const { id, browser } = await aDraft()
    await step(browser, { id, action: 'pass-up' })
    const before = await desk.owner`select last from letter_counter where direction = 'outgoing'`

    const answer = await step(await desk.signedIn('chief'), { id, action: 'sign' })

    expect(answer.statusCode).toBe(422)
    expect(await rowOf(id)).toMatchObject({ status: 'climbing', number: null })
    expect(await desk.owner`select last from letter_counter where direction = 'outgoing'`).toEqual(
      before,
    )
  })

  it('gets number, PDF and signature together, and nobody changes it afterwards', async () => {
    const { id, row, chief } = await aSignedLetter()

    expect(row).toMatchObject({ status: 'signed', year: 2026, holder: null })
    const pdf = await chief.get(`/en/work/letters/${id}/pdf`)
    expect(pdf.rawPayload.toString('latin1')).toContain('<pdfaid:part>2</pdfaid:part>')
    const [document] = await desk.owner`select pdf_hash from document where code = ${row.code}`
    expect(document?.pdf_hash).toEqual(createHash('sha256').update(pdf.rawPayload).digest())
    expect(
      await desk.owner`select from signature where record_id = ${id} and meaning = 'letter.sign'`,
    ).toHaveLength(1)
    const officer = await desk.actor('officer')
    await expect(
      transact(desk.db, officer, async (tx) => {
        await tx`update letter set number = 99 where id = ${id}`
        return ok(null)
      }),
    ).rejects.toThrow(/stays/)
  })
})

describe('the numbers of a register', () => {
  it('have no gap where one of two at the same moment is undone', async () => {
    const officer = await desk.actor('officer')
    const register = {
      direction: 'incoming',
      officeId: String(officer.officeId),
      year: 2031,
    } as const
    let release = () => {}
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    const given: number[] = []
    const take = (undo: boolean) =>
      transact<null, 'undone'>(desk.db, officer, async (tx) => {
        const number = await nextLetterNumber(tx, register)
        if (undo) await held
        else given.push(number)
        return undo ? refuse('undone') : ok(null)
      })

    const first = take(true)
    await wait(50)
    const second = take(false)
    await wait(50)
    expect(given).toEqual([])
    release()
    await Promise.all([first, second])
    await take(false)

    expect(given).toEqual([1, 2])
  })
})

describe('a letter that came in', () => {
  const form = {
    ...{ correspondent: 'Example Sender', subject: 'Question', reference: 'A-1' },
    ...{ 'receivedOn-day': '12', 'receivedOn-month': '11', 'receivedOn-year': '2026' },
  }
  it('is registered on the day on which it came, not before and not after today', async () => {
    const browser = await desk.signedIn('officer')
    const later = { ...form, 'receivedOn-day': '30' }
    expect((await browser.post('/en/work/letters/incoming', later)).statusCode).toBe(422)

    const answer = await browser.post('/en/work/letters/incoming', form)

    const id = idIn(answer.headers.location)
    const [row] = await desk.owner`select received_on, number, status from letter where id = ${id}`
    expect(row).toEqual({ received_on: '2026-11-12', number: 1, status: 'received' })
    const list = textOf((await browser.get('/en/work/letters?direction=incoming')).body)
    expect(list).toContain('Example Sender')
    const csv = await browser.get('/en/work/letters/export?direction=incoming')
    expect(csv.body).toContain('0001/26')
  })
})

describe('the page of a printed document', () => {
  const look = (code: unknown, ip = '10.77.0.1') =>
    desk.app().inject({ url: `/en/v/${code}`, headers: { 'x-forwarded-for': ip } })

  it('says what it is and as of when, and nothing of any person', async () => {
    const { row } = await aSignedLetter()

    const answer = await look(row.code)

    const shown = textOf(answer.body)
    expect(answer.headers['cache-control']).toBe('no-store')
    expect(shown).toContain('is in force')
    expect(shown).toContain('As of 20 November 2026')
    for (const word of [words.correspondent, words.subject, words.body, 'Kumru'])
      expect(shown).not.toContain(word)
    const scanned = await desk.app().inject({ url: `/V/${row.code}` })
    expect(scanned.statusCode).toBe(200)
  })

  it('says of a withdrawn letter that it is not in force any more', async () => {
    const { id, chief, row } = await aSignedLetter()
    await step(chief, { id, action: 'withdraw', note: 'Wrong person' })

    const shown = textOf((await look(row.code)).body)

    expect(shown).toContain('is not in force any more')
    expect(shown).not.toContain('Wrong person')
  })

  it('says of a replaced letter which one took its place, once that is signed', async () => {
    const { id, chief, row } = await aSignedLetter()
    const elsewhere = await desk.signedIn('chief')
    expect((await elsewhere.post(`/en/work/letters/${id}/replacement`)).statusCode).toBe(422)
    const officer = await desk.signedIn('officer')
    const begun = await officer.post(`/en/work/letters/${id}/replacement`)
    const newer = idIn(begun.headers.location)
    await step(officer, { id: newer, action: 'pass-up' })
    expect(textOf((await look(row.code)).body)).toContain('is in force')

    expect((await signed(chief, newer)).statusCode).toBe(303)

    const { number } = await rowOf(newer)
    const shown = textOf((await look(row.code)).body)
    expect(shown).toContain(`letter ${String(number).padStart(4, '0')}/26 took its place`)
    expect(await rowOf(id)).toMatchObject({ status: 'withdrawn' })
  })

  it('says of a receipt the day and no more', async () => {
    const receipt = { recordId: '01900000-0000-7000-8000-00000000000a', day: '2026-11-12' as never }
    await transact(desk.jobs, systemActor('test'), async (tx) => {
      await issueReceiptDocument(tx, desk.vault, { ...receipt, at: desk.clock.now })
      return ok(null)
    })

    const shown = textOf((await look(receiptCode(desk.vault, receipt.recordId))).body)

    expect(shown).toContain('A complaint was received on 12 November 2026')
    expect(shown).not.toContain('is in force')
    const [kept] =
      await desk.owner`select number, letter_id, office_id from document where kind = 'receipt'`
    expect(kept).toEqual({ number: null, letter_id: null, office_id: null })
  })

  it('slows down whoever tries codes, and not whoever holds a paper', async () => {
    const { row } = await aSignedLetter()
    for (let times = 0; times < 25; times += 1)
      expect((await look(row.code, '10.78.0.1')).statusCode).toBe(200)

    const tried = []
    for (let times = 0; times < 21; times += 1)
      tried.push((await look('AAAA-BBBB-CCCC-DDDD', '10.78.0.2')).statusCode)

    expect(tried.slice(0, 20).every((status) => status === 404)).toBe(true)
    expect(tried.at(-1)).toBe(429)
    expect((await look(row.code, '10.78.0.2')).statusCode).toBe(429)
  })
})

it('sets a paper for each of many recipients, in pieces', async () => {
  const recipients = Array.from({ length: 23 }, (_, index) => `Example Agency ${index}`).join('\n')
  const { id } = await aSignedLetter({ recipients })
  const unset = async () =>
    (await desk.owner`select from letter_copy where letter_id = ${id} and pdf_file is null`).length
  const deps = { db: desk.jobs, vault: desk.vault, files: desk.files }

  await setLetterCopies(deps, id)
  expect(await unset()).toBe(3)
  await setLetterCopies(deps, id)
  expect(await unset()).toBe(0)

  const browser = await desk.signedIn('officer')
  const copy = await browser.get(`/en/work/letters/${id}/copies/23`)
  expect(copy.headers['content-type']).toBe('application/pdf')
  expect(textOf((await browser.get(`/en/work/letters/${id}`)).body)).toContain('23 of 23 are set')
})
