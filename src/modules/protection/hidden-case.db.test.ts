import { beforeAll, describe, expect, it } from 'vitest'
import { useComplaintDesk } from '../../../tests/support/complaint-desk.ts'
import type { Actor } from '../../kernel/actor.ts'
import { complainantActor, systemActor } from '../../kernel/actor.ts'
import { ok, type Result } from '../../kernel/result.ts'
import { readAs, type Tx, transact } from '../../platform/db.ts'
import { listClocks } from '../casework/index.ts'
import { assignByLot, findComplaint, submitComplaint } from '../complaints/index.ts'
import { aNewComplaint, anEntry, taken } from '../complaints/testing/complaints.ts'
import {
  barContact,
  mustNotBeTold,
  recordWhatWasDone,
  reportRetaliation,
} from './actions/beside-case.ts'
import { decideForChild, doStep, openForChild, proposeForChild } from './actions/best-for-child.ts'
import { startScreeningClock } from './actions/follow-complaint.ts'
import { endTrack, giveToCaseworker } from './actions/give-to-caseworker.ts'
import { giveGrant, takeGrantBack } from './actions/grants.ts'
import { keepTraining } from './actions/keep-training.ts'
import { nameOfficial } from './actions/name-office.ts'
import { prepareReferral, stepReferral } from './actions/refer.ts'
import { screenCase } from './actions/screen-case.ts'
import { bestInterestSteps } from './rules/best-interest.ts'
import { listRetaliations } from './store/beside.ts'
import { listBestInterests } from './store/best-interest.ts'
import { listOverseen } from './store/oversight.ts'
import { listReferrals } from './store/referral.ts'
import { findTrack, listGrants } from './store/track.ts'

const desk = useComplaintDesk()
const at = new Date('2026-11-20T04:00:00Z')
const logins = [
  ...['officer', 'officer-bmc', 'officer-bat', 'head', 'caseworker', 'inspector', 'oversight'],
  ...['counsellor', 'licensing', 'admin', 'clerk', 'chief'],
]
let who: Readonly<Record<string, Actor>> = {}
const as = (login: string): Actor => who[login] as Actor
const run = <T, R>(login: string, work: (tx: Tx, actor: Actor) => Promise<Result<T, R>>) =>
  transact(desk.db, as(login), (tx) => work(tx, as(login)))

beforeAll(async () => {
  who = Object.fromEntries(
    await Promise.all(logins.map(async (login) => [login, await desk.actor(login)] as const)),
  )
  const training = {
    sex: 'woman',
    trainedOn: '2025-03-01',
    trainedUntil: null,
    course: 'x',
  } as const
  const personId = desk.personId('caseworker')
  const kept = await run('head', (tx, actor) =>
    keepTraining(tx, actor, { ...training, personId, at }),
  )
  expect(kept).toEqual(ok(null))
})

const yesTo = (...codes: string[]) =>
  Object.fromEntries(codes.map((code) => [code, { answer: 'yes', person: 'worker' } as const]))
const about = (complaintId: string) => ({ vault: desk.vault, complaintId, at })
const screened = (login: string, id: string, ...codes: string[]) =>
  run(login, (tx, actor) =>
    screenCase(tx, actor, {
      ...about(id),
      answers: yesTo(...codes),
      note: 'words',
      wants: 'woman',
    }),
  )
const given = (id: string, version = 1, wants: 'woman' | 'man' = 'woman') =>
  run('head', (tx, actor) =>
    giveToCaseworker(tx, actor, {
      ...{ ...about(id), wants, version },
      caseworkerId: desk.personId('caseworker'),
    }),
  )

/** Who finds any row of this case, in any table that hangs on it. */
async function seenBy(id: string): Promise<string[]> {
  const seen: string[] = []
  for (const login of logins) {
    const count = await readAs(desk.db, as(login), async (tx) => {
      const [row] = await tx<{ count: number }[]>`
        select ((select count(*) from complaint where id = ${id})
          + (select count(*) from complaint_contact where complaint_id = ${id})
          + (select count(*) from agency_inquiry where complaint_id = ${id})
          + (select count(*) from event where record_id = ${id})
          + (select count(*) from clock where record_id = ${id})
          + (select count(*) from screening where complaint_id = ${id})
          + (select count(*) from protection_track where complaint_id = ${id})
          + (select count(*) from case_person where complaint_id = ${id}))::int as count`
      return row?.count ?? 0
    })
    if (count > 0) seen.push(login)
  }
  return seen
}

async function anAskedCase() {
  const { id } = await desk.aComplaint({ respondentKind: 'agency', agencyId: desk.agencies[0] })
  for (const action of ['register', 'ask-agency'] as const)
    expect((await taken(desk, as('officer-bmc'), { complaintId: id, action })).ok).toBe(true)
  return id
}

describe('a case that screening protects', () => {
  it('is out of sight of everybody but its heads, then of everybody but three', async () => {
    const id = await anAskedCase()
    expect(await seenBy(id)).toEqual(['officer', 'officer-bmc', 'head', 'clerk'])

    expect(await screened('officer-bmc', id, 'under_eighteen')).toMatchObject(
      ok({ outcome: 'protected', reasons: ['minor'] }),
    )
    expect(await seenBy(id)).toEqual(['head'])

    expect(await given(id)).toEqual(ok(null))
    expect(await seenBy(id)).toEqual(['head', 'caseworker'])
    const [row] = await desk.owner`select owner_id, is_protected from complaint where id = ${id}`
    expect(row).toEqual({ owner_id: desk.personId('caseworker'), is_protected: true })
  })

  it('still stands open to herself', async () => {
    const id = await anAskedCase()
    await screened('officer-bmc', id, 'sexual_violence')
    const found = await readAs(desk.db, complainantActor(id), (tx) => tx`select id from complaint`)

    expect([...found]).toEqual([{ id }])
  })

  it('never enters conciliation, not even past the rules', async () => {
    const id = await anAskedCase()
    await screened('officer-bmc', id, 'retaliation')

    await expect(
      desk.owner`update complaint set status = 'in-conciliation' where id = ${id}`,
    ).rejects.toThrow('protected_never_meets')
  })

  it('is taken over only by a trained person of the sex that she chose', async () => {
    const id = await anAskedCase()
    await screened('officer-bmc', id, 'immediate_danger')
    const to = (login: string, wants: 'woman' | 'man') =>
      run('head', (tx, actor) =>
        giveToCaseworker(tx, actor, {
          ...{ ...about(id), wants, version: 1 },
          caseworkerId: desk.personId(login),
        }),
      )

    expect(await to('officer', 'woman')).toMatchObject({ refusal: 'not-a-caseworker' })
    expect(await to('caseworker', 'man')).toMatchObject({ refusal: 'not-of-the-sex-she-chose' })
    expect(await given(id, 7)).toMatchObject({ refusal: 'changed-meanwhile' })
    await desk.owner`update caseworker set trained_until = '2026-11-19'`
    expect(await to('caseworker', 'woman')).toMatchObject({ refusal: 'not-trained' })
    await desk.owner`update caseworker set trained_until = null`
    expect(await to('caseworker', 'woman')).toEqual(ok(null))
  })

  it('is given once, when two heads do it at the same moment', async () => {
    const id = await anAskedCase()
    await screened('officer-bmc', id, 'immediate_danger')
    const both = await Promise.all([given(id), given(id)])

    expect(both.filter((done) => done.ok)).toHaveLength(1)
    expect(both.find((done) => !done.ok)).toMatchObject({ refusal: 'changed-meanwhile' })
  })

  it('is shown to one more person for a reason, until a day, and then no more', async () => {
    const id = await anAskedCase()
    await screened('officer-bmc', id, 'immediate_danger')
    await given(id)
    const grant = (login: string, endsOn: string, by = 'head') =>
      run(by, (tx, actor) =>
        giveGrant(tx, actor, {
          ...{ ...about(id), personId: desk.personId(login), reason: 'a reason', endsOn },
        }),
      )

    expect(await grant('officer', '2026-11-25', 'caseworker')).toMatchObject({
      refusal: 'not-your-role',
    })
    expect(await grant('head', '2026-11-25')).toMatchObject({ refusal: 'own-grant' })
    expect(await grant('officer', '2027-11-25')).toMatchObject({ refusal: 'grant-too-long' })
    expect(await grant('officer-bat', '2026-12-20')).toEqual(ok(null))
    expect(await seenBy(id)).toEqual(['officer-bat', 'head', 'caseworker'])

    await desk.owner`update protection_grant set ends_on = '2026-11-01' where complaint_id = ${id}`
    expect(await seenBy(id)).toEqual(['head', 'caseworker'])
    await desk.owner`update protection_grant set ends_on = '2999-11-01' where complaint_id = ${id}`
    const [row] = await readAs(desk.db, as('head'), (tx) => listGrants(tx, id))
    const back = await run('head', (tx, actor) =>
      takeGrantBack(tx, actor, { ...about(id), grantId: row?.id ?? '' }),
    )
    expect(back).toEqual(ok(null))
    expect(await seenBy(id)).toEqual(['head', 'caseworker'])
  })

  it('comes back into sight when its head ends the track', async () => {
    const id = await anAskedCase()
    await screened('officer-bmc', id, 'immediate_danger')
    await given(id)
    const ended = await run('head', (tx, actor) =>
      endTrack(tx, actor, { ...about(id), how: 'her-own-wish', version: 2 }),
    )

    expect(ended).toEqual(ok(null))
    expect(await seenBy(id)).toEqual(['officer', 'officer-bmc', 'head', 'clerk'])
  })

  it('has a clock for its screening, that a look stops and a step of the case does not', async () => {
    const { id } = await desk.aComplaint()
    await startScreeningClock(desk, { recordId: id })
    await taken(desk, as('officer-bmc'), { complaintId: id, action: 'register' })
    const running = async () =>
      (await readAs(desk.db, systemActor('x'), (tx) => listClocks(tx, id as never)))
        .filter(({ stoppedAt }) => stoppedAt === null)
        .map(({ kind }) => kind)
        .toSorted()

    expect(await running()).toEqual(['resolve', 'screening'])
    await screened('officer-bmc', id)
    expect(await running()).toEqual(['resolve'])
  })
})

describe('a complaint about an office', () => {
  const named = (login: string, id: string, code: string) =>
    run(login, async (tx, actor) => {
      const [office] = await tx<{ id: string }[]>`select id from office where code = ${code}`
      return nameOfficial(tx, actor, { ...about(id), officeId: office?.id ?? '' })
    })

  it('about an official goes to the body from its first moment', async () => {
    const { id } = await desk.aComplaint({ categories: ['official_misconduct'] })

    expect(await seenBy(id)).toEqual(['inspector'])
  })

  it('may be entered by an officer of that office, who then sees it no more', async () => {
    const officer = as('officer-bmc')
    const complaint = aNewComplaint({ categories: ['official_misconduct'] })
    const entry = anEntry({ door: 'assisted', helpedBy: officer.id })
    const done = await transact(desk.db, officer, async (tx) =>
      ok(await submitComplaint(tx, officer, { vault: desk.vault, complaint, entry, now: at })),
    )

    expect(done.ok && (await seenBy(done.value.id))).toEqual(['inspector'])
  })

  it('leaves the line of command of the office that it names', async () => {
    const { id } = await desk.aComplaint()
    expect(await seenBy(id)).toEqual(['officer', 'officer-bmc', 'head'])

    expect(await named('officer', id, 'pdolvt-01')).toMatchObject({
      ok: true,
      value: { inside: true },
    })
    expect(await seenBy(id)).toEqual(['inspector'])
  })

  it('about the body itself is seen by nobody inside, and goes outside', async () => {
    const { id } = await desk.aComplaint({ categories: ['official_misconduct'] })

    expect(await named('inspector', id, 'inspectorate')).toEqual(ok({ inside: false, code: 'acu' }))
    expect(await seenBy(id)).toEqual([])
    const overseen = await readAs(desk.db, as('oversight'), (tx) => listOverseen(tx, 500))
    expect(overseen.find((one) => one.id === id)).toMatchObject({ outsideBody: 'acu' })
  })

  it('that went outside is drawn for nobody inside', async () => {
    const { id } = await desk.aComplaint({ categories: ['official_misconduct'] })
    await named('inspector', id, 'inspectorate')

    await assignByLot({ db: desk.db, now: () => at }, { recordId: id })

    const kept = await readAs(desk.db, systemActor('x'), (tx) => findComplaint(tx, id))
    expect(kept).toMatchObject({ ownerId: null, outsideBody: 'acu' })
  })

  it('is read by oversight in dates and codes, and by nobody else in that way', async () => {
    const { id } = await desk.aComplaint({ categories: ['official_misconduct'] })
    const list = (login: string) => readAs(desk.db, as(login), (tx) => listOverseen(tx, 500))

    const found = (await list('oversight')).find((one) => one.id === id)
    expect(found).toMatchObject({ hiddenAs: 'about-office', status: 'received', hasOwner: false })
    for (const login of logins.filter((one) => one !== 'oversight'))
      expect(await list(login)).toEqual([])
  })
})

describe('what stands beside a case', () => {
  it('refuses messages to somebody who must not be told', async () => {
    const { id } = await desk.aComplaint({ contact: '010 000 777' })
    const isTold = () => readAs(desk.db, systemActor('tell'), (tx) => mustNotBeTold(tx, id))

    expect(await isTold()).toBe(false)
    const barred = await run('officer-bmc', (tx, actor) =>
      barContact(tx, actor, {
        ...about(id),
        ...{ relation: 'relative', who: 'an uncle', contact: '+855 10 000 777' },
      }),
    )
    expect(barred).toEqual(ok(null))
    expect(await isTold()).toBe(true)
  })

  it('refers an adult only with her own yes and after the warning', async () => {
    const { id } = await desk.aComplaint()
    const prepared = await run('officer-bmc', (tx, actor) =>
      prepareReferral(tx, actor, {
        ...{ ...about(id), body: 'police', personId: null, isChild: false, to: 'station' },
        situation: { irregular: 'not-known', fearsOwnState: 'no', didWrong: 'no' },
        ...{ consent: null, bestInterestId: null, nextOn: '2026-11-27' },
      }),
    )
    expect(prepared).toEqual(ok(null))
    const [row] = await readAs(desk.db, as('officer-bmc'), (tx) => listReferrals(tx, id))
    expect(row?.warnings).toEqual(['may-be-detained', 'may-be-questioned'])
    const step = (over: object) =>
      run('officer-bmc', (tx, actor) =>
        stepReferral(tx, actor, {
          ...{ ...about(id), referralId: row?.id ?? '', version: 1, action: 'send' as const },
          ...{ consent: null, warning: null, answer: null, nextOn: '2026-11-27', ...over },
        }),
      )
    const consent = { how: 'in-person', on: '2026-11-20' }
    const warning = { answer: 'she-knows-and-agrees', reason: 'words' }

    expect(await step({})).toMatchObject({ refusal: 'no-consent-to-this-referral' })
    expect(await step({ consent })).toMatchObject({ refusal: 'warning-not-answered' })
    expect(await step({ consent, warning, nextOn: null })).toMatchObject({
      refusal: 'next-date-missing',
    })
    expect(await step({ consent, warning })).toEqual(ok(null))
    await expect(
      desk.owner`update referral set consent_how = null, consented_on = null, consent_by = null
        where id = ${row?.id ?? ''}`,
    ).rejects.toThrow('referred_by_her_own_yes')
  })

  it('refers a child after two persons decided, and no guardian who may be involved', async () => {
    const { id } = await desk.aComplaint()
    const open = (tx: Tx, actor: Actor) =>
      openForChild(tx, actor, {
        ...about(id),
        personId: null,
        guardian: 'relative',
        involved: 'not-known',
      })
    expect(await run('officer-bmc', open)).toEqual(ok(null))
    const now = async () =>
      (await readAs(desk.db, as('head'), (tx) => listBestInterests(tx, id)))[0] as never as {
        id: string
        version: number
      }
    const of = async () => ({
      ...about(id),
      procedureId: (await now()).id,
      version: (await now()).version,
    })
    const propose = async () => {
      const input = { ...(await of()), decision: 'words' }
      return run('officer-bmc', (tx, actor) => proposeForChild(tx, actor, input))
    }

    expect(await propose()).toMatchObject({ refusal: 'steps-missing' })
    for (const step of bestInterestSteps) {
      const input = { ...(await of()), step, guardian: 'relative', involved: 'not-known' } as const
      expect(await run('officer-bmc', (tx, actor) => doStep(tx, actor, input))).toEqual(ok(null))
    }
    expect(await propose()).toMatchObject({ refusal: 'guardian-may-be-involved' })
    await desk.owner`update best_interest set guardian = 'social-worker', guardian_involved = 'no'`
    expect(await propose()).toEqual(ok(null))
    const decision = await of()
    expect(
      await run('officer-bmc', (tx, actor) => decideForChild(tx, actor, decision)),
    ).toMatchObject({
      refusal: 'the-same-person',
    })
    expect(await run('head', (tx, actor) => decideForChild(tx, actor, decision))).toEqual(ok(null))
  })

  it('keeps retaliation with its date, and what was done about it once', async () => {
    const { id } = await desk.aComplaint()
    const report = (happenedOn: string) =>
      run('officer-bmc', (tx, actor) =>
        reportRetaliation(tx, actor, { ...about(id), happenedOn, kind: 'threat', what: 'words' }),
      )
    expect(await report('2026-11-21')).toMatchObject({ refusal: 'day-not-yet' })
    expect(await report('2026-11-19')).toEqual(ok(null))
    const [row] = await readAs(desk.db, as('officer-bmc'), (tx) => listRetaliations(tx, id))
    const answer = () =>
      run('officer-bmc', (tx, actor) =>
        recordWhatWasDone(tx, actor, {
          ...{ ...about(id), retaliationId: row?.id ?? '', doneOn: '2026-11-20', done: 'words' },
        }),
      )

    expect(await answer()).toEqual(ok(null))
    expect(await answer()).toMatchObject({ refusal: 'changed-meanwhile' })
  })
})

it('a track stands beside the case and says who has it', async () => {
  const id = await anAskedCase()
  await screened('officer-bmc', id, 'immediate_danger')
  await given(id)

  expect(await readAs(desk.db, as('caseworker'), (tx) => findTrack(tx, id))).toMatchObject({
    ...{ status: 'in-care', wants: 'woman', reasons: ['danger'], nextOn: '2026-11-27' },
  })
})
