import { beforeAll, describe, expect, it } from 'vitest'
import {
  type DeskBrowser,
  textOf,
  useComplaintDesk,
} from '../../../../tests/support/complaint-desk.ts'
import { newId } from '../../../platform/new-id.ts'
import { sendContactCode } from '../actions/verify-contact.ts'

const desk = useComplaintDesk()
const [agency, other] = desk.agencies
const file = `/en/work/agencies/${agency}/file`
const who: Record<string, DeskBrowser> = {}

beforeAll(async () => {
  for (const login of ['licensing', 'licensing-head', 'clerk', 'clerk2', 'officer'])
    who[login] = await desk.signedIn(login)
})

const on = (field: string, text: string) => {
  const [year = '', month = '', day = ''] = text.split('-')
  return { [`${field}-day`]: day, [`${field}-month`]: month, [`${field}-year`]: year }
}
const basis = 'Extract of the commercial register no. 5'
const aRole = (role: string, nameLatin: string, more: Record<string, string> = {}) => ({
  ...{ what: 'role', role, nameLatin, nationality: 'KH', basis },
  ...on('day', '2026-01-05'),
  ...more,
})
const propose = (form: Record<string, string>, browser = who.clerk!) =>
  browser.post('/en/agency/file/proposals', form)
const waiting = async (): Promise<string> => {
  const [row] = await desk.owner<{ id: string }[]>`
    select id from agency_proposal where status = 'proposed' order by id desc limit 1`
  return row?.id ?? ''
}
const hidden = (html: string, name: string) =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? ''
const decide = async (id: string, form: Record<string, string>, browser = who.licensing!) => {
  const html = (await browser.get(`/en/work/agency-proposals/${id}`)).body
  const read = { version: hidden(html, 'version'), fileVersion: hidden(html, 'fileVersion') }
  return browser.post(`/en/work/agency-proposals/${id}/decision`, { ...read, ...form })
}
const accepted = async (form: Record<string, string>) => {
  expect((await propose(form)).statusCode).toBe(303)
  expect((await decide(await waiting(), { decision: 'accept' })).statusCode).toBe(303)
}
const shown = async (browser: DeskBrowser, path: string) => textOf((await browser.get(path)).body)

describe('the file of an agency', () => {
  it('is read by its own people and by officers, and by nobody else', async () => {
    expect((await who.clerk!.get(file)).statusCode).toBe(403)
    expect((await who.officer!.get('/en/agency/file')).statusCode).toBe(403)
    expect((await who.officer!.get('/en/work/agency-proposals')).statusCode).toBe(403)
    expect((await who.officer!.get(file)).statusCode).toBe(200)
    expect((await who.licensing!.get('/en/work/agencies/nobody/file')).statusCode).toBe(404)
    for (const part of ['persons', 'contacts/x/verify'])
      expect(
        (
          await who.licensing!.post(`/en/work/agencies/nobody/file/${part}`, {
            ...{ a: newId(), b: newId(), verdict: 'same', reason: 'x', note: 'x' },
          })
        ).statusCode,
      ).toBe(404)
    const withdraw = '/en/agency/file/proposals/nobody/withdraw'
    expect((await who.clerk!.post(withdraw, { version: '1' })).statusCode).toBe(422)
    const nobody = `/en/work/agencies/${newId<string>()}/file`
    expect((await who.licensing!.get(nobody)).statusCode).toBe(404)
  })

  it('takes no change that says nothing, and names what is missing', async () => {
    const wrong = [
      { what: 'role', basis },
      { ...aRole('owner', 'Sok Dara'), basis: '' },
      aRole('owner', ''),
      aRole('owner', 'Sok Dara', { share: '101' }),
      aRole('owner', 'Sok Dara'),
      aRole('representative', 'Sok Dara'),
      aRole('director', 'Sok Dara', on('birth', '2030-01-01')),
      aRole('director', 'Sok Dara', on('day', '2026-02-30')),
      { what: 'contact', contact: 'phone', shown: 'call me', basis, ...on('day', '2026-01-05') },
      { what: 'site', site: 'branch', addressLatin: 'No. 5', basis, ...on('day', '2026-01-05') },
      { what: 'role-end', of: newId<string>(), basis, ...on('day', '2026-01-05') },
      { what: 'nothing', basis },
      aRole('recruiter', 'Sok Dara', { province: '99' }),
      aRole('representative', 'Sok Dara', { country: 'ZZ' }),
    ]
    for (const form of wrong)
      expect((await propose(form as never)).statusCode, JSON.stringify(form)).toBe(422)
  })

  it('changes only when an officer accepts, and says who said so', async () => {
    await propose(aRole('owner', 'Sok Dara', { share: '60', identity: 'N 123 456' }))
    const id = await waiting()
    expect(await shown(who.clerk!, '/en/agency/file')).toContain('Waits for the ministry')
    expect(await shown(who.licensing!, file)).toContain('Nobody is on file yet')
    expect(
      (await who.clerk2!.post(`/en/agency/file/proposals/${id}/withdraw`, { version: '1' }))
        .statusCode,
    ).toBe(422)

    const list = await shown(who.licensing!, '/en/work/agency-proposals')
    expect(list).toContain('Example Agency 1')
    expect((await decide(id, { decision: 'refuse' })).statusCode).toBe(422)
    expect((await decide(id, { decision: 'accept' })).statusCode).toBe(303)

    const own = await shown(who.clerk!, '/en/agency/file')
    expect(own).toContain('Sok Dara')
    expect(own).toContain('Proposed by the agency, accepted')
    expect(own).toContain(basis)
    expect(own).toContain('The shares add up to less than 100%')
  })

  it('refuses with a reason that the agency reads', async () => {
    await propose(aRole('staff', 'Chan Sophea'))
    const reason = 'The contract is not signed'
    expect((await decide(await waiting(), { decision: 'refuse', reason })).statusCode).toBe(303)
    expect(await shown(who.clerk!, '/en/agency/file')).toContain(reason)
  })

  it('holds shares of a hundred and no more, and says what Cambodians own', async () => {
    const more = await propose(aRole('owner', 'Lee Wong', { share: '40.01', nationality: 'CN' }))
    expect(more.statusCode).toBe(422)
    expect(textOf(more.body)).toContain('more than 100%')
    await accepted(aRole('owner', 'Lee Wong', { share: '40', nationality: 'CN' }))
    expect(await shown(who.clerk!, '/en/agency/file')).not.toContain('less than 100%')
  })

  it('is changed by one of two officers who decide at once', async () => {
    await propose(aRole('director', 'Keo Rith'))
    const first = await waiting()
    await propose(aRole('staff', 'Nhem Sreymom'))
    const second = await waiting()
    const both = await Promise.all([
      decide(first, { decision: 'accept' }),
      decide(first, { decision: 'accept' }, who['licensing-head']),
    ])
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([303, 422])

    // Read before the other was accepted: the file is another one now.
    const html = (await who.licensing!.get(`/en/work/agency-proposals/${second}`)).body
    const stale = String(Number(hidden(html, 'fileVersion')) - 1)
    const late = await decide(second, { decision: 'accept', fileVersion: stale })
    expect(late.statusCode).toBe(422)
    expect((await decide(second, { decision: 'accept' })).statusCode).toBe(303)
  })

  it('shows two spellings of one person, and joins them only on an officer’s word', async () => {
    await accepted(aRole('staff', 'Sokh Darra', { identity: 'N123456' }))
    const html = (await who.licensing!.get(file)).body
    expect(textOf(html)).toContain('the same identity number')
    const pair = { a: hidden(html, 'a'), b: hidden(html, 'b'), reason: 'Same card shown' }
    const judge = (form: Record<string, string>) => who.licensing!.post(`${file}/persons`, form)
    expect((await judge({ ...pair, verdict: '' })).statusCode).toBe(422)
    expect((await judge({ ...pair, verdict: 'same', b: newId() })).statusCode).toBe(422)
    expect((await judge({ ...pair, verdict: 'same' })).statusCode).toBe(303)
    expect(await shown(who.licensing!, file)).not.toContain('May be one person')
  })

  it('keeps names, numbers and days of birth sealed', async () => {
    const rows = await desk.owner`select p::text from agency_person p`
    const all = rows.map((row) => JSON.stringify(row)).join('')
    expect(rows.length).toBeGreaterThan(3)
    expect(all).not.toMatch(/Dara|123456|Wong/)
  })
})

describe('a number of the agency', () => {
  const number = '023 000 123'
  const contactId = async () => {
    const [row] = await desk.owner<{ id: string }[]>`
      select id from agency_contact where shown = ${number}`
    return row?.id ?? ''
  }
  const search = async () =>
    textOf(
      (await desk.app().inject(`/en/agencies?q=${encodeURIComponent(number)}&x=${newId()}`)).body,
    )

  it('answers for nobody until it is proven', async () => {
    await accepted({
      what: 'contact',
      contact: 'phone',
      shown: number,
      basis,
      ...on('day', '2026-01-05'),
    })
    expect(await search()).toContain('That is not proven')
  })

  it('is proven by the code that was sent to it, in five tries', async () => {
    const id = await contactId()
    const ask = (browser: DeskBrowser) => browser.post(`/en/agency/file/contacts/${id}/code`)
    expect((await ask(who.clerk2!)).statusCode).toBe(422)
    expect((await ask(who.clerk!)).statusCode).toBe(303)
    const deps = { db: desk.jobs, vault: desk.vault, now: () => desk.clock.now, link: 'x' }
    await sendContactCode(deps, { eventId: newId(), recordId: id })
    const [row] = await desk.owner<{ kind: string }[]>`
      select kind from outgoing_message where record_id = ${id}`
    expect(row?.kind).toBe('number-code')

    const tried = (code: string, browser = who.clerk!) =>
      browser.post(`/en/agency/file/contacts/${id}/verify`, { code })
    expect((await tried('000000', who.clerk2)).headers.location).toContain('not-proven')
    expect((await tried('nothing')).headers.location).toContain('code-wrong')
    const [tries] = await desk.owner`select tries from agency_contact_code where contact_id = ${id}`
    expect(tries?.tries).toBe(1)
    const { findCode } = await import('../store/codes.ts')
    const { openPersonKeys } = await import('../../../platform/vault/person-keys.ts')
    const code = await desk.owner.begin(async (tx) => {
      const waits = await findCode(tx, id)
      const key = (await openPersonKeys(tx, desk.vault, [waits!.keyId])).get(waits!.keyId)
      return desk.vault.open(key!, waits!.codeSealed)
    })
    expect((await tried(code)).headers.location).toContain('proven')
    expect(await search()).not.toContain('That is not proven')
  })

  it('is proven by an officer with what was seen, once', async () => {
    await accepted({
      what: 'contact',
      contact: 'page',
      shown: 'https://agency-one.example',
      basis,
      ...on('day', '2026-01-05'),
    })
    const [row] = await desk.owner<
      { id: string }[]
    >`select id from agency_contact where kind = 'page'`
    const prove = (note: string, at = agency) =>
      who.licensing!.post(`/en/work/agencies/${at}/file/contacts/${row?.id}/verify`, { note })
    expect((await prove('')).statusCode).toBe(422)
    expect((await prove('Seen', other)).statusCode).toBe(422)
    expect((await prove('The page names the licence')).statusCode).toBe(303)
    expect((await prove('Again')).statusCode).toBe(422)
  })
})

describe('who is behind it', () => {
  it('finds one person and one number behind two companies, for licensing to judge', async () => {
    const secret = { identity: 'N-123456', nameLatin: 'Another Spelling' }
    await propose({ ...aRole('owner', '', { share: '100' }), ...secret }, who.clerk2!)
    expect((await decide(await waiting(), { decision: 'accept' })).statusCode).toBe(303)
    const phone = { what: 'contact', contact: 'phone', shown: number(), basis }
    await propose({ ...phone, ...on('day', '2026-01-05') }, who.clerk2!)
    expect((await decide(await waiting(), { decision: 'accept' })).statusCode).toBe(303)

    const links = `/en/work/agencies/${agency}/links`
    expect((await who.officer!.get(links)).statusCode).toBe(403)
    expect(
      (await who.licensing!.get(`/en/work/agencies/${newId<string>()}/links`)).statusCode,
    ).toBe(404)
    const page = await shown(who.licensing!, links)
    for (const why of [
      'The same identity number',
      'The same telephone or page',
      'Example Agency 2',
    ])
      expect(page).toContain(why)
    // The same the other way round.
    const back = await shown(who.licensing!, `/en/work/agencies/${other}/links`)
    expect(back).toContain('The same identity number')

    const judge = (form: Record<string, string>) =>
      who.licensing!.post(`${links}/judgements`, { other, kind: 'identity', ...form })
    expect((await judge({ verdict: 'same', reason: '' })).statusCode).toBe(422)
    expect((await judge({ verdict: 'same', reason: 'x', other: agency })).statusCode).toBe(422)
    expect((await judge({ verdict: 'same', reason: 'One card, two names' })).statusCode).toBe(303)
    expect(await shown(who['licensing-head']!, links)).toContain('One card, two names')
  })
})
const number = () => '023 000 123'

describe('a recruiter’s card', () => {
  it('is checked by anyone, and says when it ended', async () => {
    await accepted(aRole('recruiter', 'Heng Visal', { province: '12' }))
    const get = async (path: string) => desk.app().inject(path)
    expect((await get('/en/recruiters?number=77')).body).toContain(
      'No card has the number R-000077',
    )
    expect((await get('/en/recruiters/R-000077')).statusCode).toBe(404)
    expect((await get('/en/recruiters?number=1')).headers.location).toContain('R-000001')
    const page = textOf((await get('/en/recruiters/R-000001')).body)
    expect(page).toContain('Heng Visal is a registered recruiter of Example Agency 1')
    expect((await get('/en/recruiters/R-000001/card')).body).toContain('data:image/svg+xml')
    expect(textOf((await get(`/en/agencies/${agency}`)).body)).toContain('Heng Visal')

    const [role] = await desk.owner<
      { id: string }[]
    >`select id from agency_role where role = 'recruiter'`
    await accepted({ what: 'role-end', of: role!.id, basis, ...on('day', '2026-11-01') })
    expect(textOf((await get('/en/recruiters/R-000001')).body)).toContain('no longer a recruiter')
  })

  it('tells programs no more than the page', async () => {
    const { body } = await desk.app().inject('/api/v1/recruiters/1')
    expect(JSON.parse(body)).toMatchObject({ number: 'R-000001', province: '12' })
    expect(body).not.toMatch(/identity|phone|birth/)
  })
})
