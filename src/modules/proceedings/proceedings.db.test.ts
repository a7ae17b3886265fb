import { describe, expect, it } from 'vitest'
import { textOf, useComplaintDesk } from '../../../tests/support/complaint-desk.ts'
import { tokenFor } from '../../../tests/support/sign-in.ts'
import { type Actor, complainantActor } from '../../kernel/actor.ts'
import { lifecycleFaults, offeredActions } from '../../kernel/lifecycle.ts'
import { readAs } from '../../platform/db.ts'
import { newId } from '../../platform/new-id.ts'
import { escalateClock, listClocks } from '../casework/index.ts'
import { aGroupCase } from '../compensation/testing/outcomes.ts'
import { proceedingLifecycle, stages } from './rules/proceeding.ts'
import { listProceedings } from './store/proceeding.ts'

const desk = useComplaintDesk()

describe('a proceeding elsewhere', () => {
  const court = {
    ...{ kind: 'court', country: 'TH', authority: 'Labour court of the place', number: 'X 12/26' },
    ...{ stage: 'filed', filedOn: '2026-11-10', fileBy: '', lookOn: '' },
  }
  async function doing(id: string, login = 'officer') {
    const who = await desk.signedIn(login)
    return async (action: string, form: Record<string, string | string[]>) => {
      const address = `/en/work/complaints/${id}/proceedings/actions/${action}`
      const answer = await who.post(address, { submission: newId<string>(), ...form })
      return [answer.statusCode, textOf(answer.body)] as const
    }
  }
  const rowsOf = (id: string) => desk.owner.begin((tx) => listProceedings(tx, id))

  it('has sane steps, for those who handle cases and nobody else', () => {
    expect(lifecycleFaults(proceedingLifecycle, stages)).toEqual([])
    const of = (role: Actor['roles'][number]) =>
      stages.map((stage) => [stage, offeredActions(proceedingLifecycle, stage, [role]).length])

    expect(of('complaints-officer')).toEqual([
      ...[
        ['to-file', 3],
        ['filed', 5],
        ['investigated', 4],
        ['heard', 4],
      ],
      ...[
        ['decided', 4],
        ['appealed', 4],
        ['enforced', 3],
        ['ended', 0],
      ],
    ])
    expect(of('complainant').every(([, count]) => count === 0)).toBe(true)
    expect(of('agency-clerk').every(([, count]) => count === 0)).toBe(true)
  })

  it('is refused without its days, and to an officer of another area', async () => {
    const { id } = await aGroupCase(desk, 1)
    const send = await doing(id)

    expect((await send('record', { ...court, filedOn: '' }))[1]).toContain('Write on which day')
    expect((await send('record', { ...court, filedOn: '2026-12-10' }))[0]).toBe(422)
    expect((await send('record', { ...court, stage: 'to-file' }))[1]).toContain('Set the day')
    expect((await send('record', { ...court, lookOn: '2026-11-01' }))[0]).toBe(422)
    expect((await (await doing(id, 'officer-bat'))('record', court))[0]).not.toBe(303)
    expect(await rowsOf(id)).toEqual([])
  })

  it('to be filed by a day alarms on that day, and is watched once it was filed', async () => {
    const { id } = await aGroupCase(desk, 1)
    const send = await doing(id)
    await send('record', { ...court, stage: 'to-file', filedOn: '', fileBy: '2026-12-01' })
    const [row] = await rowsOf(id)
    const clocks = () => desk.owner.begin((tx) => listClocks(tx, row?.id ?? ''))
    const [filing] = await clocks()
    expect([row?.lookOn, filing?.kind, filing?.dueAt.toISOString()]).toEqual([
      ...['2026-12-01', 'filing', '2026-11-30T17:00:00.000Z'],
    ])

    await escalateClock(desk.jobs, filing?.id ?? '', new Date('2026-12-01T01:00:00Z'))
    const alarms = await desk.owner`
      select type from event where record_id = ${row?.id ?? ''} and type = 'proceeding.clock-ran-out'`
    expect(alarms).toHaveLength(1)

    const step = { target: row?.id ?? '', version: '1', action: 'file', on: '2026-11-20' }
    expect((await send('step', step))[0]).toBe(303)
    const after = await clocks()
    expect(after.map(({ kind, stoppedAt }) => [kind, stoppedAt === null])).toEqual([
      ['filing', false],
      ['look-again', true],
    ])
    // The same step as it stood before is refused.
    expect((await send('step', step))[0]).toBe(422)
  })

  it('awards to those whom it covers, with its source, and touches nobody else', async () => {
    const { id, persons } = await aGroupCase(desk, 3)
    const [one = '', two = ''] = persons
    const send = await doing(id)
    await send('record', { ...court, chosen: [one, two] })
    const [row] = await rowsOf(id)
    const award = {
      ...{ target: row?.id ?? '', on: '2026-11-18', dueOn: '2026-12-31', currency: 'THB' },
      ...{
        debtor: `agency:${desk.agencies[0]}`,
        basis: 'Judgment X 12/26',
        mode: 'pasted',
        sum: '',
      },
    }
    expect((await send('award', { ...award, pasted: '1 500\n3 900' }))[1]).toContain('line 2')
    expect((await send('award', { ...award, pasted: '១ ៥០០\n2 ៩០០' }))[0]).toBe(303)

    const dues = await desk.owner<{ who: string; minor: string }[]>`
      select beneficiary_id as who, minor::text from due where case_id = ${id} order by minor`
    expect(dues.map(({ who, minor }) => [who, minor])).toEqual([
      [one, '50000'],
      [two, '90000'],
    ])
    const [case_] = await desk.owner`select status from complaint where id = ${id}`
    expect(case_?.status).toBe('performance')
  })

  it('is seen by herself and her officers, and never by an agency', async () => {
    const { id } = await aGroupCase(desk, 1)
    await (await doing(id))('record', court)
    const seenBy = (actor: Actor) =>
      readAs(desk.db, actor, async (tx) => (await listProceedings(tx, id)).length)

    expect(await seenBy(complainantActor(id))).toBe(1)
    expect(await seenBy(await desk.actor('officer'))).toBe(1)
    expect(await seenBy(await desk.actor('officer-bat'))).toBe(0)
    expect(await seenBy(await desk.actor('clerk'))).toBe(0)
    const officer = await desk.signedIn('officer')
    const page = textOf((await officer.get(`/en/work/complaints/${id}/proceedings`)).body)
    expect(page).toContain('Labour court of the place')
    expect(textOf((await officer.get('/en/work/proceedings?whose=all')).body)).toContain('Court')
  })

  it('lets the case wait, with an owner and a far day; also through the API', async () => {
    const { id } = await aGroupCase(desk, 1)
    const token = await tokenFor(desk.owner, 'officer', desk.clock.now)
    const call = (url: string, body?: object) =>
      desk.app().inject({
        ...{ url: `/api/v1/complaints/${id}/proceedings${url}`, method: body ? 'POST' : 'GET' },
        headers: { authorization: `Bearer ${token}`, 'idempotency-key': newId<string>() },
        ...(body ? { payload: body } : {}),
      })

    expect((await call('/actions/record', court)).statusCode).toBe(201)
    expect((await call('')).json()).toMatchObject({ proceedings: [{ stage: 'filed' }] })
    const wait = { reviewOn: '2027-05-20', words: 'The court decides in spring.' }
    expect((await call('/actions/wait', wait)).statusCode).toBe(201)
    const [row] = await desk.owner<{ status: string; due: Date }[]>`
      select status, next_due_at as due from complaint where id = ${id}`
    expect([row?.status, row?.due.toISOString()]).toEqual([
      ...['waiting-elsewhere', '2027-05-19T17:00:00.000Z'],
    ])
  })
})
