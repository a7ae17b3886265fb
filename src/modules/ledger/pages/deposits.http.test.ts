import { beforeAll, describe, expect, it } from 'vitest'
import {
  type DeskBrowser,
  textOf,
  useComplaintDesk,
} from '../../../../tests/support/complaint-desk.ts'
import { tokenFor } from '../../../../tests/support/sign-in.ts'
import { complainantActor, systemActor } from '../../../kernel/actor.ts'
import type { Day } from '../../../kernel/days.ts'
import { ok } from '../../../kernel/result.ts'
import { readAs, transact } from '../../../platform/db.ts'
import { newId } from '../../../platform/new-id.ts'
import { taken } from '../../complaints/testing/complaints.ts'
import { sampleReceipt } from '../../evidence/index.ts'
import { openDues } from '../actions/open-dues.ts'
import { recordPayments } from '../actions/record-payments.ts'
import { confirmPayments } from '../actions/settle-payments.ts'
import { isBlockedByDeposit } from '../index.ts'
import type { DueId } from '../rules/due.ts'
import { depositOf } from '../store/deposits.ts'
import { listDues } from '../store/dues.ts'
import { proveLedger } from '../store/prove.ts'
import { aDue, aPayment } from '../testing/dues.ts'

const desk = useComplaintDesk()
const at = desk.clock.now
const [agency, other] = desk.agencies
const deposit = `/en/work/deposits/${agency}`
const who: Record<string, DeskBrowser> = {}
let caseId = ''
let beneficiaryId = ''

beforeAll(async () => {
  for (const login of [
    'licensing',
    'licensing-head',
    'officer',
    'head',
    'director',
    'clerk',
    'clerk2',
  ])
    who[login] = await desk.signedIn(login)
  caseId = (await desk.aComplaint()).id
  // The person of a case has her row once it is registered.
  await taken(desk, await desk.actor('officer'), { complaintId: caseId, action: 'register' })
  const [person] = await desk.owner<{ id: string }[]>`
    select id from case_person where complaint_id = ${caseId}`
  beneficiaryId = person!.id
})

const slip = (amount: string, reference: string) => ({
  ...{ amount, currency: 'USD', reference },
  ...{ 'onDay-day': '19', 'onDay-month': '11', 'onDay-year': '2026' },
})
/** A form that brings a paper, as a browser sends it. */
const sendWithPaper = async (login: string, url: string, form: Record<string, string>) => {
  const body = new FormData()
  for (const [name, value] of Object.entries(form)) body.append(name, value)
  body.append('proof', new Blob([new Uint8Array((await sampleReceipt()).bytes)]), 'slip.jpg')
  const sent = new Response(body)
  return desk.app().inject({
    ...{ method: 'POST', url, cookies: Object.fromEntries(who[login]!.cookies) },
    headers: {
      'sec-fetch-site': 'same-origin',
      'content-type': sent.headers.get('content-type') ?? '',
    },
    payload: Buffer.from(await sent.arrayBuffer()),
  })
}
const payIn = (amount: string, reference: string) =>
  sendWithPaper('licensing', `${deposit}/changes`, slip(amount, reference))
const owing = async (...sums: bigint[]): Promise<DueId[]> => {
  const dues = sums.map((minor) =>
    aDue({
      ...{ caseId, beneficiaryId, money: { minor, currency: 'USD' } },
      dueOn: '2026-11-01' as Day,
      debtor: { kind: 'agency', id: agency },
    }),
  )
  const actor = systemActor('test')
  await transact(desk.db, actor, (tx) => openDues(tx, { at, dues }))
  return dues.map(({ id }) => id)
}
const propose = (due: readonly string[], browser = who.officer!) =>
  browser.post(`${deposit}/draw`, { due: [...due], basis: 'Clause 9 of the contract' })
const proposed = async (due: readonly string[]) =>
  /draws\/([0-9a-f-]{36})/.exec((await propose(due)).headers.location ?? '')?.[1] ?? ''
const codeIn = (html: string) => /would now show (\d{6})/.exec(textOf(html))?.[1] ?? ''
const act = async (login: string, { id, action, ...form }: Record<string, string>) => {
  const browser = who[login]!
  const code = codeIn((await browser.get(`/en/work/draws/${id}`)).body)
  const signing = code === '' ? {} : { 'signing-code': code }
  return browser.post(`/en/work/draws/${id}/actions/${action}`, { ...signing, ...form })
}
const held = async () => Number((await depositOf(desk.owner, agency))[0]?.held ?? 0n)

describe('a deposit', () => {
  it('is not seen by those who have nothing to do with it', async () => {
    for (const login of ['admin', 'counsellor', 'clerk']) {
      const browser = who[login] ?? (await desk.signedIn(login))
      for (const path of ['/en/work/deposits', deposit, `${deposit}/draw`, '/en/work/draws'])
        expect((await browser.get(path)).statusCode, `${login} ${path}`).toBe(403)
    }
    expect((await who.officer!.post(`${deposit}/changes`, slip('5', 'X'))).statusCode).toBe(403)
    expect((await who.licensing!.get(`/en/work/deposits/${newId<string>()}`)).statusCode).toBe(404)
    expect((await who.licensing!.get('/en/work/deposits/nobody')).statusCode).toBe(404)
  })

  it('takes no sum that is none, and no slip twice', async () => {
    for (const amount of ['', '-5', '0', '5.001', 'five', '99999999999999'])
      expect((await payIn(amount, `S-${amount}`)).statusCode, amount).toBe(422)
    const bare = await who.licensing!.post(`${deposit}/changes`, slip('500.50', 'SLIP-1'))
    expect(textOf(bare.body)).toContain('Choose a scan or photo of the paper')
    expect(await desk.owner`select from deposit_change`).toHaveLength(0)
    expect((await payIn('500.50', 'SLIP-1')).statusCode).toBe(303)
    const [file] = await desk.owner`select record_type, area, status from evidence`
    expect(file).toEqual({ record_type: 'deposit', area: '00', status: 'quarantined' })

    const again = await payIn('500.50', 'SLIP-1')
    expect(again.statusCode).toBe(422)
    expect(textOf(again.body)).toContain('This slip is entered already')
    expect(await held()).toBe(50_050)
  })

  it('stands in the list with what is missing, and is found by the agency’s name', async () => {
    const list = textOf((await who.head!.get('/en/work/deposits?state=short')).body)
    expect(list).toContain('Example Agency 1')
    expect(list).toContain('99,499.50')
    const named = textOf((await who.head!.get('/en/work/deposits?q=Example+Agency+2')).body)
    expect(named).toContain('No deposit entered')
    const csv = await who.head!.get('/en/work/deposits/export?state=short')
    expect(csv.body).toContain('500.50')
    expect(textOf((await who.head!.get('/en/work/deposits?state=covered')).body)).toContain(
      'No deposit matches',
    )
  })

  it('is said to be short on the public page and to programs, without its sum', async () => {
    const page = textOf((await desk.app().inject(`/en/agencies/${agency}`)).body)
    expect(page).toContain('The deposit is short since')
    expect(page).not.toContain('500.50')
    const api = (await desk.app().inject(`/api/v1/agencies/${agency}`)).json()
    expect(api.depositShortSince).toBe('2026-11-20')
    const none = (await desk.app().inject(`/api/v1/agencies/${other}`)).json()
    expect(none.depositShortSince).toBeNull()
  })

  it('is demanded to be filled up by a day that an officer sets with the reason', async () => {
    const day = { 'dueOn-day': '20', 'dueOn-month': '12', 'dueOn-year': '2026' }
    const past = { ...day, 'dueOn-month': '10', reason: 'Early' }
    expect((await who.licensing!.post(`${deposit}/demands`, day)).statusCode).toBe(422)
    expect((await who.licensing!.post(`${deposit}/demands`, past)).statusCode).toBe(422)

    const reason = 'Thirty days, as before'
    const made = await who.licensing!.post(`${deposit}/demands`, { ...day, reason })
    expect(made.statusCode).toBe(303)
    const own = textOf((await who.clerk!.get('/en/agency/deposit')).body)
    expect(own).toContain(reason)
    expect(own).toContain('SLIP-1')
    const theirs = textOf((await who.clerk2!.get('/en/agency/deposit')).body)
    expect(theirs).toContain('No deposit is entered')
  })
})

describe('a draw', () => {
  it('is proposed, signed by two others and carried out once; the rest stays a debt', async () => {
    const due = await owing(40_000n, 30_000n, 30_100n)
    const id = await proposed(due)
    const page = textOf((await who.head!.get(`/en/work/draws/${id}`)).body)
    expect(page).toContain('Proposal of a draw')
    expect(page).toContain('Clause 9 of the contract')

    expect((await act('officer', { id, action: 'sign', version: '1' })).statusCode).toBe(422)
    const noCode = { version: '1', 'signing-code': '' }
    expect((await act('head', { id, action: 'sign', ...noCode })).statusCode).toBe(422)
    expect((await act('head', { id, action: 'sign', version: '1' })).statusCode).toBe(303)
    expect(await held()).toBe(50_050)
    const twice = await act('head', { id, action: 'countersign', version: '2' })
    expect(textOf(twice.body)).toContain('You signed already')

    const both = await Promise.all([
      act('licensing-head', { id, action: 'countersign', version: '2' }),
      act('director', { id, action: 'countersign', version: '2' }),
    ])
    expect(both.map(({ statusCode }) => statusCode).toSorted()).toEqual([303, 422])
    const dues = await listDues(desk.owner, { ids: due })
    expect(await held()).toBe(0)
    expect(dues.reduce((sum, each) => sum + each.paid, 0n)).toBe(50_050n)
    expect(dues.reduce((sum, each) => sum + each.owed, 0n)).toBe(50_050n)
    expect(await proveLedger(desk.owner)).toEqual([])
    const signatures = await desk.owner`
      select from signature where record_id = ${id} and meaning = 'draw.sign'`
    expect(signatures).toHaveLength(2)
  })

  it('gets its paper through the registers, called a proposal while nobody knows who may order it', async () => {
    const [row] = await desk.owner<{ id: string }[]>`
      select id from draw_order where status = 'executed'`
    const begun = await who.officer!.post(`/en/work/draws/${row!.id}/letters`, { language: 'en' })
    const letter = (await who.officer!.get(begun.headers.location ?? '')).body

    expect(letter).toContain('Proposal to draw on the guarantee deposit')
    expect(letter).toContain('stays a debt of your agency')
    expect(letter).toContain('Clause 9 of the contract')
  })

  it('that no longer fits is refused whole with the second signature', async () => {
    await payIn('100', 'SLIP-2')
    const [first, second] = await owing(8_000n, 8_000n)
    const ids = [await proposed([first!]), await proposed([second!])]
    for (const id of ids) await act('head', { id, action: 'sign', version: '1' })
    const sign = (id: string) => act('licensing-head', { id, action: 'countersign', version: '2' })

    expect((await sign(ids[0]!)).statusCode).toBe(303)
    const late = await sign(ids[1]!)
    expect(late.statusCode).toBe(422)
    expect(textOf(late.body)).toContain('does not hold so much any more')
    expect(await held()).toBe(2_000)
    const ended = await act('officer', {
      id: ids[1]!,
      action: 'withdraw',
      version: '2',
      reason: 'x',
    })
    expect(ended.statusCode).toBe(303)
  })

  it('is refused with a reason', async () => {
    const id = await proposed(await owing(100n))
    const refusing = { id, action: 'refuse', version: '1' }

    expect((await act('director', { ...refusing, reason: '' })).statusCode).toBe(422)
    const withdrawing = { id, action: 'withdraw', version: '1', reason: 'x' }
    const notOwn = await act('head', withdrawing)
    expect(textOf(notOwn.body)).toContain('Only the proposer can withdraw this')
    expect((await act('director', { ...refusing, reason: 'Not late' })).statusCode).toBe(303)
    expect(textOf((await who.officer!.get(`/en/work/draws/${id}`)).body)).toContain('Not late')
  })
})

describe('what is held', () => {
  it('is given back only when no worker is owed anything', async () => {
    const form = { ...slip('10', 'BACK-1'), reason: 'Closed' }
    const done = await who['licensing-head']!.post(`${deposit}/release`, form)

    expect(done.statusCode).toBe(422)
    expect(textOf(done.body)).toContain('The agency owes money to workers')
    expect((await who.officer!.post(`${deposit}/release`, form)).statusCode).toBe(403)
  })

  it('ends the demand and the public note once the minimum is there again', async () => {
    expect((await payIn('99980', 'SLIP-3')).statusCode).toBe(303)

    const page = textOf((await desk.app().inject(`/en/agencies/${agency}`)).body)
    expect(page).not.toContain('The deposit is short')
    expect(textOf((await who.licensing!.get(deposit)).body)).toContain('Covered')
  })
})

describe('an agency', () => {
  it('declares its workers abroad on its own page, and officers see it as declared', async () => {
    const on = { 'onDay-day': '19', 'onDay-month': '11', 'onDay-year': '2026' }
    const declare = (form: Record<string, string>) =>
      who.clerk!.post('/en/agency/deposit/workers-abroad', { ...on, ...form })

    for (const workers of ['', '-1', 'many', '9999999'])
      expect((await declare({ workers })).statusCode, workers).toBe(422)
    expect((await declare({ workers: '40', 'onDay-month': '12' })).statusCode).toBe(422)
    expect((await declare({ workers: '120' })).statusCode).toBe(303)
    expect(textOf((await who.licensing!.get(deposit)).body)).toContain('120 on 19 November 2026')
    expect(textOf((await who.clerk2!.get('/en/agency/deposit')).body)).not.toContain('120 on')
  })
})

describe('a guarantee of a bank', () => {
  const theirs = `/en/work/deposits/${other}`
  const form = {
    ...{ bank: 'Example Bank', number: 'G-77', amount: '60000', currency: 'USD', replaces: '' },
    ...{ 'issuedOn-day': '2', 'issuedOn-month': '1', 'issuedOn-year': '2026' },
    ...{ 'expiresOn-day': '1', 'expiresOn-month': '12', 'expiresOn-year': '2026' },
  }
  const enter = (more: Record<string, string> = {}) =>
    sendWithPaper('licensing', `${theirs}/guarantees`, { ...form, ...more })

  it('comes with its paper, counts, and is short of the minimum in public until a second comes', async () => {
    expect((await who.licensing!.post(`${theirs}/guarantees`, form)).statusCode).toBe(422)
    expect((await enter({ amount: '-1' })).statusCode).toBe(422)
    expect((await enter()).statusCode).toBe(303)
    expect(textOf((await enter()).body)).toContain('This guarantee is entered already')
    const page = textOf((await who.licensing!.get(theirs)).body)
    expect(page).toContain('Example Bank')
    expect(page).toContain('Ends soon')
    const publicPage = async () => textOf((await desk.app().inject(`/en/agencies/${other}`)).body)
    expect(await publicPage()).toContain('The deposit is short since')

    expect((await enter({ number: 'G-78', amount: '40000' })).statusCode).toBe(303)
    expect(await publicPage()).not.toContain('The deposit is short')
    expect(textOf((await who.clerk2!.get('/en/agency/deposit')).body)).toContain('G-78')
  })

  it('goes back after the agency closed, signed by two others, once', async () => {
    const [row] = await desk.owner<{ id: string }[]>`
      select id from deposit_guarantee where number = 'G-78'`
    const back = { ...slip('', 'BACK-2'), what: row!.id, reason: 'The agency closed' }
    const propose = () => who.licensing!.post(`${theirs}/release`, back)
    expect(textOf((await propose()).body)).toContain('This agency has not closed')
    await desk.owner`
      insert into licence (agency_id, number, number_key, status, valid_from, ended_on)
      values (${other}, 'L-GONE', 'lgone', 'surrendered', '2020-01-01', '2026-11-01')`
    expect((await propose()).statusCode).toBe(303)
    expect(textOf((await propose()).body)).toContain('being given back already')

    const [release] = await desk.owner<{ id: string }[]>`select id from deposit_release`
    const act = async (login: string, action: string, version: string) => {
      const browser = who[login]!
      const open = await browser.get(`${theirs}?act=release_${release!.id}_${action}`)
      const code = codeIn(open.body)
      const signing: Record<string, string> = code === '' ? {} : { 'signing-code': code }
      const path = `${theirs}/releases/${release!.id}/actions/${action}`
      return browser.post(path, { version, ...signing })
    }
    expect((await act('licensing', 'sign', '1')).statusCode).toBe(422)
    expect((await act('licensing-head', 'refuse', '1')).statusCode).toBe(422)
    expect((await act('licensing-head', 'sign', '1')).statusCode).toBe(303)
    const heldNow = async () => Number((await depositOf(desk.owner, other))[0]?.held)
    expect(await heldNow()).toBe(10_000_000)
    expect((await act('licensing-head', 'countersign', '2')).statusCode).toBe(422)
    const both = await Promise.all([
      act('head', 'countersign', '2'),
      act('director', 'countersign', '2'),
    ])
    expect(both.map(({ statusCode }) => statusCode).toSorted()).toEqual([303, 422])
    expect(await heldNow()).toBe(6_000_000)
    const signed = await desk.owner`
      select from signature where record_id = ${release!.id} and meaning = 'deposit.release'`
    expect(signed).toHaveLength(2)
    expect(await proveLedger(desk.owner)).toEqual([])
  })

  it('cash goes back the same way, and a case that comes between stops it', async () => {
    await sendWithPaper('licensing', `${theirs}/changes`, slip('500', 'SLIP-9'))
    const cash = { ...slip('500', 'BACK-3'), what: 'cash', reason: 'The agency closed' }
    const tooMuch = { ...cash, amount: '501' }
    const refused = await who.licensing!.post(`${theirs}/release`, tooMuch)
    expect(textOf(refused.body)).toContain('So much is not held in cash')
    expect((await who.licensing!.post(`${theirs}/release`, cash)).statusCode).toBe(303)
    const [release] = await desk.owner<{ id: string }[]>`
      select id from deposit_release where status = 'proposed'`
    const due = aDue({ caseId, beneficiaryId, debtor: { kind: 'agency', id: other } })
    await transact(desk.db, systemActor('test'), (tx) => openDues(tx, { at, dues: [due] }))

    const path = `${theirs}/releases/${release!.id}/actions`
    const stopped = await who['licensing-head']!.post(`${path}/sign`, { version: '1' })
    expect(textOf(stopped.body)).toContain('The agency owes money to workers')
    const ended = await who.licensing!.post(`${path}/withdraw`, { version: '1', reason: 'Owes' })
    expect(ended.statusCode).toBe(303)
  })

  it('that leaves a deposit short blocks job orders until a second person lets them through', async () => {
    const days = {
      ...{ 'fromDay-day': '20', 'fromDay-month': '11', 'fromDay-year': '2026' },
      ...{ 'untilDay-day': '30', 'untilDay-month': '11', 'untilDay-year': '2026' },
    }
    const blocked = () =>
      transact(desk.db, systemActor('test'), async (tx) =>
        ok(await isBlockedByDeposit(tx, other, '2026-11-20' as Day)),
      )
    expect(await blocked()).toEqual(ok(true))
    const head = who['licensing-head']!
    expect((await head.post(`${theirs}/overrides`, { ...days, reason: '' })).statusCode).toBe(422)
    const proposed = await head.post(`${theirs}/overrides`, { ...days, reason: 'Paid, not booked' })
    expect(proposed.statusCode).toBe(303)
    const [row] = await desk.owner<{ id: string }[]>`select id from deposit_override`
    const sign = async (login: string) => {
      const open = await who[login]!.get(`${theirs}?act=override_${row!.id}_sign`)
      const code = codeIn(open.body)
      return who[login]!.post(`${theirs}/overrides/${row!.id}/actions/sign`, {
        ...{ version: '1', ...(code === '' ? {} : { 'signing-code': code }) },
      })
    }
    expect(textOf((await sign('licensing-head')).body)).toContain('A second person decides')
    expect(await blocked()).toEqual(ok(true))
    expect((await sign('head')).statusCode).toBe(303)
    expect(await blocked()).toEqual(ok(false))
  })
})

describe('a program', () => {
  it('lists, reads, enters and proposes with a token, and never signs', async () => {
    const ask = async (login: string, path: string, payload?: object) => {
      const token = await tokenFor(desk.owner, login, at)
      return desk.app().inject({
        ...{ method: payload ? 'POST' : 'GET', url: `/api/v1${path}` },
        headers: { authorization: `Bearer ${token}`, 'idempotency-key': newId<string>() },
        ...(payload ? { payload } : {}),
      })
    }
    const listed = (await ask('licensing', '/deposits')).json()
    expect(listed.deposits).toContainEqual(
      expect.objectContaining({ agencyId: agency, state: 'covered', alarms: [] }),
    )
    const paid = { amount: '1.50', currency: 'USD', onDay: '2026-11-19', reference: 'API-1' }
    expect((await ask('licensing', `/deposits/${agency}/changes`, paid)).statusCode).toBe(201)
    const whole = (await ask('clerk', `/deposits/${agency}`)).json()
    expect(whole.entries[0]).toMatchObject({ kind: 'deposit-paid-in', paper: 'API-1' })
    expect((await ask('clerk2', `/deposits/${agency}`)).statusCode).toBe(404)
    for (const part of ['', '/job-orders'])
      expect((await ask('licensing', `/deposits/nobody${part}`)).statusCode).toBe(404)

    const due = await owing(500n)
    const made = await ask('officer', `/deposits/${agency}/draws`, { due, basis: 'Clause 9' })
    const { drawId } = made.json()
    expect((await ask('officer', `/draws/${drawId}`)).json()).toMatchObject({ paper: 'proposal' })
    const signed = await ask('head', `/draws/${drawId}/actions/sign`, { version: 1 })
    expect(signed.statusCode).toBe(422)
    expect(JSON.stringify(signed.json().errors)).toContain('signing-code')
  })
})

describe('the rows of a due', () => {
  it('are seen by whoever sees the case, by its agency, and by no other', async () => {
    const ids = await owing(700n)
    const sees = async (actor: Parameters<typeof readAs>[1]) =>
      (await readAs(desk.db, actor, (tx) => listDues(tx, { ids }))).length
    expect(await sees(complainantActor(caseId))).toBe(1)
    expect(await sees(complainantActor((await desk.aComplaint({ province: '02' })).id))).toBe(0)
    for (const [login, count] of Object.entries({ clerk: 1, clerk2: 0, head: 1, 'officer-bat': 0 }))
      expect(await sees(await desk.actor(login)), login).toBe(count)
    expect(await sees({ ...complainantActor(caseId), casePerson: newId<string>() })).toBe(0)
  })

  it('let the agency say that it paid, and only the worker’s side that it came', async () => {
    const due = aDue({ caseId, beneficiaryId, debtor: { kind: 'agency', id: agency } })
    await transact(desk.db, systemActor('test'), (tx) => openDues(tx, { at, dues: [due] }))
    const clerk = await desk.actor('clerk')
    const source = { type: 'test', id: newId<string>() }
    const payment = aPayment(due)
    const paid = await transact(desk.db, clerk, (tx) =>
      recordPayments(tx, { at, payments: [payment], source }),
    )
    expect(paid.ok).toBe(true)

    const word = { at, paymentIds: [payment.id], how: 'by-beneficiary', source } as const
    const confirm = (actor: typeof clerk) =>
      transact(desk.db, actor, (tx) => confirmPayments(tx, actor, word)).catch(() => ok('denied'))
    expect(await confirm(clerk)).not.toEqual(ok(null))
    expect(await confirm(complainantActor(caseId))).toEqual(ok(null))
  })
})
