import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import { aBrowser, anAddress, type Browser } from '../../../../tests/support/account-browser.ts'
import { answerAll, openCase, receiptIn, submissionIn } from '../../../../tests/support/citizens.ts'
import { useComplaintDesk } from '../../../../tests/support/complaint-desk.ts'
import { runJobs } from '../../../../tests/support/jobs.ts'
import { type SentFile, sendFiles } from '../../../../tests/support/uploads.ts'
import type { Actor } from '../../../kernel/actor.ts'
import { readAs } from '../../../platform/db.ts'
import { destroyPersonKey } from '../../../platform/vault/person-keys.ts'
import { checkEvidence, listEvidence, tidyEvidence } from '../../evidence/index.ts'
import { anOgg, aPdf, aPhoto } from '../../evidence/testing/samples.ts'
import { anOfficer, taken } from '../testing/complaints.ts'

const desk = useComplaintDesk()
const { owner, files, vault, jobs, clock } = desk
const deps = { db: jobs, vault, files, now: () => clock.now }
const html = Buffer.from('<!doctype html><script>alert(1)</script>')
let photo: Buffer
beforeAll(async () => {
  photo = await aPhoto({ width: 640, height: 480 })
})

const aPhone = () => aBrowser(desk.app, anAddress())
const upload = (browser: Pick<Browser, 'cookies'>, url: string, ...sent: SentFile[]) =>
  sendFiles(desk.app(), { url, files: sent, cookies: browser.cookies })
const rowsOf = (id: string) => owner`
  select id, status, refused_reason, origin, given_by, kind, original_hash, file_hash, small_hash, key_id
  from evidence where record_id = ${id} order by given_at, id`

/** A case that is followed on a phone. */
async function aFollowedCase(given: Parameters<typeof desk.aComplaint>[0] = {}) {
  const receipt = await desk.aComplaint(given)
  const phone = aPhone()
  await openCase(phone, receipt)
  return { ...receipt, phone }
}

/** The same with one photo and one recording, both checked. */
async function aCaseWithFiles() {
  const one = await aFollowedCase()
  const sent = [
    ['photos', 'ក្រដាស.jpg', photo],
    ['voice', 'voice.ogg', anOgg()],
    ['documents', 'contract.pdf', aPdf()],
  ] as const
  await upload(one.phone, '/follow/case/files', ...sent)
  await runJobs(desk)
  const rows = await rowsOf(one.id)
  const of = (kind: string) => String(rows.find((row) => row.kind === kind)?.id)
  return { ...one, photoId: of('jpeg'), voiceId: of('ogg'), pdfId: of('pdf') }
}

describe('files are refused', () => {
  it.each([
    ['kind-unknown', 'x.jpg', html],
    ['empty', 'x.jpg', Buffer.alloc(0)],
    ['too-large', 'x.jpg', Buffer.alloc(10 * 1024 * 1024 + 1, 0xff)],
  ] as const)('as %s, in words, and nothing of them is kept', async (reason, name, bytes) => {
    const { id, phone } = await aFollowedCase()

    const answer = await upload(phone, '/en/follow/case/files', ['photos', name, bytes])
    const shown = await phone.get(answer.headers.location ?? '')

    expect(answer.headers.location).toBe(`/en/follow/case?refused=${reason}`)
    expect(shown.body).toContain('class="govuk-error-summary"')
    expect(await rowsOf(id)).toHaveLength(0)
  })

  it('all together when one of them cannot be taken, or there are more than five', async () => {
    const { id, phone } = await aFollowedCase()
    const six = Array.from(
      { length: 6 },
      (_, n): SentFile => ['photos', `${n}.jpg`, Buffer.concat([photo, Buffer.from([n])])],
    )

    const mixed = await upload(
      phone,
      '/follow/case/files',
      ['photos', 'a.jpg', photo],
      ['photos', 'b.jpg', html],
    )
    const many = await upload(phone, '/follow/case/files', ...six)

    expect(mixed.headers.location).toContain('refused=kind-unknown')
    expect(many.headers.location).toContain('refused=too-many')
    expect(await rowsOf(id)).toHaveLength(0)
  })

  it('once the case has ended, and from whoever follows none', async () => {
    const { id, phone } = await aFollowedCase({ openness: 'anonymous' })
    const officer = await desk.actor('officer')
    const ended = await taken(desk, officer, { complaintId: id, action: 'keep-as-warning' })
    expect(ended.ok).toBe(true)

    const late = await upload(phone, '/follow/case/files', ['photos', 'a.jpg', photo])
    const stranger = await upload(aPhone(), '/follow/case/files', ['photos', 'a.jpg', photo])

    expect(late.headers.location).toContain('refused=not-in-this-status')
    expect(stranger.statusCode).toBe(401)
    expect(await rowsOf(id)).toHaveLength(0)
  })

  it('after a look through, with the reason for sender and officer', async () => {
    const { id, phone } = await aFollowedCase()
    const bad = aPdf({ more: '4 0 obj << /S /JavaScript /JS (x) >> endobj' })

    await upload(phone, '/follow/case/files', ['documents', 'offer.pdf', bad])
    await runJobs(desk)

    const [row] = await rowsOf(id)
    expect(row).toMatchObject({ status: 'refused', refused_reason: 'pdf-active', file_hash: null })
    const officer = await desk.signedIn('officer')
    for (const page of [
      await phone.get('/en/follow/case'),
      await officer.get(`/en/work/complaints/${id}`),
    ])
      expect(page.body).toContain('holds parts that can act by themselves')
    expect((await officer.get(`/evidence/${row!.id}`)).statusCode).toBe(404)
  })
})

describe('a file of a case', () => {
  it('is served to nobody before it was looked through', async () => {
    const { id, phone } = await aFollowedCase()
    await upload(phone, '/follow/case/files', ['photos', 'a.jpg', photo])
    const [row] = await rowsOf(id)
    const officer = await desk.signedIn('officer')

    expect(row).toMatchObject({
      status: 'quarantined',
      origin: 'complainant-follow',
      given_by: 'complainant',
    })
    expect((await officer.get(`/evidence/${row!.id}`)).statusCode).toBe(404)
    expect((await phone.get(`/follow/case/files/${row!.id}`)).statusCode).toBe(404)
    expect((await phone.get('/en/follow/case')).body).toContain('Being checked')
  })

  it('opens for those who see the case, where it can do nothing, without its place', async () => {
    const { photoId, pdfId, voiceId, phone } = await aCaseWithFiles()
    const officer = await desk.signedIn('officer')

    for (const answer of [
      await officer.get(`/evidence/${photoId}`),
      await phone.get(`/follow/case/files/${photoId}`),
    ]) {
      expect(answer.statusCode).toBe(200)
      expect(answer.headers).toMatchObject({
        'content-type': 'image/jpeg',
        'content-security-policy': "sandbox; default-src 'none'",
        'x-content-type-options': 'nosniff',
        'cross-origin-resource-policy': 'same-origin',
        'cache-control': 'no-store',
        'content-disposition': `inline; filename="${photoId}.jpg"`,
      })
      expect((await sharp(answer.rawPayload).metadata()).exif).toBeUndefined()
    }
    const small = await officer.get(`/evidence/${photoId}?size=small`)
    expect((await sharp(small.rawPayload).metadata()).width).toBe(320)
    const pdf = await officer.get(`/evidence/${pdfId}`)
    expect(pdf.headers['content-disposition']).toMatch(/^attachment;/)
    const part = await desk.app().inject({
      url: `/evidence/${voiceId}`,
      cookies: Object.fromEntries(officer.cookies),
      headers: { range: 'bytes=0-3' },
    })
    expect([part.statusCode, part.body, part.headers['content-type']]).toEqual([
      206,
      'OggS',
      'audio/ogg',
    ])
  })

  it('is not there for others: another area, another case, an agency, nobody', async () => {
    const { id: caseId, photoId, voiceId } = await aCaseWithFiles()
    const other = await aFollowedCase({ province: '02' })
    const clerk = await desk.signedIn('clerk')

    for (const id of [photoId, voiceId]) {
      expect((await other.phone.get(`/follow/case/files/${id}`)).statusCode).toBe(404)
      expect((await clerk.get(`/evidence/${id}`)).statusCode).toBe(403)
      expect((await clerk.get(`/follow/case/files/${id}`)).headers.location).toContain('/follow')
      expect((await aPhone().get(`/evidence/${id}`)).headers.location).toContain('/sign-in')
      expect((await aPhone().get(`/follow/case/files/${id}`)).headers.location).toContain('/follow')
    }
    const seen = (over: Partial<Actor>) =>
      readAs(desk.db, anOfficer(over), (tx) => listEvidence(tx, vault, caseId))
    expect(await seen({ areas: ['01'] })).toHaveLength(3)
    for (const over of [
      { areas: ['02'] },
      { roles: ['licensing-officer'] },
      { roles: ['counsellor'] },
      { roles: ['administrator'] },
      { roles: ['agency-clerk'], agencyId: desk.agencies[0] },
    ] as const)
      expect(await seen(over)).toEqual([])
    const officer = await desk.signedIn('officer')
    expect((await officer.get('/evidence/not-an-id')).statusCode).toBe(404)
  })

  it('is seen on its own page, and each look is written down', async () => {
    const { id, photoId, voiceId } = await aCaseWithFiles()
    const officer = await desk.signedIn('officer')

    const { body } = await officer.get(`/en/work/complaints/${id}`)
    await officer.get(`/evidence/${voiceId}`)

    expect(body).toContain(`src="/en/evidence/${photoId}?size=small"`)
    expect(body).toContain(`<audio controls preload="none" src="/en/evidence/${voiceId}"`)
    expect(body).toContain('ក្រដាស.jpg')
    const [look] = await owner`select act, data from audit where record_id = ${voiceId}`
    expect(look).toEqual({ act: 'looked', data: { of: id, size: 'whole' } })
  })

  it('that comes twice is kept once', async () => {
    const { id, phone } = await aFollowedCase()
    for (const name of ['a.jpg', 'b.jpg'])
      await upload(phone, '/follow/case/files', ['photos', name, photo])

    expect(await rowsOf(id)).toHaveLength(1)
  })
})

describe('a recording', () => {
  it('is summed up by an officer, and the complainant reads it', async () => {
    const { id, voiceId, photoId, phone } = await aCaseWithFiles()
    const officer = await desk.signedIn('officer')
    const to = (file: string) => `/en/work/complaints/${id}/files/${file}/summary`

    const empty = await officer.post(to(voiceId), {})
    const ofPhoto = await officer.post(to(photoId), { [`words-${photoId}`]: 'x' })
    const kept = await officer.post(to(voiceId), {
      [`words-${voiceId}`]: 'The fee was paid twice.',
    })

    expect(empty.headers.location).toContain('refused=summary-missing')
    expect(ofPhoto.statusCode).toBe(404)
    expect(kept.headers.location).toContain('done=summary-kept')
    expect((await phone.get('/en/follow/case')).body).toContain('The fee was paid twice.')
    const [raw] = await owner`select e::text as text from evidence e where id = ${voiceId}`
    expect(raw!.text).not.toContain('fee')
  })
})

describe('the agency', () => {
  it('reads what a recording says only while the complainant agrees to these very words', async () => {
    const about = { respondentKind: 'agency', agencyId: desk.agencies[0] } as const
    const { id, phone } = await aFollowedCase({ ...about, openness: 'confidential' })
    const officer = await desk.actor('officer')
    await taken(desk, officer, { complaintId: id, action: 'register' })
    await taken(desk, officer, { complaintId: id, action: 'ask-agency' })
    await upload(phone, '/follow/case/files', ['voice', 'v.ogg', anOgg()])
    await runJobs(desk)
    const [voice] = await rowsOf(id)
    const [inquiry] = await owner`select id from agency_inquiry where complaint_id = ${id}`
    const clerk = await desk.signedIn('clerk')
    const browser = await desk.signedIn('officer')
    const sumUp = (words: string) =>
      browser.post(`/work/complaints/${id}/files/${voice!.id}/summary`, {
        [`words-${voice!.id}`]: words,
      })
    const read = async () => (await clerk.get(`/en/agency/inquiries/${inquiry!.id}`)).body

    await sumUp('He kept her passport.')
    expect(await read()).not.toContain('passport')
    await phone.post('/follow/case/consents/recording', { change: 'give' })
    expect(await read()).toContain('He kept her passport.')
    await sumUp('He kept her passport and her phone.')
    expect(await read()).not.toContain('passport')
    expect((await phone.get('/en/follow/case')).body).toContain('Let the agency read the summary')
    expect((await clerk.get(`/evidence/${voice!.id}`)).statusCode).toBe(403)
  })
})

describe('with a new complaint', () => {
  it('files are offered, removed again, and go with it', async () => {
    const phone = aPhone()
    await answerAll(phone, { agencyId: desk.agencies[0] })
    const kept = await upload(
      phone,
      '/complain/files',
      ['photos', 'a.jpg', photo],
      ['photos', 'b.jpg', html],
      ['voice', 'v.ogg', anOgg()],
    )
    const twice = await upload(phone, '/complain/files', ['photos', 'a.jpg', photo])
    const page = await phone.get('/en/complain/files?refused=kind-unknown')
    const remove = /\/complain\/files\/([0-9a-f-]{36})\/remove/.exec(page.body)?.[1]

    expect(kept.headers.location).toBe('/complain/files?refused=kind-unknown')
    expect(twice.headers.location).toBe('/complain/check')
    expect(page.body).toContain('2 files added')
    await phone.post(`/complain/files/${remove}/remove`)
    const check = await phone.get('/en/complain/check')
    expect(check.body).not.toContain('a.jpg')
    expect(check.body).toContain('v.ogg')
    await phone.post('/complain/send', { submission: submissionIn(check.body) })
    const { number } = receiptIn((await phone.get('/complain/receipt')).body)
    await runJobs(desk)

    const [row] = await owner`select id from complaint where number = ${number}`
    expect(await rowsOf(row!.id)).toMatchObject([
      { kind: 'ogg', status: 'checked', origin: 'complainant-web', given_by: 'complainant' },
    ])
  })

  it('a draft that is deleted takes its files along', async () => {
    const phone = aPhone()
    await answerAll(phone, { agencyId: desk.agencies[0] })
    const before = new Set(await files.list())
    await upload(phone, '/complain/files', ['photos', 'a.jpg', await aPhoto({ width: 31 })])
    const [added] = (await files.list()).filter((hash) => !before.has(hash))
    expect(added).toBeDefined()

    await phone.post('/complain/forget')
    await tidyEvidence(deps)

    expect(await files.list()).not.toContain(added)
  })
})

describe('the job', () => {
  it('killed before, between and after its steps ends with one file, and the original gone', async () => {
    const { id, phone } = await aFollowedCase()
    await upload(phone, '/follow/case/files', ['photos', 'a.jpg', photo])
    const [given] = await rowsOf(id)
    const killed = async () => {
      throw new Error('killed')
    }
    const attempt = (broken: object) =>
      checkEvidence({ ...deps, files: { ...files, ...broken } }, given!.id).catch(() => {})

    await attempt({ get: killed })
    await attempt({ putUnclaimed: killed })
    expect((await rowsOf(id))[0]).toMatchObject({
      status: 'quarantined',
      original_hash: given!.original_hash,
    })
    await attempt({ claim: killed })
    await attempt({ remove: killed })
    expect((await rowsOf(id))[0]).toMatchObject({
      status: 'checked',
      original_hash: given!.original_hash,
    })
    await Promise.all([checkEvidence(deps, given!.id), checkEvidence(deps, given!.id)])

    const [done] = await rowsOf(id)
    expect(done).toMatchObject({ status: 'checked', original_hash: null })
    const there = await files.list()
    expect(there).toContain(done!.file_hash)
    expect(there).not.toContain(given!.original_hash)
  })

  it('that two workers carry out at once keeps what the row names', async () => {
    const { id, phone } = await aFollowedCase()
    await upload(phone, '/follow/case/files', ['photos', 'a.jpg', photo])
    const [given] = await rowsOf(id)

    await Promise.all([1, 2, 3].map(() => checkEvidence(deps, given!.id)))

    const [done] = await rowsOf(id)
    expect(done).toMatchObject({ status: 'checked', original_hash: null })
    const later = { ...deps, now: () => new Date(Date.now() + 2 * 86_400_000) }
    await tidyEvidence(later)
    const there = await files.list()
    expect(there).toEqual(expect.arrayContaining([done!.file_hash, done!.small_hash]))
    const named = await owner`
      select count(*)::int as n from evidence, unnest(array[original_hash, file_hash, small_hash]) h
      where h is not null`
    expect(there.length).toBe(named[0]!.n)
  })

  it('of a worker that was killed is queued again, and files of a destroyed key are removed', async () => {
    const { id, phone } = await aFollowedCase()
    await upload(phone, '/follow/case/files', ['photos', 'a.jpg', photo])
    await owner`delete from graphile_worker._private_jobs`
    clock.now = new Date(clock.now.getTime() + 11 * 60_000)

    await tidyEvidence(deps)
    await runJobs(desk)

    const [done] = await rowsOf(id)
    expect(done!.status).toBe('checked')
    await destroyPersonKey(jobs, done!.key_id)
    await tidyEvidence(deps)
    expect((await rowsOf(id))[0]).toMatchObject({ file_hash: null, small_hash: null })
    expect(await files.list()).not.toContain(done!.file_hash)
  })
})

describe('with what an officer enters for somebody', () => {
  const entry = {
    ...{ openness: 'anonymous', relation: 'worker', respondentKind: 'unknown', province: '01' },
    ...{ categories: 'fee_refund', country: 'TH', monthUnknown: 'yes', askedBefore: 'nobody' },
  }
  const enter = async (...sent: SentFile[]) => {
    const { cookies } = await desk.signedIn('officer')
    const url = '/en/work/complaints/new'
    return sendFiles(desk.app(), { url, files: sent, fields: entry, cookies })
  }

  it('a file that cannot be taken is told beside its field, and nothing is entered', async () => {
    const [before] = await owner`select count(*)::int as n from complaint`
    const answer = await enter(['documents', 'x.pdf', html])

    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain('href="#documents"')
    expect(answer.body).toContain('Choose the files again')
    const [after] = await owner`select count(*)::int as n from complaint`
    expect(after).toEqual(before)
  })

  it('files are kept in the name of the officer', async () => {
    const answer = await enter(['documents', 'scan.jpg', photo])
    const id = answer.headers.location?.split('/').at(-2) ?? ''

    expect(answer.statusCode).toBe(303)
    expect(await rowsOf(id)).toMatchObject([
      { origin: 'officer-entry', given_by: desk.personId('officer'), status: 'quarantined' },
    ])
  })
})

describe('what an agency brings with its answer', () => {
  async function anAskedCase() {
    const given = { respondentKind: 'agency', agencyId: desk.agencies[0] } as const
    const one = await aFollowedCase(given)
    const officer = await desk.actor('officer')
    const step = { complaintId: one.id, at: clock.now }
    await taken(desk, officer, { ...step, action: 'register' })
    await taken(desk, officer, { ...step, action: 'ask-agency', words: 'Was it paid back?' })
    const [row] = await owner`select id from agency_inquiry where complaint_id = ${one.id}`
    return { ...one, inquiry: String(row?.id) }
  }
  const answered = async (inquiry: string, ...sent: SentFile[]) => {
    const { cookies } = await desk.signedIn('clerk')
    const fields = { words: 'It was paid back in cash.', submission: crypto.randomUUID() }
    const url = `/en/agency/inquiries/${inquiry}/answer`
    return sendFiles(desk.app(), { url, files: sent, fields, cookies })
  }

  it('is refused with the answer where it is no photo or document, and nothing is kept', async () => {
    const { id, inquiry } = await anAskedCase()

    for (const bytes of [html, anOgg()]) {
      const answer = await answered(inquiry, ['documents', 'proof.pdf', bytes])
      expect(answer.body).toContain('role="alert"')
      expect(answer.body).toContain('It was paid back in cash.')
    }
    expect(await rowsOf(id)).toHaveLength(0)
    const [row] = await owner`select status from agency_inquiry where id = ${inquiry}`
    expect(row).toEqual({ status: 'asked' })
  })

  it('is seen by officers and itself; by her once an officer released it; by no other agency', async () => {
    const { id, inquiry, phone } = await anAskedCase()
    const seenBy = async (
      browser: { get(url: string): Promise<{ statusCode: number }> },
      url: string,
    ) => (await browser.get(url)).statusCode
    const [officer, clerk, other] = [
      await desk.signedIn('officer'),
      await desk.signedIn('clerk'),
      await desk.signedIn('clerk2'),
    ]

    expect((await answered(inquiry, ['photos', 'receipt.jpg', photo])).statusCode).toBe(303)
    const [kept] = await rowsOf(id)
    const file = String(kept?.id)
    expect(kept).toMatchObject({ status: 'quarantined', origin: 'agency-form' })
    expect(await seenBy(clerk, `/agency/inquiries/files/${file}`)).toBe(404)
    // In quarantine nobody can release it.
    expect((await officer.post(`/work/complaints/${id}/files/${file}/release`)).statusCode).toBe(
      404,
    )
    await runJobs(desk)

    expect(await seenBy(clerk, `/agency/inquiries/files/${file}`)).toBe(200)
    expect(await seenBy(other, `/agency/inquiries/files/${file}`)).toBe(404)
    expect(await seenBy(officer, `/evidence/${file}`)).toBe(200)
    expect(await seenBy(phone, `/follow/case/files/${file}`)).toBe(404)
    expect((await phone.get('/en/follow/case')).body).not.toContain('receipt.jpg')
    expect((await clerk.post(`/work/complaints/${id}/files/${file}/release`)).statusCode).toBe(403)

    const release = { submission: crypto.randomUUID() }
    const done = await officer.post(`/work/complaints/${id}/files/${file}/release`, release)
    expect(done.headers.location).toBe(`/work/complaints/${id}?done=file-released`)
    expect(await seenBy(phone, `/follow/case/files/${file}`)).toBe(200)
    expect((await phone.get('/en/follow/case')).body).toContain('From the agency')
  })
})
