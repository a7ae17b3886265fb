import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '../../../../tests/support/database.ts'
import type { Actor, Role } from '../../../kernel/actor.ts'
import type { Day } from '../../../kernel/days.ts'
import { transact } from '../../../platform/db.ts'
import { newId } from '../../../platform/new-id.ts'
import { listenForChanges } from '../../../platform/public-changed.ts'
import { type AgencyId, addAgency } from '../../agencies/index.ts'
import { loadRules } from '../../law/index.ts'
import { loadPlaces } from '../../places/index.ts'
import { changeTo } from '../rules/decision.ts'
import type { LicenceId } from '../rules/licence.ts'
import type { LicenceAction, LicenceStatus } from '../rules/lifecycle.ts'
import { addLicence, findLicence, moveLicence } from '../store/licence.ts'
import { type DecideLicence, decideLicence } from './decide-licence.ts'
import { followTheCalendar } from './follow-the-calendar.ts'

const { db, jobs, owner } = useDatabase()
const now = new Date('2026-06-15T03:00:00Z')
const today = '2026-06-15' as Day

const person = (...roles: Role[]): Actor => ({
  kind: 'person',
  id: `test-${roles.join('-')}`,
  roles,
  agencyId: null,
  officeId: null,
  areas: null,
})
const head = person('licensing-head')
const officer = person('licensing-officer')
const stranger = person('complaints-head')

beforeAll(async () => {
  await owner.begin(async (tx) => {
    await loadPlaces(tx)
    await loadRules(tx)
  })
})

async function anAppliedLicence(validTo: Day | null = null): Promise<LicenceId> {
  const agencyId = newId<AgencyId>()
  const id = newId<LicenceId>()
  await owner.begin(async (tx) => {
    const names = { km: null, en: `Test ${agencyId}` }
    await addAgency(tx, { id: agencyId, kind: 'agency', names, isPublic: true })
    await addLicence(tx, {
      id,
      agencyId,
      number: `T-${id}`,
      prakas: null,
      validFrom: '2025-01-01' as Day,
      validTo,
      authorisations: [
        { destination: 'TH', sector: 'general', from: '2025-01-01' as Day, to: null },
      ],
    })
  })
  return id
}

const step = (licenceId: LicenceId, given: Partial<DecideLicence> = {}): DecideLicence => ({
  licenceId,
  version: 1,
  action: 'grant',
  reason: 'requirements-met',
  note: 'Papers 12 of 2026.',
  term: null,
  now,
  ...given,
})
const decide = (actor: Actor, input: DecideLicence) =>
  transact(db, actor, (tx) => decideLicence(tx, actor, input))
const statusOf = async (id: LicenceId) => (await findLicence(owner, id))?.status

describe('who may not decide', () => {
  it.each<[string, Actor, LicenceAction, string]>([
    ['an officer grants', officer, 'grant', 'requirements-met'],
    ['somebody of complaints grants', stranger, 'grant', 'requirements-met'],
  ])('%s', async (_, actor, action, reason) => {
    const id = await anAppliedLicence()
    const decided = await decide(actor, step(id, { action, reason }))
    expect(decided).toEqual({ ok: false, refusal: 'not-your-role' })
    expect(await statusOf(id)).toBe('applied')
  })

  it('nobody decides what is not there', async () => {
    expect(await decide(head, step(newId<LicenceId>()))).toEqual({
      ok: false,
      refusal: 'not-found',
    })
    expect(await decide(head, step('x' as LicenceId))).toEqual({ ok: false, refusal: 'not-found' })
  })

  it('the database holds back a role that no rule has checked', async () => {
    const id = await anAppliedLicence()
    const licence = (await findLicence(owner, id))!
    const change = changeTo(licence, 'granted', { today, suspension: null })
    for (const actor of [stranger, { ...head, agencyId: licence.agencyId }]) {
      const moved = await transact(db, actor, async (tx) => ({
        ok: true,
        value: await moveLicence(tx, licence, change),
      }))
      expect(moved).toEqual({ ok: true, value: false })
    }
  })
})

describe('a decision', () => {
  it('needs a reason that belongs to it', async () => {
    const id = await anAppliedLicence()
    const decided = await decide(head, step(id, { reason: 'licence-lent' }))
    expect(decided).toEqual({ ok: false, refusal: 'not-a-reason-for-this' })
  })

  it('is kept with its reason, its note for officers only, and the rules applied', async () => {
    const id = await anAppliedLicence()
    await decide(head, step(id))
    await decide(officer, step(id, { version: 2, action: 'suspend', reason: 'workers-unpaid' }))

    expect(await findLicence(owner, id)).toMatchObject({
      status: 'suspended',
      version: 3,
      suspension: { since: today, until: '2026-07-30', condition: null },
    })
    const events = await owner`
      select type, from_status, to_status, data, visible_to from event
      where record_id = ${id} order by happened_at, id`
    expect(
      events.map(({ type, from_status, to_status }) => [type, from_status, to_status]),
    ).toEqual([
      ['licence.granted', 'applied', 'granted'],
      ['licence.suspended', 'granted', 'suspended'],
    ])
    expect(events[1]?.data).toMatchObject({ reason: 'workers-unpaid', until: '2026-07-30' })
    expect(events[1]?.data.rules).toContainEqual({ key: 'suspension.default_days', version: 1 })
    expect(events[1]?.visible_to).toContain('public')
    expect(JSON.stringify(events)).not.toContain('Papers 12')
  })

  it('does not overwrite one taken after the licence was read', async () => {
    const id = await anAppliedLicence()
    const asRead = (await findLicence(owner, id))!
    await decide(head, step(id, { action: 'refuse', reason: 'requirements-not-met' }))

    const change = changeTo(asRead, 'granted', { today, suspension: null })
    const moved = await transact(db, head, async (tx) => ({
      ok: true,
      value: await moveLicence(tx, asRead, change),
    }))

    expect(moved).toEqual({ ok: true, value: false })
    expect(await statusOf(id)).toBe('refused')
    expect(await decide(head, step(id))).toEqual({ ok: false, refusal: 'changed-meanwhile' })
  })

  it('is undone altogether when its note cannot be kept', async () => {
    const id = await anAppliedLicence()
    await expect(decide(head, step(id, { note: '' }))).rejects.toThrow(
      /licence_decision_note_check/,
    )
    expect(await statusOf(id)).toBe('applied')
    const [events] = await owner`select count(*)::int as many from event where record_id = ${id}`
    expect(events?.many).toBe(0)
  })

  it('keeps a refused application from the public', async () => {
    const id = await anAppliedLicence()
    await decide(head, step(id, { action: 'refuse', reason: 'requirements-not-met' }))
    const [event] = await owner`select visible_to from event where record_id = ${id}`
    expect(event?.visible_to).not.toContain('public')
  })

  it('empties the public pages of every process, once it is committed', async () => {
    const id = await anAppliedLicence()
    let cleared = 0
    const clear = () => {
      cleared += 1
    }
    const listening = await listenForChanges(db, { clear })
    const before = cleared

    await decide(officer, step(id))
    await decide(head, step(id))
    await expect.poll(() => cleared).toBe(before + 1)
    await listening.stop()
  })
})

describe('a passed date', () => {
  it.each<[string, Partial<DecideLicence>, Day | null, LicenceStatus]>([
    [
      'ends a suspension until a day',
      { term: { kind: 'date', until: '2026-06-20' as Day } },
      null,
      'granted',
    ],
    [
      'does not end a suspension until something is done',
      { term: { kind: 'condition', condition: 'workers-repaid' } },
      null,
      'suspended',
    ],
    [
      'ends a licence, suspended or not',
      { term: { kind: 'condition', condition: 'workers-repaid' } },
      '2026-06-30' as Day,
      'expired',
    ],
  ])('%s', async (_, suspension, validTo, status) => {
    const id = await anAppliedLicence(validTo)
    await decide(head, step(id))
    await decide(
      head,
      step(id, { version: 2, action: 'suspend', reason: 'workers-unpaid', ...suspension }),
    )

    await followTheCalendar(jobs, new Date('2026-06-20T03:00:00Z'))
    expect(await statusOf(id)).toBe('suspended')
    await followTheCalendar(jobs, new Date('2026-07-01T03:00:00Z'))
    expect(await statusOf(id)).toBe(status)
    if (status === 'expired') expect((await findLicence(owner, id))?.endedOn).toBe('2026-07-01')
  })
})

describe('two authorisations of one agency', () => {
  const another = async (like: LicenceId, sector: 'general' | 'domestic-work', code = 'TH') => {
    const id = newId<LicenceId>()
    const { agencyId = '' } = (await findLicence(owner, like)) ?? {}
    await owner.begin((tx) =>
      addLicence(tx, {
        ...{ id, agencyId: agencyId as AgencyId, number: `T-${id}`, prakas: null },
        ...{ validFrom: today, validTo: null },
        authorisations: [{ destination: code, sector, from: today, to: null }],
      }),
    )
    return id
  }

  it('do not overlap in country and sector; the second is given when the first has ended', async () => {
    const first = await anAppliedLicence()
    const second = await another(first, 'general')
    expect((await decide(head, step(first))).ok).toBe(true)
    expect(await decide(head, step(second))).toMatchObject({ refusal: 'authorised-already' })
    expect((await decide(head, step(await another(first, 'domestic-work')))).ok).toBe(true)

    const surrender = { action: 'surrender', reason: 'own-request', version: 2 } as const
    expect((await decide(head, step(first, surrender))).ok).toBe(true)
    expect((await decide(head, step(second))).ok).toBe(true)
  })

  it('are given once where two heads give both at once, and the other is told why', async () => {
    const first = await anAppliedLicence()
    const second = await another(first, 'general')
    const both = await Promise.all([decide(head, step(first)), decide(head, step(second))])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(both.find(({ ok }) => !ok)).toMatchObject({ refusal: 'authorised-already' })
  })

  it('are not given at all for a country that is the ministry’s own', async () => {
    const korea = await another(await anAppliedLicence(), 'general', 'KR')
    expect(await decide(head, step(korea))).toMatchObject({ refusal: 'country-not-for-agencies' })
  })
})
