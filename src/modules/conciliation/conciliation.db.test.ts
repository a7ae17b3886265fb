import { beforeAll, describe, expect, it } from 'vitest'
import { textOf, useComplaintDesk } from '../../../tests/support/complaint-desk.ts'
import { tokenFor } from '../../../tests/support/sign-in.ts'
import { type Actor, complainantActor } from '../../kernel/actor.ts'
import { readAs, transact } from '../../platform/db.ts'
import { newId } from '../../platform/new-id.ts'
import { renderPart } from '../../ui/testing/render.tsx'
import { aChrome } from '../../ui/testing/test-readers.ts'
import { recordAnswer } from '../compensation/actions/record-answer.ts'
import { accepted, aGroupCase, type GroupCase } from '../compensation/testing/outcomes.ts'
import { listDues } from '../ledger/index.ts'
import { readerOf } from '../letters/actions/readers.ts'
import { followAgencyAnswer, noteUnanswered } from './actions/answer-proposal.ts'
import { draftDecision } from './actions/draft-decision.ts'
import { settleMeeting } from './actions/end-meeting.ts'
import { endMeetingsOfProtected } from './actions/end-with-protection.ts'
import { readSide } from './actions/read-side.ts'
import { ownConciliationPanel } from './pages/panels.tsx'
import { listDecisions } from './store/decision.ts'
import { insertMeeting, listMeetings } from './store/meeting.ts'

const desk = useComplaintDesk()
const address = (id: string) => `/en/work/complaints/${id}/conciliation`
let officer: Awaited<ReturnType<typeof desk.signedIn>>
let head: typeof officer
beforeAll(async () => {
  officer = await desk.signedIn('officer')
  head = await desk.signedIn('head')
})
type Browser = typeof officer

/** Sends one form of the page and answers the status and what the page says. */
async function send(
  who: Browser,
  id: string,
  action: string,
  form: Record<string, string | string[]> = {},
) {
  const sent = { submission: newId<string>(), ...form }
  const answer = await who.post(`${address(id)}/actions/${action}`, sent)
  return { status: answer.statusCode, says: textOf(answer.body) }
}
const meetingsOf = (id: string) => desk.owner.begin((tx) => listMeetings(tx, id))
const decisionsOf = (id: string) => desk.owner.begin((tx) => listDecisions(tx, id))
const last = async (id: string) => {
  const meeting = (await meetingsOf(id)).at(-1)
  return {
    target: meeting?.id ?? '',
    version: String(meeting?.version ?? 0),
    status: meeting?.status,
  }
}
const statusOf = async (id: string) =>
  (await desk.owner<{ status: string }[]>`select status from complaint where id = ${id}`)[0]?.status

const wish = (over: Record<string, string> = {}) => ({
  ...{ way: 'phone', province: '', place: '', reason: '', day: '2026-11-30', time: '09:00' },
  ...{ conductedBy: desk.personId('officer'), ...over },
})
const minutes = {
  ...{ day: '2026-11-20', time: '08:00', worker: 'by-phone', agency: 'in-person', language: 'km' },
  ...{ workerSays: 'ពួកគេយកប្រាក់', agencySays: 'យើងនឹងសង', readTo: 'worker', readBy: 'Dara' },
}
async function planned(of: GroupCase) {
  expect((await send(officer, of.id, 'plan', wish())).status).toBe(303)
  return last(of.id)
}
async function held(of: GroupCase) {
  await send(officer, of.id, 'invite', { ...(await planned(of)), language: 'km' } as never)
  const done = await send(officer, of.id, 'hold', { ...(await last(of.id)), ...minutes } as never)
  expect([done.status, (await last(of.id)).status]).toEqual([303, 'held'])
  return last(of.id)
}
async function failed(of: GroupCase) {
  const form = { ...(await held(of)), why: 'no-agreement', report: 'r', language: 'km' }
  expect((await send(officer, of.id, 'fail', form as never)).status).toBe(303)
}
const decision = (over: Record<string, string> = {}) => ({
  ...{ finding: 'for-worker', basis: 'Contract, clause 4', reasons: 'Receipts', order: 'Pay back' },
  ...{ mode: 'same', sum: '250', currency: 'USD', dueOn: '2026-12-31', pasted: '' },
  ...{ workerUntil: '2026-12-15', agencyUntil: '2026-12-15', untilReason: 'no rule', ...over },
})

/** What a worker of the case reads on her own page about meeting and decision. */
async function ownPage(complaintId: string, person: string): Promise<string> {
  const [first] = await desk.owner<{ id: string }[]>`
    select id from case_person where complaint_id = ${complaintId} and position = 1`
  const her = complainantActor(complaintId, person === first?.id ? undefined : person)
  return readAs(desk.db, her, async (tx) => {
    const asked = { vault: desk.vault, now: desk.clock.now, complaintId }
    const drawn = await ownConciliationPanel.draw(tx, {
      ...{ actor: her, ...asked, today: '2026-11-20' as never },
    } as never)
    return drawn === null ? '' : textOf(renderPart(drawn, readerOf('en'), aChrome()))
  })
}

describe('a meeting', () => {
  it('is planned with notice, where she is, by somebody without a conflict, or not at all', async () => {
    const of = await aGroupCase(desk, 1)
    const refused = async (over: Record<string, string>) =>
      (await send(officer, of.id, 'plan', wish(over))).status

    expect(await refused({ day: '2026-11-23' })).toBe(422)
    expect(await refused({ day: '2026-11-28' })).toBe(422)
    expect(await refused({ way: 'in-person', province: '12' })).toBe(422)
    expect(await refused({ conductedBy: desk.personId('clerk') })).toBe(422)
    // Nobody has asked about safety: the page says so until somebody did.
    expect(textOf((await officer.get(address(of.id))).body)).toContain('Ask before both sides meet')
    const nobody = await send(officer, of.id, 'plan', wish({ conductedBy: '' }))
    expect([nobody.status, nobody.says.includes('Choose who conducts it')]).toEqual([422, true])
    expect(await meetingsOf(of.id)).toEqual([])
    expect(await statusOf(of.id)).toBe('registered')
  })

  it('is one at a time: of two planned at the same moment the second is refused', async () => {
    const of = await aGroupCase(desk, 1)
    await planned(of)
    const [first] = await meetingsOf(of.id)
    const second = {
      ...first!,
      id: newId<never>(),
      attempt: 2,
      plannedBy: desk.personId('officer'),
    }

    const added = await desk.owner.begin((tx) => insertMeeting(tx, second as never))

    expect(added).toBe(false)
    expect((await send(officer, of.id, 'plan', wish())).status).toBe(422)
  })

  it('invites both sides by letters of which the agency’s says nothing of her', async () => {
    const of = await aGroupCase(desk, 1)
    await send(officer, of.id, 'invite', { ...(await planned(of)), language: 'en' } as never)

    const letters = await desk.owner<{ template: string; id: string }[]>`
      select template, id from letter where record_id = ${of.id} order by template`
    expect(letters.map(({ template }) => template)).toEqual(['invite-agency', 'invite-worker'])
    const page = textOf((await officer.get(`/en/work/letters/${letters[0]?.id}`)).body)
    expect(page).toContain('We invite your agency to a meeting')
    expect(page).toContain('By telephone')
    for (const secret of ['សុខ ដារា', '10000001', 'ប្រាំពីរខែ']) expect(page).not.toContain(secret)
  })

  it('that she missed ends nothing: it does not fail, and another may be planned', async () => {
    const of = await aGroupCase(desk, 1)
    const away = {
      ...(await planned(of)),
      why: 'worker-absent',
      workerWhy: 'abroad',
      agencyWhy: '',
    }
    expect((await send(officer, of.id, 'not-held', away as never)).status).toBe(303)
    const fail = { ...(await last(of.id)), why: 'agency-stays-away', report: 'r', language: 'km' }

    const done = await send(officer, of.id, 'fail', fail as never)

    expect(done.says).toContain('does not fail because the complainant was not there')
    expect(await statusOf(of.id)).toBe('in-conciliation')
    expect((await send(officer, of.id, 'plan', wish())).status).toBe(303)
    expect((await meetingsOf(of.id)).map(({ attempt, status }) => [attempt, status])).toEqual([
      [1, 'not-held'],
      [2, 'planned'],
    ])
  })

  it('counts once it was read aloud to her', async () => {
    const of = await aGroupCase(desk, 1)
    await send(officer, of.id, 'invite', { ...(await planned(of)), language: 'km' } as never)
    const form = { ...(await last(of.id)), ...minutes, readTo: 'agency' }

    const done = await send(officer, of.id, 'hold', form as never)

    expect([done.status, (await last(of.id)).status]).toEqual([422, 'invited'])
  })

  it('settles for those who accept, and touches nobody else', async () => {
    const of = await aGroupCase(desk, 3)
    const [one = '', two = '', three = ''] = of.persons
    const form = {
      ...{ ...(await held(of)), debtor: `agency:${desk.agencies[0]}`, basis: 'Minutes', sum: '' },
      ...{ mode: 'column', currency: 'USD', dueOn: '2026-12-31', pasted: '', how: 'thumbprint' },
      ...{ [`sum-${one}`]: '២៥០', [`sum-${two}`]: '100', [`answer-${two}`]: 'refused' },
      chosen: [one, two],
    }
    const silent = await send(officer, of.id, 'settle', form as never)
    expect([silent.status, silent.says.includes('Choose the answer of 1. ')]).toEqual([422, true])
    const wrong = { ...form, [`sum-${one}`]: 'x', [`sum-${two}`]: '-1', others: 'accepted' }
    const { status, says } = await send(officer, of.id, 'settle', wrong as never)
    expect(status).toBe(422)
    expect(says).toContain('The sum of 1. ')
    expect(says).toContain('The sum of 2. អ្នកគំរូ 2 is not understood')
    const done = await send(officer, of.id, 'settle', { ...form, others: 'accepted' } as never)

    expect([done.status, (await last(of.id)).status]).toEqual([303, 'settled'])
    expect(await statusOf(of.id)).toBe('performance')
    const dues = await desk.owner<{ beneficiaryId: string; minor: bigint }[]>`
      select beneficiary_id as "beneficiaryId", minor from due where case_id = ${of.id}`
    expect(dues.map(({ beneficiaryId, minor }) => [beneficiaryId, Number(minor)])).toEqual([
      [one, 25_000],
    ])
    const answers = await desk.owner`
      select person_id from outcome_person where complaint_id = ${of.id} and person_id = ${three}`
    expect(answers).toHaveLength(0)

    const own = (person: string) => ownPage(of.id, person)
    expect(await own(one)).toContain('You have agreed. We follow it')
    const refused = await own(two)
    expect(refused).toContain('You said no to it: it does not bind you')
    const absent = await own(three)
    expect(absent).toContain('an agreement that is not about you')
    for (const said of [refused, absent]) expect(said).not.toMatch(/You have agreed|Settled/)
  })

  it('tells who was not reached what is for her, and that the office waits for her', async () => {
    const of = await aGroupCase(desk, 2)
    const [one = '', two = ''] = of.persons
    const form = {
      ...{
        ...(await held(of)),
        debtor: `agency:${desk.agencies[0]}`,
        basis: 'Minutes',
        sum: '300',
      },
      ...{ mode: 'same', currency: 'USD', dueOn: '2026-12-31', pasted: '', how: 'thumbprint' },
      ...{ [`answer-${one}`]: 'accepted', [`answer-${two}`]: 'not-reached' },
    }
    expect((await send(officer, of.id, 'settle', form as never)).status).toBe(303)

    const said = await ownPage(of.id, two)
    expect(said).toContain('We do not have your answer to it yet')
    expect(said).toMatch(/For you: .*300/)
    expect(said).toContain('The office waits for your answer')
    expect(said).not.toMatch(/You have agreed|Settled/)
  })

  it('settles for two hundred out of a sheet', async () => {
    const of = await aGroupCase(desk, 200)
    const meeting = await held(of)
    const actor = await desk.actor('officer')
    const pasted = of.persons.map((_, at) => `${at + 1}\t${100 + at}`).join('\n')

    const done = await transact(desk.db, actor, (tx) =>
      settleMeeting(tx, actor, {
        ...{ vault: desk.vault, complaintId: of.id, at: desk.clock.now, how: 'thumbprint' },
        ...{ meetingId: meeting.target, version: Number(meeting.version), basis: 'Minutes' },
        ...{ debtor: { kind: 'agency', id: desk.agencies[0] }, remedies: [] },
        terms: {
          ...{ mode: 'pasted', currency: 'USD', dueOn: '2026-12-31' as never, sum: null, pasted },
          ...{ column: new Map(), answers: new Map(), chosen: [] },
        },
      }),
    )

    expect(done).toMatchObject({ ok: true, value: { dues: 200 } })
  })

  it('is refused on a protected case, and one that was fixed is called off', async () => {
    const of = await aGroupCase(desk, 1)
    await send(officer, of.id, 'invite', { ...(await planned(of)), language: 'km' } as never)
    await desk.owner`
      update complaint set status = 'not-settled', is_protected = true,
        owner_id = ${desk.personId('head')} where id = ${of.id}`
    await endMeetingsOfProtected({ db: desk.jobs, now: () => desk.clock.now }, { recordId: of.id })

    expect((await meetingsOf(of.id)).map(({ status, notHeldWhy }) => [status, notHeldWhy])).toEqual(
      [['not-held', 'protected']],
    )
    const again = await send(head, of.id, 'plan', wish({ conductedBy: desk.personId('head') }))
    expect(again.status).toBe(422)
    expect(again.says).toContain('never meets the other side')
    // Nor by a row: the database refuses it, too.
    const row = { ...(await meetingsOf(of.id))[0]!, id: newId<never>(), attempt: 2 }
    const actor = await desk.actor('head')
    const plannedBy = desk.personId('head')
    await expect(
      transact(desk.db, actor, async (tx) => ({
        ok: true as const,
        value: await insertMeeting(tx, { ...row, plannedBy } as never),
      })),
    ).rejects.toThrow('row-level security')
  })
})

describe('a decision', () => {
  it('is refused to whoever mediated, by the rule and by the row', async () => {
    const of = await aGroupCase(desk, 1)
    await failed(of)

    const done = await send(officer, of.id, 'draft-decision', decision())

    expect(done.says).toContain('does not decide it')
    expect((await send(head, of.id, 'draft-decision', decision())).status).toBe(303)
    await expect(
      desk.owner`update decision set decided_by = ${desk.personId('officer')} where complaint_id = ${of.id}`,
    ).rejects.toThrow('whoever mediated does not decide')
  })

  it('stands once for one person: of two written at the same moment the second is refused', async () => {
    const of = await aGroupCase(desk, 1)
    await failed(of)
    const actor = await desk.actor('head')
    const other = await desk.actor('officer-bmc')
    const draft = (by: Actor) => ({
      ...{
        vault: desk.vault,
        complaintId: of.id,
        at: desk.clock.now,
        finding: 'for-worker' as const,
      },
      words: { basis: 'b', reasons: 'r', order: `by ${by.roles}` },
      ...{
        workerUntil: '2026-12-15' as never,
        agencyUntil: '2026-12-15' as never,
        untilReason: 'r',
      },
      terms: {
        ...{
          mode: 'same' as const,
          currency: 'USD' as const,
          dueOn: '2026-12-31' as never,
          sum: '5',
        },
        ...{ pasted: null, column: new Map(), answers: new Map(), chosen: [] },
      },
    })
    // The second reads that nothing stands, the first commits, and then the second writes.
    let second: unknown
    await transact(desk.db, other, async (tx) => {
      await listDecisions(tx, of.id)
      await transact(desk.db, actor, (inner) => draftDecision(inner, actor, draft(actor)))
      second = await draftDecision(tx, other, draft(other))
      return { ok: true as const, value: null }
    }).catch((error: unknown) => {
      second = error
    })

    expect(second).toMatchObject({ ok: false, refusal: 'already-decided-for' })
    expect((await decisionsOf(of.id)).map(({ decidedBy }) => decidedBy)).toEqual([actor.id])
  })

  it('is signed with the second factor, is a proposal while no rule is known, and is appealed', async () => {
    const of = await aGroupCase(desk, 1)
    await failed(of)
    await send(head, of.id, 'draft-decision', decision())
    const target = (await decisionsOf(of.id))[0]?.id ?? ''
    const form = { target, version: '1', language: 'km', debtor: '' }

    expect((await send(head, of.id, 'sign-decision', form)).status).toBe(422)
    const shown = await head.get(address(of.id))
    const code = /would now show (\d{6})/.exec(textOf(shown.body))
    const signing = { ...form, 'signing-code': code?.[1] ?? '' }
    const signed = await send(head, of.id, 'sign-decision', signing)
    expect([signed.status, signed.status === 303 ? '' : signed.says.slice(0, 1500)]).toEqual([
      303,
      '',
    ])
    const [issued] = await decisionsOf(of.id)
    expect([issued?.status, issued?.kind, issued?.mayOrder]).toEqual([
      'issued',
      'proposal',
      'unknown',
    ])
    expect(await statusOf(of.id)).toBe('performance')
    await expect(
      desk.owner`update decision set finding = 'against' where id = ${target}`,
    ).rejects.toThrow('stays as it is')

    // She appeals with her receipt; the other side from its own page; each sees only what it may.
    const herself = complainantActor(of.id)
    const clerk = await desk.actor('clerk')
    const stranger = await desk.actor('clerk2')
    const sideOf = (actor: Actor) =>
      readAs(desk.db, actor, (tx) =>
        readSide(tx, actor, { vault: desk.vault, complaintId: of.id, now: desk.clock.now }),
      )
    expect((await sideOf(herself)).decisions.map(({ mayAppeal }) => mayAppeal)).toEqual([true])
    expect((await sideOf(clerk)).decisions.map(({ mayAppeal }) => mayAppeal)).toEqual([true])
    expect((await sideOf(stranger)).decisions).toEqual([])
    const clerks = await desk.signedIn('clerk')
    const strangers = await desk.signedIn('clerk2')
    const appeal = { target, grounds: 'We paid.', submission: newId<string>() }
    expect((await strangers.post(`/en/agency/matters/${of.id}`, appeal)).statusCode).not.toBe(303)
    expect((await strangers.get(`/en/agency/matters/${of.id}`)).statusCode).toBe(404)
    expect((await clerks.post(`/en/agency/matters/${of.id}`, appeal)).statusCode).toBe(303)
    const seen = textOf((await clerks.get(`/en/agency/matters/${of.id}`)).body)
    expect(seen).toContain('Pay back')
    for (const secret of ['សុខ ដារា', '10000001']) expect(seen).not.toContain(secret)

    // She reads what happens next on her own page, and appeals there.
    const citizen = await desk.signedIn('clerk2')
    citizen.cookies.clear()
    const receipt = { number: of.number, secret: of.secret, submission: newId<string>() }
    expect((await citizen.post('/en/follow', receipt)).statusCode).toBe(303)
    const own = textOf((await citizen.get('/en/follow/case')).body)
    expect(own).toContain('Something was decided in your case.')
    expect(own).toContain('A second officer, who was not at the meeting, looks at your case.')
    expect(textOf((await citizen.get('/en/follow/case/decision')).body)).toContain('Pay back')
    const hers = { target, grounds: 'It is too little.', submission: newId<string>() }
    expect((await citizen.post('/en/follow/case/decision', hers)).statusCode).toBe(303)

    // Neither the mediator nor whoever decided hears it; a third officer does.
    const ruling = { target, version: '4', ruling: 'set-aside', reasons: 'Not proven' }
    expect((await send(officer, of.id, 'rule', ruling)).status).toBe(422)
    expect((await send(head, of.id, 'rule', ruling)).status).toBe(422)
    const third = await desk.signedIn('officer-bmc')
    expect((await send(third, of.id, 'rule', ruling)).status).toBe(303)
    expect((await decisionsOf(of.id))[0]?.status).toBe('set-aside')
    expect(await statusOf(of.id)).toBe('registered')
  })

  it('waits as a proposal for both sides; what the other side refuses is owed by nobody', async () => {
    const of = await aGroupCase(desk, 1)
    await failed(of)
    await send(head, of.id, 'draft-decision', decision())
    const target = (await decisionsOf(of.id))[0]?.id ?? ''
    const shown = textOf((await head.get(address(of.id))).body)
    const code = /would now show (\d{6})/.exec(shown)?.[1] ?? ''
    const form = { target, version: '1', language: 'km', debtor: '', 'signing-code': code }
    expect((await send(head, of.id, 'sign-decision', form)).status).toBe(303)
    const page = textOf((await officer.get(address(of.id))).body)
    expect(page).toContain('the answer of 1 person, by 15 December 2026')
    expect(page).toContain('the answer of the other side, by 15 December 2026')
    const clocks = () => desk.owner<{ kind: string; dueAt: Date; stoppedAt: Date | null }[]>`
      select kind, due_at as "dueAt", stopped_at as "stoppedAt" from clock
      where record_id = ${target} order by kind`
    const due = new Date('2026-12-15T17:00:00Z')
    expect(await clocks()).toMatchObject([
      { kind: 'agency-answer', dueAt: due, stoppedAt: null },
      { kind: 'worker-answer', dueAt: due, stoppedAt: null },
    ])
    const deps = { db: desk.db, now: () => desk.clock.now }
    await noteUnanswered(deps, { eventId: '', recordId: target })
    const told = await desk.owner`
      select data from event where record_id = ${of.id} and type = 'decision.unanswered'`
    expect(told).toMatchObject([{ data: { workers: 1, agency: true } }])

    // She accepts, so that it is owed; then the agency refuses, and it is owed no more.
    const outcomeId = (await decisionsOf(of.id))[0]?.outcomeId ?? ''
    const actor = await desk.actor('officer')
    const answered = await transact(desk.db, actor, (tx) =>
      recordAnswer(tx, actor, {
        ...{ outcomeId, answer: accepted(of.persons[0] ?? ''), version: 1, dueOn: null },
        at: desk.clock.now,
      }),
    )
    expect(answered.ok).toBe(true)
    const owed = async () =>
      (await listDues(desk.owner, { caseIds: [of.id] })).map((one) => Number(one.owed))
    expect(await owed()).toEqual([25_000])
    const clerk = await desk.signedIn('clerk')
    const stranger = await desk.signedIn('clerk2')
    const matter = `/en/agency/matters/${of.id}`
    expect(textOf((await clerk.get(matter)).body)).toContain('It is your turn: say by 15 December')
    const say = (who: Browser) =>
      who.post(matter, { submission: newId<string>(), target, step: 'answer', answer: 'refused' })
    expect((await say(stranger)).statusCode).not.toBe(303)
    const token = await tokenFor(desk.owner, 'clerk', desk.clock.now)
    const byProgram = await desk.app().inject({
      ...{ url: `/api/v1/matters/${of.id}/answer`, method: 'POST' },
      headers: { authorization: `Bearer ${token}`, 'idempotency-key': newId<string>() },
      payload: { target, answer: 'perhaps' },
    })
    expect(byProgram.statusCode).toBe(422)
    expect((await say(clerk)).statusCode).toBe(303)
    expect((await say(clerk)).statusCode).toBe(422)
    await followAgencyAnswer(deps, { eventId: '', recordId: of.id })
    expect(await owed()).toEqual([0])
    expect((await clocks()).every(({ stoppedAt }) => stoppedAt !== null)).toBe(true)
    expect(textOf((await head.get(address(of.id))).body)).toContain('It refuses · 20 November 2026')
    expect((await send(head, of.id, 'draft-decision', decision({ sum: '200' }))).status).toBe(303)
  })

  it('waits until somebody said of each file whether both sides may read of it', async () => {
    const of = await aGroupCase(desk, 1)
    await failed(of)
    const kept = { broughtBy: 'worker', evidenceId: '', what: 'Her address', shown: 'kept-back' }
    expect((await send(head, of.id, 'sort-evidence', kept)).status).toBe(422)
    const safe = { ...kept, keptBackWhy: 'safety' }
    expect((await send(head, of.id, 'sort-evidence', safe)).status).toBe(303)
    const open = { ...kept, what: 'A receipt of 650', shown: 'both', keptBackWhy: '' }
    expect((await send(head, of.id, 'sort-evidence', open)).status).toBe(303)

    const read = async (actor: Actor) => {
      const asked = { vault: desk.vault, complaintId: of.id, now: desk.clock.now }
      const view = await readAs(desk.db, actor, (tx) => readSide(tx, actor, asked))
      return view.exhibits.map(({ what }) => what)
    }
    expect(await read(complainantActor(of.id))).toEqual(['Her address', 'A receipt of 650'])
    expect(await read(await desk.actor('clerk'))).toEqual(['A receipt of 650'])
    expect(await read(await desk.actor('clerk2'))).toEqual([])
  })
})

describe('the API', () => {
  it('takes the same steps, and signs nothing', async () => {
    const of = await aGroupCase(desk, 1)
    await failed(of)
    const token = await tokenFor(desk.owner, 'head', desk.clock.now)
    const call = (url: string, body?: object) =>
      desk.app().inject({
        ...{ url: `/api/v1/complaints/${of.id}/conciliation${url}`, method: body ? 'POST' : 'GET' },
        headers: { authorization: `Bearer ${token}`, 'idempotency-key': newId<string>() },
        ...(body ? { payload: body } : {}),
      })

    expect((await call('/actions/draft-decision', decision())).statusCode).toBe(201)
    const read = (await call('')).json() as { decisions: { id: string; version: number }[] }
    expect(read).toMatchObject({
      meetings: [{ status: 'failed' }],
      decisions: [{ kind: 'proposal' }],
    })
    const { id: target = '', version } = read.decisions[0] ?? {}
    const sign = await call('/actions/sign-decision', { target, version, language: 'en' })
    expect([sign.statusCode, sign.json().code]).toEqual([403, 'sign-in-the-browser'])
  })
})
