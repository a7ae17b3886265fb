import { beforeAll, describe, expect, it } from 'vitest'
import { textOf, useComplaintDesk } from '../../../../tests/support/complaint-desk.ts'
import { runJobs } from '../../../../tests/support/jobs.ts'
import { type SentFile, sendFiles } from '../../../../tests/support/uploads.ts'
import { shortAddress } from '../../../platform/documents/public-address.ts'
import { qrSvg } from '../../../platform/documents/qr.ts'
import { aPhoto } from '../../evidence/testing/samples.ts'
import { issueReceiptDocument, receiptCode } from '../actions/receipt-document.ts'
import { letterDesk } from '../testing/letter-desk.ts'
import { aPdfOf, aPicture, scannedPage } from '../testing/scanned-page.ts'

const desk = useComplaintDesk()
const { aSignedLetter } = letterDesk(desk)
let photo: Buffer
beforeAll(async () => {
  photo = await aPhoto({ width: 640, height: 480 })
})

async function handIn(login: string, ...pictures: readonly Buffer[]) {
  const browser = await desk.signedIn(login)
  const url = '/en/work/letters/scans'
  const files = pictures.map((bytes, n): SentFile => ['scan', `${n}.jpg`, bytes])
  const answer = await sendFiles(desk.app(), { url, files, cookies: browser.cookies })
  await runJobs(desk)
  return { browser, answer, shown: textOf((await browser.get(url)).body) }
}
const scans = () =>
  desk.owner`select status, reason, letter_id from letter_scan order by uploaded_at, id`
const filesOf = (id: string) =>
  desk.owner`select kind, status from evidence where record_id = ${id}`
const aCode = async (text: string) => aPicture(await qrSvg(text))
const clear = () => desk.owner`delete from letter_scan`

describe('scans that were handed in together', () => {
  it('without any, with more than a tray, or with what is no picture: nothing is kept', async () => {
    expect((await handIn('officer')).answer.statusCode).toBe(422)
    const many = Array.from({ length: 21 }, () => photo)
    expect((await handIn('officer', ...many)).answer.statusCode).toBe(422)
    expect((await handIn('officer', photo, Buffer.from('text'))).answer.statusCode).toBe(422)
    expect(await scans()).toEqual([])
    const counsellor = await desk.signedIn('counsellor')
    expect((await counsellor.get('/en/work/letters/scans')).statusCode).toBe(403)
  })

  it('wait with a sentence where the code is not one of a letter that this person sees', async () => {
    const { row } = await aSignedLetter()
    const record = '01900000-0000-7000-8000-00000000000b'
    await desk.owner.begin((tx) =>
      issueReceiptDocument(tx, desk.vault, {
        ...{ recordId: record, day: '2026-11-12' as never, at: desk.clock.now },
      }),
    )
    const { shown } = await handIn(
      'officer',
      photo,
      await aCode('HTTPS://LABOUR.EXAMPLE/V/ABCDEFGHJKLMNPQR'),
      await aCode(shortAddress('/V', 'ABCDEFGHJKLMNPQR')),
      await aCode(shortAddress('/V', receiptCode(desk.vault, record))),
    )
    const elsewhere = await handIn('officer-bat', await aCode(shortAddress('/V', String(row.code))))

    expect((await scans()).map(({ status, reason }) => [status, reason]).sort()).toEqual([
      ['unmatched', 'foreign-code'],
      ['unmatched', 'no-code'],
      ['unmatched', 'not-yours'],
      ['unmatched', 'receipt'],
      ['unmatched', 'unknown-code'],
    ])
    expect(shown).toContain('The QR code on it is not one of ours')
    expect(shown).toContain('No QR code can be read on it')
    expect(shown).not.toContain('not one of those that you may see')
    expect(elsewhere.shown).toContain('not one of those that you may see')
    await clear()
  })

  it('find their letters by the code on our own paper, photographed askew or as a PDF', async () => {
    const { id, chief, row } = await aSignedLetter()
    const pdf = (await chief.get(`/en/work/letters/${id}/pdf`)).rawPayload
    const photographed = await scannedPage(pdf, { dpi: 150, turn: 3 })
    const scanned = aPdfOf(await scannedPage(pdf, { dpi: 200, turn: -2 }))

    const { shown, answer } = await handIn('officer', photographed, scanned)

    expect(answer.statusCode).toBe(303)
    expect((await scans()).map(({ status, letter_id }) => [status, letter_id])).toEqual([
      ['matched', id],
      ['matched', id],
    ])
    expect((await filesOf(id)).map(({ kind, status }) => [kind, status]).sort()).toEqual([
      ['jpeg', 'checked'],
      ['pdf', 'checked'],
    ])
    expect(shown).toContain(`Letter ${String(row.number).padStart(4, '0')}/26`)
    // Nothing of it is left under the key that it had before.
    expect(
      await desk.owner`select 1 from letter_scan s join person_key k on k.id = s.key_id
        where k.wrapped is not null`,
    ).toEqual([])
    await clear()
  })

  it('of several letters in one file wait; by hand it goes to the number that somebody reads', async () => {
    const one = await aSignedLetter()
    const other = await aSignedLetter()
    const both = aPdfOf(
      await aCode(shortAddress('/V', String(one.row.code))),
      await aCode(shortAddress('/V', String(other.row.code))),
    )
    const { browser, shown } = await handIn('officer', both)
    expect(shown).toContain('pages of several letters')
    const [scan] = await desk.owner`select id, version from letter_scan`
    const match = (number: string) =>
      browser.post(`/en/work/letters/scans/${scan?.id}/match`, {
        ...{ number, direction: 'outgoing', version: String(scan?.version) },
      })
    expect(textOf((await match('twelve')).body)).toContain('as it stands on the letter')
    expect(textOf((await match('9999/26')).body)).toContain('No letter with this number')

    const answers = await Promise.all([
      match(`${one.row.number}/26`),
      match(`${one.row.number}/26`),
    ])
    await runJobs(desk)

    expect(answers.map(({ statusCode }) => statusCode).sort()).not.toEqual([303, 303])
    expect(await filesOf(one.id)).toHaveLength(1)
    expect(await filesOf(other.id)).toHaveLength(0)
    await clear()
  })
})
