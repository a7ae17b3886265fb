import { beforeAll, describe, expect, it } from 'vitest'
import { textOf, useComplaintDesk } from '../../../tests/support/complaint-desk.ts'
import { type Actor, complainantActor } from '../../kernel/actor.ts'
import { ok, type Result } from '../../kernel/result.ts'
import { readAs, type Tx, transact } from '../../platform/db.ts'
import { addPersons } from './actions/add-persons.ts'
import { changePersons } from './actions/change-persons.ts'
import { correctPerson } from './actions/correct-person.ts'
import { openInquiries } from './actions/inquiry-words.ts'
import { mergeCases, unmergeCase } from './actions/merge-cases.ts'
import { openReceipt } from './actions/open-receipt.ts'
import { giveReceipts } from './actions/person-receipts.ts'
import { readParts, readPerson } from './actions/read-group.ts'
import type { NewPerson } from './rules/new-person.ts'
import type { PersonChange } from './rules/person-change.ts'
import { findComplaint } from './store/complaint.ts'
import { listInquiriesOfAgency } from './store/inquiry.ts'
import { listPersons } from './store/person.ts'
import { taken } from './testing/complaints.ts'

const desk = useComplaintDesk()
let officer: Actor
let clerk: Actor
beforeAll(async () => {
  officer = await desk.actor('officer')
  clerk = await desk.actor('clerk')
})

const at = () => desk.clock.now
const run = <T, R>(work: (tx: Tx) => Promise<Result<T, R>>) => transact(desk.db, officer, work)
const aPerson = (name: string, over: Partial<NewPerson> = {}): NewPerson => ({
  ...{ name, contact: null, sex: null, minor: null, situation: 'unknown', joins: 'agreed' },
  ...{ claims: [], ...over },
})

/** A registered case with one who complains and these others. */
async function aGroup(...others: NewPerson[]) {
  const receipt = await desk.aComplaint({
    ...{ relation: 'group', people: others.length + 1 },
    ...{ respondentKind: 'agency', agencyId: desk.agencies[0] },
  })
  const { id } = receipt
  await taken(desk, officer, { complaintId: id, action: 'register', at: at() })
  const step = { vault: desk.vault, complaintId: id, version: null, at: at() }
  if (others.length > 0) await run((tx) => addPersons(tx, officer, { ...step, persons: others }))
  const persons = await readAs(desk.db, officer, (tx) => listPersons(tx, id))
  return { ...receipt, persons }
}

describe('a person whose name was written wrongly', () => {
  const right = (complaintId: string, personId: string, correction: object) =>
    run((tx) =>
      correctPerson(tx, officer, {
        ...{ vault: desk.vault, complaintId, personId, right: correction, at: at() },
        ...{ source: 'document', saidOn: '2026-11-02' as never },
      }),
    )
  const read = (id: string, position: number) =>
    readAs(desk.db, officer, async (tx) => {
      const found = await readPerson(tx, desk.vault, { complaintId: id, position })
      const complaint = await findComplaint(tx, id)
      if (!found || !complaint) throw new Error('nobody there')
      return {
        person: found.person,
        ...(await readParts(tx, desk.vault, { complaint, personId: found.person.id })),
      }
    })

  it('is corrected only in an open case, and only where something differs', async () => {
    const { id, persons } = await aGroup(aPerson('សុខ ដារា'))
    const second = persons[1]!.id

    expect(await right(id, second, { name: 'សុខ ដារា' })).toMatchObject({
      refusal: 'nothing-is-new',
    })
    expect(await right(id, persons[0]!.id, { contact: '010 000 555' })).toMatchObject({
      refusal: 'first-has-the-contact',
    })
    expect(await right(id, id, { name: 'សុខ ដានី' })).toMatchObject({ refusal: 'not-found' })
  })

  it('has the right one, and both stand with their sources; the event has no name', async () => {
    const { id, persons } = await aGroup(aPerson('សុខ ដារា'))
    const given = { name: 'សុខ ដានី', sex: 'female', contact: '010 000 556' }

    expect(await right(id, persons[1]!.id, given)).toEqual(ok(null))
    expect(await right(id, persons[1]!.id, { name: 'សុខ ដានិត' })).toEqual(ok(null))

    const { person, statements } = await read(id, 2)
    expect(person).toMatchObject({ name: 'សុខ ដានិត', sex: 'female', hasContact: true })
    const said = statements.map(({ field, value, source, saidOn }) => [
      field,
      value,
      source,
      saidOn,
    ])
    expect(said).toEqual([
      ['name', 'សុខ ដារា', 'officer', null],
      ['name', 'សុខ ដានី', 'document', '2026-11-02'],
      ['name', 'សុខ ដានិត', 'document', '2026-11-02'],
      ['sex', 'female', 'document', '2026-11-02'],
    ])
    const [event] = await desk.owner`
      select data from event where record_id = ${id} and type = 'complaint.person-corrected'
      order by id limit 1`
    expect(event?.data).toEqual({
      ...{ person: persons[1]!.id, fields: ['name', 'sex', 'contact'], source: 'document' },
    })
  })
})

describe('an agency that was asked about a group', () => {
  const shownTo = async (id: string) => {
    const rows = await readAs(desk.db, clerk, async (tx) => {
      const found = await listInquiriesOfAgency(tx, { status: 'asked', after: null, limit: 50 })
      return openInquiries(tx, desk.vault, found)
    })
    const { personsAgreed, personNames } = rows.find((row) => row.complaintId === id)!
    return { personsAgreed, personNames }
  }

  it('reads of those who agreed, by name of those who let it be shown, as it is now', async () => {
    const { id, persons } = await aGroup(
      aPerson('អ្នកទីពីរ'),
      aPerson('អ្នកទីបី', { joins: 'not-asked' }),
      aPerson('អ្នកទីបួន', { joins: 'refused' }),
    )
    await taken(desk, officer, { complaintId: id, action: 'ask-agency', words: '?', at: at() })
    const change = (place: number, change: PersonChange) =>
      run((tx) =>
        changePersons(tx, officer, {
          ...{ vault: desk.vault, complaintId: id, change, at: at() },
          personIds: [persons[place - 1]!.id],
        }),
      )

    expect(await shownTo(id)).toEqual({ personsAgreed: 2, personNames: [] })
    await change(2, { what: 'name-shown', shown: true, how: 'phone' })
    expect(await shownTo(id)).toEqual({ personsAgreed: 2, personNames: ['អ្នកទីពីរ'] })
    await change(3, { what: 'name-shown', shown: true, how: 'phone' })
    expect(await shownTo(id)).toEqual({ personsAgreed: 2, personNames: ['អ្នកទីពីរ'] })
    await change(3, { what: 'joins', joins: 'agreed', how: 'phone' })
    await change(2, { what: 'left', why: 'own-wish' })
    expect(await shownTo(id)).toEqual({ personsAgreed: 2, personNames: ['អ្នកទីបី'] })
    await change(3, { what: 'joins', joins: 'refused', how: 'phone' })
    expect(await shownTo(id)).toEqual({ personsAgreed: 1, personNames: [] })
  })
})

describe('the receipt of somebody whose case was joined to another', () => {
  const opened = async (number: string, secret: string) => {
    const done = await desk.db.begin((tx) =>
      openReceipt(tx as never, { vault: desk.vault, number, secret, at: at() }),
    )
    if (!done.ok) return done.refusal
    const [session] = await desk.owner`
      delete from receipt_session returning complaint_id as id, person_id as person`
    return session
  }
  const receiptOf = async (complaintId: string, personId: string) => {
    const given = await run((tx) =>
      giveReceipts(tx, officer, {
        ...{ vault: desk.vault, complaintId, personIds: [personId], at: at() },
      }),
    )
    if (!given.ok) throw new Error(given.refusal)
    return given.value[0]!
  }

  it('opens her part where it goes on, beside a new one, and her own case again once parted', async () => {
    const [into, from] = [await aGroup(), await aGroup(aPerson('អ្នកមកជាមួយ'))]
    const old = await receiptOf(from.id, from.persons[1]!.id)
    const { version } = (await readAs(desk.db, officer, (tx) => findComplaint(tx, into.id)))!
    const step = { vault: desk.vault, fromId: from.id, at: at() }
    expect(
      await run((tx) => mergeCases(tx, officer, { ...step, intoId: into.id, version })),
    ).toEqual(ok(null))

    const came = (await readAs(desk.db, officer, (tx) => listPersons(tx, into.id))).at(-1)!
    expect(await opened(old.number, old.secret)).toEqual({ id: into.id, person: came.id })
    const fresh = await receiptOf(into.id, came.id)
    expect(await opened(fresh.number, fresh.secret)).toEqual({ id: into.id, person: came.id })
    expect(await opened(old.number, old.secret)).toEqual({ id: into.id, person: came.id })
    // The receipt of the joined case itself goes on opening that case.
    expect(await opened(from.number, from.secret)).toEqual({ id: from.id, person: null })

    await run((tx) => unmergeCase(tx, officer, step))
    expect(await opened(old.number, old.secret)).toEqual({
      ...{ id: from.id, person: from.persons[1]!.id },
    })
    const seen = await readAs(desk.db, complainantActor(from.id, from.persons[1]!.id), (tx) =>
      listPersons(tx, from.id),
    )
    expect(seen.map(({ position }) => position)).toEqual([2])
  })
})

/** Each kind of untidy file, by the officers' pages alone, from its entry to its end. */
describe('real files are untidy', () => {
  const base = (id: string) => `/en/work/complaints/${id}`
  const opened = async (...others: NewPerson[]) => {
    const group = await aGroup(...others)
    const browser = await desk.signedIn('officer')
    const send = async (path: string, form: Record<string, string>) => {
      const answer = await browser.post(`${base(group.id)}${path}`, {
        ...{ ...form, submission: crypto.randomUUID() },
      })
      return answer.statusCode
    }
    const shown = async (path: string) =>
      textOf((await browser.get(`${base(group.id)}${path}`)).body)
    const ends = async () => {
      const [row] = await desk.owner`select version from complaint where id = ${group.id}`
      const words = { words: 'Written to everybody.', reason: 'not-proven' }
      const form = { version: String(row?.version), ...words }
      await send('/actions/close-without-confirmation', form)
      const [now] = await desk.owner`select status from complaint where id = ${group.id}`
      return now?.status
    }
    return { ...group, send, shown, ends }
  }

  it('groups: the one who speaks is replaced, and the group shrinks while the case is open', async () => {
    const { send, shown, ends } = await opened(aPerson('មនុស្ស ២'), aPerson('មនុស្ស ៣'))
    const speaker = { speakerName: 'The first one', speakerRelation: 'worker' }

    expect(await send('/parts/representative', speaker)).toBe(303)
    expect(await send('/parts/representative', { ...speaker, speakerName: 'A union woman' })).toBe(
      303,
    )
    expect(await send('/persons/3/left', { why: 'settled-alone' })).toBe(303)

    const page = await shown('/persons')
    expect(page).toContain('The first one')
    expect(page).toContain('A union woman')
    expect(await shown('/persons?left=yes')).toContain('មនុស្ស ៣')
    expect(await ends()).toBe('closed')
  })

  it('sources that disagree, and both sides’ positions on whether it is closed, stand', async () => {
    const { send, shown, ends } = await opened()
    const said = { saidField: 'case-closed', saidSource: 'agency', saidValue: 'Paid, so closed.' }

    expect(await send('/parts/statement', said)).toBe(303)
    const hers = { ...said, saidSource: 'worker', saidValue: 'Half is missing.' }
    expect(await send('/parts/statement', hers)).toBe(303)

    const page = await shown('/persons')
    for (const words of ['Paid, so closed.', 'Half is missing.', 'sources disagree'])
      expect(page).toContain(words)
    expect(await ends()).toBe('closed')
  })

  it('claims known only in part: an open sum is open, a half is a half', async () => {
    const { send, shown, ends } = await opened()
    const claim = { claimKind: 'wages', claimSum: '', claimCurrency: 'THB', claimShare: '' }

    expect(await send('/persons/1/claim', claim)).toBe(303)
    expect(await send('/persons/1/claim', { ...claim, claimShare: '1/2' })).toBe(303)
    expect(await send('/persons/1/claim', { ...claim, claimSum: '-5' })).toBe(422)

    const [row] = await desk.owner`
      select count(*)::int as n from case_claim where kind = 'wages' and minor is null`
    expect(row?.n).toBe(2)
    expect(await shown('/persons/1')).toMatch(/1.{1,8}2/)
    expect(await ends()).toBe('closed')
  })

  it.each(['missing', 'detained', 'dead', 'abroad'] as const)(
    'the worker may be %s, and a minor: nobody closes it because she cannot be reached',
    async (situation) => {
      const { id, send, shown, ends } = await opened()
      const facts = { situation, sex: 'unknown', minor: 'yes', rightSource: 'family' }

      expect(await send('/persons/1/facts', facts)).toBe(303)

      const page = await shown('/persons/1')
      expect(page).toContain('situation: sources disagree')
      const [row] = await desk.owner`select version from complaint where id = ${id}`
      const form = { version: String(row?.version), words: 'x' }
      if (situation !== 'dead')
        expect(
          await send('/actions/close-without-confirmation', {
            ...form,
            reason: 'cannot-be-reached',
          }),
        ).toBe(422)
      expect(await ends()).toBe('closed')
    },
  )

  it('respondents, debtors and payers: a broker by her nickname, a lent name, a minor never', async () => {
    const { id, send, shown, ends } = await opened()
    const party = { partyRole: 'respondent', partyKind: 'broker', partyName: 'Big Sister' }

    expect(await send('/parts/party', { ...party, partyNameIs: 'nickname' })).toBe(303)
    const lent = { partyRole: 'payer', partyKind: 'agency', partyName: 'Example Agency 1' }
    expect(await send('/parts/party', { ...lent, partyNameIs: 'lent' })).toBe(303)
    expect(await send('/parts/party', { ...party, partyMinor: 'yes' })).toBe(422)

    const page = await shown('/persons')
    expect(page).toContain('Big Sister (broker, a nickname)')
    expect(page).toContain('lent by somebody else')
    const [row] = await desk.owner`
      select count(agency_id)::int as n from case_party where complaint_id = ${id} and role = 'payer'`
    expect(row?.n).toBe(0)
    expect(await ends()).toBe('closed')
  })

  it('debts run towards the worker, too: with creditor, basis and interest, never set off', async () => {
    const { id, send, shown, ends } = await opened()
    const debt = {
      ...{ claimKind: 'loan', claimSum: '300', claimCurrency: 'USD', claimShare: '' },
      ...{ claimCreditor: 'Her aunt', claimBasis: 'Three months of wage', claimInterest: '3 %' },
    }

    expect(await send('/persons/1/claim', { ...debt, claimKind: 'wages' })).toBe(422)
    expect(await send('/persons/1/claim', debt)).toBe(303)
    const [claim] = await desk.owner`
      select id, version, direction from case_claim where complaint_id = ${id} and kind = 'loan'`
    const state = { claimState: 'disputed', claimNewSum: '', claimNewCurrency: 'USD' }
    const which = { claim: String(claim?.id), claimVersion: String(claim?.version) }
    expect(await send('/persons/1/claim-state', { ...state, ...which })).toBe(303)

    expect(claim?.direction).toBe('against-worker')
    const page = await shown('/persons/1')
    for (const words of ['Her aunt', 'Three months of wage', '3 %']) expect(page).toContain(words)
    expect(await ends()).toBe('closed')
  })

  it('a day that was missed: by whom, since when, why, and what happened then', async () => {
    const { send, shown, ends } = await opened()
    const day = (d: string) => ({
      ...{ 'missedSince-day': d, 'missedSince-month': '11', 'missedSince-year': '2026' },
    })
    const missed = {
      ...{ missedWhat: 'The second payment', missedBy: 'agency' },
      ...{ missedWhy: 'It says its bank failed', missedThen: 'It was written to', ...day('2') },
    }

    expect(await send('/parts/deadline', { ...missed, ...day('30') })).toBe(422)
    expect(await send('/parts/deadline', { ...missed, missedWhat: ' ' })).toBe(422)
    expect(await send('/parts/deadline', missed)).toBe(303)

    const page = await shown('/persons')
    for (const words of ['The second payment', '2 November 2026', 'It says its bank failed'])
      expect(page).toContain(words)
    expect(await ends()).toBe('closed')
  })
})
