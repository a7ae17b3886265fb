import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '../../../../tests/support/database.ts'
import { changeKinds } from '../../../change-kinds.ts'
import type { Actor, Role } from '../../../kernel/actor.ts'
import { addDays, type Day, dayOf, startOfDay } from '../../../kernel/days.ts'
import { ok, refuse } from '../../../kernel/result.ts'
import { readAs, type Tx, transact } from '../../../platform/db.ts'
import { loadOffices } from '../../accounts/index.ts'
import type { AssignableRole } from '../../accounts/rules/assignment.ts'
import { findOfficeByCode } from '../../accounts/store/offices.ts'
import { addAssignment, addPerson } from '../../accounts/store/people.ts'
import { loadRules, type RuleContent, rulebook, type ruleChange } from '../../law/index.ts'
import { listComingRules } from '../../law/store/rules.ts'
import { loadPlaces } from '../../places/index.ts'
import { findChange } from '../store/change.ts'
import { bringChangesIntoForce } from './bring-into-force.ts'
import { decideChange } from './decide-change.ts'
import { proposeChange } from './propose-change.ts'
import { readOverview } from './read-changes.ts'

const { db, jobs, owner } = useDatabase()
const now = new Date('2026-11-20T03:00:00Z')
const today = dayOf(now)
const inDays = (days: number): Day => addDays(today, days)
const [kind] = changeKinds as unknown as [(typeof changeKinds)[number] & typeof ruleChange]

let people = 0
async function aPerson(office: string, ...roles: readonly AssignableRole[]): Promise<Actor> {
  people += 1
  const login = `changer-${people}`
  return owner.begin(async (tx) => {
    const id = await addPerson(tx, { login, km: 'គំរូ', en: login, demonstration: false })
    const found = await findOfficeByCode(tx, office)
    if (!id || !found) throw new Error('no such office')
    for (const role of roles)
      await addAssignment(tx, {
        ...{ personId: id, role, officeId: found.id, areas: null, agencyId: null },
        from: addDays(today, -30),
      })
    const actor = { kind: 'person', id, roles, agencyId: null, areas: null } as const
    return { ...actor, officeId: found.id }
  })
}

const contentOf = (over: Partial<RuleContent> = {}): RuleContent => ({
  key: 'complaint.resolve_days',
  basedOn: 1,
  value: 7,
  standing: 'verified',
  article: { km: 'ប្រកាសសាកល្បង', en: 'Test prakas' },
  source: 'Test gazette 1',
  sourceUrl: null,
  ...over,
})

const propose = (actor: Actor, content = contentOf(), from = inDays(1)) =>
  transact(db, actor, (tx) =>
    proposeChange<unknown>(tx, actor, { kind, content, from, reason: 'Test', now }),
  )
async function aProposal(actor: Actor, content = contentOf(), from = inDays(1)): Promise<string> {
  const proposed = await propose(actor, content, from)
  if (!proposed.ok) throw new Error(String(proposed.refusal))
  return proposed.value
}
type Decided = Partial<Parameters<typeof decideChange>[2]>
const deciding = (tx: Tx, actor: Actor, id: string, over: Decided = {}) =>
  decideChange(tx, actor, {
    ...{ kinds: changeKinds, id, version: 1, action: 'approve', reason: 'Test', now },
    sign: async () => ok(null),
    ...over,
  })
const decide = (actor: Actor, id: string, over: Decided = {}) =>
  transact(db, actor, (tx) => deciding(tx, actor, id, over))
const statusOf = async (id: string) => (await findChange(owner, id))?.status

let admin: Actor
let second: Actor
beforeAll(async () => {
  await owner.begin((tx) => loadPlaces(tx))
  await owner.begin((tx) => loadRules(tx))
  await owner.begin((tx) => loadOffices(tx))
  admin = await aPerson('ministry', 'administrator')
  second = await aPerson('ministry', 'administrator')
})

describe('a proposal is refused', () => {
  it.each([
    ['to somebody whose role does not change it', ['complaints-officer'], {}, 1, 'not-your-role'],
    ['with a first day that has passed', ['administrator'], {}, -1, 'day-not-after-today'],
    ['with today: a rule is published before', ['administrator'], {}, 0, 'day-not-after-today'],
    ['for a rule that does not exist', ['administrator'], { key: 'a.b' }, 1, 'no-such-rule'],
    ['that starts from another version', ['administrator'], { basedOn: 2 }, 1, 'changed-meanwhile'],
    [
      'that calls a value verified and names no source',
      ['administrator'],
      { source: null },
      1,
      'value-needs-a-source',
    ],
    [
      'that gives what is unknown a value without a source',
      ['administrator'],
      { key: 'deposit.topup_days', standing: 'assumed', source: null },
      1,
      'value-needs-a-source',
    ],
  ] as const)('%s', async (_what, roles, content, days, refusal) => {
    const actor = { ...admin, roles: roles as readonly Role[] }
    expect(await propose(actor, contentOf(content), inDays(days))).toEqual(refuse(refusal))
  })
})

describe('the second person', () => {
  it('is never the proposer', async () => {
    const id = await aProposal(admin)
    expect(await decide(admin, id)).toEqual(refuse('own-proposal'))
    expect(await statusOf(id)).toBe('proposed')
    await decide(admin, id, { action: 'withdraw' })
  })

  it('is never the proposer in the database either, whatever the program does', async () => {
    const id = await aProposal(admin)
    const write = transact(db, admin, async (tx) => {
      await tx`update change set status = 'approved', approved_by = ${admin.id},
        approved_at = ${now} where id = ${id}`
      return ok(null)
    })
    await expect(write).rejects.toThrow('change_by_two_people')
    await decide(admin, id, { action: 'withdraw' })
  })

  it('does not approve in the name of somebody else', async () => {
    const id = await aProposal(admin)
    const write = transact(db, admin, async (tx) => {
      await tx`update change set status = 'approved', approved_by = ${second.id},
        approved_at = ${now} where id = ${id}`
      return ok(null)
    })
    await expect(write).rejects.toThrow('row-level security')
    await decide(admin, id, { action: 'withdraw' })
  })

  it('holds a role of the kind, at the same office', async () => {
    const id = await aProposal(admin)
    const officer = await aPerson('ministry', 'complaints-officer')
    const elsewhere = await aPerson('pdolvt-02', 'administrator')
    expect(await decide(officer, id)).toEqual(refuse('not-your-role'))
    expect(await decide(elsewhere, id)).toEqual(refuse('not-of-this-office'))
    await decide(admin, id, { action: 'withdraw' })
  })

  it('comes from the pool only where the office has nobody else', async () => {
    const lonely = await aPerson('pdolvt-03', 'administrator')
    const pooled = await aPerson('pdolvt-04', 'administrator')
    await owner`insert into approver_pool (person_id, from_day) values (${pooled.id}, ${today})`
    const atMinistry = await aProposal(admin, contentOf({ value: 8 }))
    expect(await decide(pooled, atMinistry)).toEqual(refuse('office-has-its-own'))
    await decide(admin, atMinistry, { action: 'withdraw' })
    const id = await aProposal(lonely, contentOf({ key: 'complaint.first_answer_hours' }))

    const overview = await readAs(db, pooled, (tx) =>
      readOverview(tx, pooled, {
        ...{ kinds: changeKinds, now: startOfDay(inDays(4)) },
        filter: { kind: null, status: null, subject: null, after: null },
      }),
    )
    const waiting = overview.forMe.changes.find(({ change }) => change.id === id)
    expect(waiting).toMatchObject({ daysWaiting: 4, waitsFor: [pooled.id], fromPool: true })
    expect((await decide(pooled, id)).ok).toBe(true)
    expect(await findChange(owner, id)).toMatchObject({ status: 'approved', fromPool: true })
    await decide(lonely, id, { action: 'stop', version: 2 })
  })

  it('decides once: of two at the same moment one is told that the other was quicker', async () => {
    const third = await aPerson('ministry', 'administrator')
    const id = await aProposal(admin)
    let letGo = () => {}
    const held = new Promise<void>((done) => {
      letGo = done
    })
    let signing = () => {}
    const isSigning = new Promise<void>((done) => {
      signing = done
    })
    const first = decide(second, id, {
      sign: async () => {
        signing()
        await held
        return ok(null)
      },
    })
    await isSigning
    const other = decide(third, id)
    await new Promise((done) => setTimeout(done, 50))
    letGo()

    expect((await first).ok).toBe(true)
    expect(await other).toEqual(refuse('changed-meanwhile'))
    expect(await findChange(owner, id)).toMatchObject({ approvedBy: second.id, version: 2 })
    await decide(admin, id, { action: 'stop', version: 2 })
  })

  it('signs, or nothing is approved', async () => {
    const id = await aProposal(admin)
    const sign = async () => refuse('code-wrong' as const)
    expect(await decide(second, id, { sign })).toEqual(refuse('code-wrong'))
    expect(await statusOf(id)).toBe('proposed')
    await decide(admin, id, { action: 'withdraw' })
  })

  it('cannot approve what should have begun before', async () => {
    const id = await aProposal(admin)
    const late = await decide(second, id, { now: startOfDay(inDays(1)) })
    expect(late).toEqual(refuse('day-not-after-today'))
    await decide(admin, id, { action: 'withdraw' })
  })
})

describe('a rule', () => {
  it('is written by nobody but under an approved change', async () => {
    const write = (column: string) =>
      transact(db, admin, async (tx) => {
        await tx.unsafe(column)
        return ok(null)
      })
    const insert = `insert into rule (key, version, part, value, unit, standing, name_km, name_en,
      origin) values ('x.y', 1, 'complaints', '1', 'days', 'assumed', 'គ', 'x', 'ministry')`
    await expect(write(insert)).rejects.toThrow('row-level security')
    await write(`update rule set valid_to = '2026-11-30' where key = 'complaint.resolve_days'`)
    const [row] = await owner`select valid_to from rule where key = 'complaint.resolve_days'`
    expect(row?.valid_to).toBeNull()
  })

  it('goes on as it was where an approved version is stopped before its first day', async () => {
    const id = await aProposal(admin, contentOf({ value: 9 }), inDays(5))
    await decide(second, id)
    const coming = await listComingRules(owner, today)
    expect(coming.map(({ key, value }) => [key, value])).toEqual([['complaint.resolve_days', 9]])

    expect((await decide(admin, id, { action: 'stop', version: 2 })).ok).toBe(true)

    expect(await listComingRules(owner, today)).toEqual([])
    const [row] = await owner`
      select valid_to from rule where key = 'complaint.resolve_days' and version = 1`
    expect(row?.valid_to).toBeNull()
    expect(await statusOf(id)).toBe('withdrawn')
  })

  it('takes effect as dated: yesterday the old one, today the new one, each kept', async () => {
    const id = await aProposal(admin, contentOf({ value: 6 }), inDays(3))
    expect((await decide(second, id)).ok).toBe(true)
    const later = contentOf({ value: 5 })
    expect(await propose(admin, later, inDays(3))).toEqual(refuse('changed-meanwhile'))

    const valueOn = async (day: Day) => {
      const rule = (await rulebook(db, day)).rules.get('complaint.resolve_days')
      return [rule?.value, rule?.version]
    }
    const [newest] = await owner<{ version: number }[]>`
      select max(version) as version from rule where key = 'complaint.resolve_days'`
    expect(await valueOn(inDays(2))).toEqual([10, 1])
    expect(await valueOn(inDays(3))).toEqual([6, newest?.version])

    await bringChangesIntoForce(jobs, changeKinds, startOfDay(inDays(2)))
    expect(await statusOf(id)).toBe('approved')
    await bringChangesIntoForce(jobs, changeKinds, startOfDay(inDays(3)))
    expect(await statusOf(id)).toBe('in-force')
    expect(await decide(admin, id, { action: 'stop', version: 3 })).toEqual(
      refuse('not-in-this-status'),
    )
    const events = await owner`
      select type from event where record_id = ${id} order by happened_at, id`
    expect(events.map(({ type }) => type)).toEqual([
      'change.proposed',
      'change.approved',
      'change.came-into-force',
    ])
  })

  it('is superseded by the next, and a day before the last version is refused', async () => {
    const [newest] = await owner<{ version: number }[]>`
      select version from rule where key = 'complaint.resolve_days' and not withdrawn
      order by version desc limit 1`
    const next = contentOf({ value: 4, basedOn: newest?.version ?? 0 })
    expect(await propose(admin, next, inDays(2))).toEqual(refuse('overlaps-a-later-version'))

    const id = await aProposal(second, next, inDays(10))
    await decide(admin, id)
    await bringChangesIntoForce(jobs, changeKinds, startOfDay(inDays(10)))

    const states = await owner`
      select status from change where subject = 'complaint.resolve_days'
        and status in ('in-force', 'superseded') order by in_force_from`
    expect(states.map(({ status }) => status)).toEqual(['superseded', 'in-force'])
  })
})

describe('a change that can no longer be made on its day', () => {
  it('lapses, says why, and leaves what another made', async () => {
    const holiday = changeKinds.find(({ code }) => code === 'holiday')
    if (!holiday) throw new Error('holidays cannot be changed')
    const feast = { year: 2027, code: 'visak_bochea', names: { km: 'បុណ្យ', en: 'Feast' } }
    const proposeDays = async (day: string, from: Day) => {
      const content = { ...feast, days: [day], was: [], standing: 'verified', source: 'Test' }
      const done = await transact(db, admin, (tx) =>
        proposeChange<unknown>(tx, admin, { kind: holiday, content, from, reason: 'Test', now }),
      )
      if (!done.ok) throw new Error(String(done.refusal))
      expect((await decide(second, done.value)).ok).toBe(true)
      return done.value
    }
    const first = await proposeDays('2027-05-20', inDays(2))
    const late = await proposeDays('2027-05-21', inDays(3))

    await bringChangesIntoForce(jobs, changeKinds, startOfDay(inDays(3)))

    expect(await statusOf(first)).toBe('in-force')
    expect(await findChange(owner, late)).toMatchObject({
      ...{ status: 'withdrawn', endedBy: null, endedReason: 'changed-meanwhile' },
    })
    const days = await owner`
      select day::text from holiday where year = 2027 and code = 'visak_bochea'`
    expect(days.map(({ day }) => String(day))).toEqual(['2027-05-20'])
  })
})
