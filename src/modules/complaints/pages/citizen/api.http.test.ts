import { describe, expect, it } from 'vitest'
import { openCase, useCitizens } from '../../../../../tests/support/citizens.ts'
import { systemActor } from '../../../../kernel/actor.ts'
import { moneyText } from '../../../../kernel/money.ts'
import { readAs } from '../../../../platform/db.ts'
import { newId } from '../../../../platform/new-id.ts'
import type { ComplaintId } from '../../rules/complaint.ts'
import { listClaims } from '../../store/details.ts'

const { app, db, owner, agencyId, aPhone } = useCitizens()

const good = () => ({
  ...{ relation: 'group', people: 12, openness: 'named', workerName: 'សុខ សាកល្បង' },
  ...{ way: 'message', contact: 'Telegram sample', safeTimes: ['night'], prefersWoman: 'no' },
  ...{ respondentKind: 'agency', respondentWords: 'Svay Meas Sample', agencyId },
  ...{ categories: ['wage_unpaid'], country: 'TH', province: '02', month: '2026-10' },
  ...{ owedAmount: 4500.5, owedCurrency: 'THB', soughtOpen: 'yes', soughtCurrency: 'THB' },
  ...{ askedBefore: 'nobody', story: 'រឿង', language: 'en' },
})
const send = async (payload: object, key = newId<string>()) => {
  const answer = await app().inject({
    ...{ method: 'POST', url: '/api/v1/complaints', payload },
    headers: { 'idempotency-key': key },
  })
  return { status: answer.statusCode, body: answer.json() }
}
const complaints = async (): Promise<number> => {
  const [row] = await owner`select count(*)::int as n from complaint`
  return row!.n
}

describe('another program', () => {
  it('sends a complaint in one piece, and the receipt opens the case', async () => {
    const { status, body } = await send(good())

    expect(status).toBe(201)
    expect(body).toEqual({
      number: expect.stringMatching(/^\d\d-\d{7}-\d$/),
      secret: expect.stringMatching(/^\d{10}$/),
      receivedAt: '2026-11-20T03:00:00.000Z',
      dueAt: '2026-11-30T16:59:59.999Z',
    })
    const opened = await openCase(aPhone(), body)
    expect(opened.headers.location).toBe('/follow/case')
    const [row] = await owner`
      select id, door, people, agency_id, language, happened_month, area from complaint
      where number = ${body.number}`
    expect(row).toMatchObject({
      ...{ door: 'api', people: 12, agency_id: agencyId, language: 'en' },
      ...{ happened_month: '2026-10', area: '02' },
    })
    const claims = await readAs(db, systemActor('test'), (tx) =>
      listClaims(tx, row!.id as ComplaintId),
    )
    expect(claims.map(({ kind, sum }) => [kind, sum && moneyText(sum)])).toEqual([
      ['owed', '4500.50'],
      ['sought', null],
    ])
  })

  it('that tries again with the same key gets the same receipt, and one complaint', async () => {
    const before = await complaints()
    const key = newId<string>()

    const [first, second] = await Promise.all([send(good(), key), send(good(), key)])

    expect(second.body).toEqual(first.body)
    expect(await complaints()).toBe(before + 1)
  })

  it('must send a key for every write', async () => {
    const answer = await app().inject({
      method: 'POST',
      url: '/api/v1/complaints',
      payload: good(),
    })

    expect(answer.statusCode).toBe(422)
    expect(answer.json().code).toBe('no-idempotency-key')
  })

  it.each<[Record<string, unknown>, Record<string, string>]>([
    [{ relation: undefined }, { relation: 'complain.who.missing' }],
    [{ people: undefined }, { people: 'complain.who.people-missing' }],
    [{ workerName: null }, { workerName: 'complain.name.worker-missing' }],
    [{ way: 'phone', contact: 'nobody' }, { contact: 'complain.contact.no-number' }],
    [
      { agencyId: '0199f0a2-0000-7000-8000-00000000ffff' },
      { agencyId: 'complain.agency.not-offered' },
    ],
    [{ agencyId: 'x' }, { agencyId: 'complain.agency.not-offered' }],
    [{ categories: [] }, { categories: 'complain.what.missing' }],
    [{ categories: ['magic'] }, { categories: 'form.not-understood' }],
    [{ country: 'XX' }, { country: 'form.not-understood' }],
    [{ month: '2026-12' }, { month: 'complain.when.in-the-future' }],
    [{ month: '2026-13' }, { month: 'complain.when.wrong' }],
    [{ owedCurrency: 'KHR' }, { owedAmount: 'form.money.no-decimals-in-this-currency' }],
    [{ story: 'ក'.repeat(100_000) }, { story: 'complain.too-long' }],
    [{ story: { $gt: '' } }, { story: 'form.not-understood' }],
  ])('is told what is wrong beside which field: %#', async (wrong, expected) => {
    const before = await complaints()

    const { status, body } = await send({ ...good(), ...wrong })

    expect(status).toBe(422)
    expect(body.code).toBe('form-not-complete')
    const errors = body.errors.map((error: { field: string; code: string }) => [
      error.field,
      error.code,
    ])
    expect(Object.fromEntries(errors)).toEqual(expected)
    for (const { message } of body.errors) expect(message).toMatch(/\p{Script=Khmer}/u)
    expect(await complaints()).toBe(before)
  })

  it('names no agency where it knows none', async () => {
    const { status, body } = await send({ ...good(), agencyId: undefined })

    expect(status).toBe(201)
    const [row] = await owner`select agency_id from complaint where number = ${body.number}`
    expect(row!.agency_id).toBeNull()
  })

  it('keeps nobody’s name or contact when it is anonymous', async () => {
    const { body } = await send({ ...good(), openness: 'anonymous' })

    const [row] = await owner`
      select c.worker_id, k.contact_sealed, k.way from complaint c
      join complaint_contact k on k.complaint_id = c.id where number = ${body.number}`
    expect(row).toEqual({ worker_id: null, contact_sealed: null, way: 'none' })
  })
})
