import { beforeAll, describe, expect, it } from 'vitest'
import { textOf, useComplaintDesk } from '../../../../tests/support/complaint-desk.ts'
import { runJobs } from '../../../../tests/support/jobs.ts'
import { sendFiles } from '../../../../tests/support/uploads.ts'
import { anOgg, aPdf, aPhoto } from '../../evidence/testing/samples.ts'
import { letterDesk } from '../testing/letter-desk.ts'

const desk = useComplaintDesk()
const { aDraft, aSignedLetter } = letterDesk(desk)
let photo: Buffer
beforeAll(async () => {
  photo = await aPhoto({ width: 640, height: 480 })
})

const scansOf = (id: string) => desk.owner`
  select id, status, kind, origin, refused_reason, original_hash, file_hash
  from evidence where record_type = 'letter' and record_id = ${id} order by given_at, id`
async function send(login: string, id: string, ...files: readonly Buffer[]) {
  const browser = await desk.signedIn(login)
  const url = `/en/work/letters/${id}/scan`
  const sent = files.map((bytes) => ['scan', 'scan.pdf', bytes] as const)
  return sendFiles(desk.app(), { url, files: sent, cookies: browser.cookies })
}

describe('the scan of a letter', () => {
  it('is refused for what it is, whatever it is called, and of a letter that nobody signed', async () => {
    const draft = await aDraft()
    const { id } = await aSignedLetter()
    const refused = async (...files: Buffer[]) => textOf((await send('officer', id, ...files)).body)

    expect(await refused()).toContain('Choose the scan')
    expect(await refused(Buffer.alloc(0))).toContain('This file is empty')
    expect(await refused(Buffer.from('<script>'))).toContain('no PDF, JPEG, PNG or WebP')
    expect(await refused(anOgg())).toContain('no PDF, JPEG, PNG or WebP')
    expect(await refused(...Array.from({ length: 6 }, () => photo))).toContain('too many files')
    expect(textOf((await send('officer', draft.id, photo)).body)).toContain('not signed yet')
    expect((await send('officer-bat', id, photo)).statusCode).toBe(404)
    expect(await desk.owner`select 1 from evidence`).toEqual([])
  })

  it('stands in quarantine until it is drawn anew; one that acts is never served', async () => {
    const { id, chief } = await aSignedLetter()
    const acting = aPdf({ more: '4 0 obj << /S /JavaScript /JS (x) >> endobj' })

    expect((await send('officer', id, photo, acting)).statusCode).toBe(303)
    await send('officer', id, photo)
    const [waiting] = await scansOf(id)
    expect((await chief.get(`/evidence/${waiting?.id}`)).statusCode).toBe(404)
    await runJobs(desk)

    const [seen, refused, ...more] = await scansOf(id)
    expect(more).toEqual([])
    expect(seen).toMatchObject({ status: 'checked', origin: 'paper-scan', original_hash: null })
    expect(refused).toMatchObject({ status: 'refused', refused_reason: 'pdf-active' })
    const served = await chief.get(`/evidence/${seen?.id}`)
    expect(served.headers['content-security-policy']).toContain('sandbox')
    expect(served.rawPayload.includes('Zxqv')).toBe(false)
    expect((await chief.get(`/evidence/${refused?.id}`)).statusCode).toBe(404)
    const elsewhere = await desk.signedIn('officer-bat')
    expect((await elsewhere.get(`/evidence/${seen?.id}`)).statusCode).toBe(404)
    const counsellor = await desk.signedIn('counsellor')
    expect((await counsellor.get(`/evidence/${seen?.id}`)).statusCode).toBe(404)
    expect(textOf((await chief.get(`/en/work/letters/${id}`)).body)).toContain('Checked')
  })

  it('of a letter that came in is kept with it, or nothing is registered', async () => {
    const browser = await desk.signedIn('officer')
    const fields = {
      ...{ correspondent: 'Example Sender', subject: 'Question', reference: 'A-1' },
      ...{ 'receivedOn-day': '12', 'receivedOn-month': '11', 'receivedOn-year': '2026' },
    }
    const register = (bytes: Buffer) =>
      sendFiles(desk.app(), {
        ...{ url: '/en/work/letters/incoming', fields, cookies: browser.cookies },
        files: [['scan', 'a.jpg', bytes]],
      })

    expect((await register(Buffer.from('text'))).statusCode).toBe(422)
    expect(await desk.owner`select 1 from letter where direction = 'incoming'`).toEqual([])
    const answer = await register(photo)

    const id = /letters\/([0-9a-f-]{36})/.exec(answer.headers.location ?? '')?.[1] ?? ''
    expect(await scansOf(id)).toMatchObject([{ status: 'quarantined', kind: 'jpeg' }])
  })
})
