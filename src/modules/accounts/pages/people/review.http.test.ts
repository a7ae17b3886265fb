import { beforeAll, expect, it } from 'vitest'
import { useSignIn } from '../../../../../tests/support/account-browser.ts'
import { ok } from '../../../../kernel/result.ts'
import { transact } from '../../../../platform/db.ts'
import { loadRules } from '../../../law/index.ts'
import { loadPlaces } from '../../../places/index.ts'
import { reviewAccess } from '../../actions/review-access.ts'

const world = useSignIn()
const { db, jobs, owner } = world
const at = (day: string) => new Date(`${day}T17:10:00Z`)

beforeAll(() =>
  owner.begin(async (tx) => {
    await loadRules(tx)
    await loadPlaces(tx)
    // The demonstration's own review is not part of this.
    await tx`delete from access_review_line`
    await tx`delete from access_review`
    await tx`update person set created_at = '2026-08-23T00:00:00Z'`
  }),
)

const assignmentOf = async (personId: string) => {
  const [row] = await owner`select id, to_day from assignment where person_id = ${personId}`
  return { id: String(row?.id), lastDay: row?.to_day ?? null }
}
const openReviews = () => owner`select due_on from access_review where closed_at is null`

it('opens after the months that the rule says, once, and confirms nobody by itself', async () => {
  await reviewAccess(jobs, at('2026-11-21'))
  expect(await openReviews()).toHaveLength(0)

  await reviewAccess(jobs, at('2026-11-22'))
  await reviewAccess(jobs, at('2026-11-22'))

  expect(await openReviews()).toEqual([{ due_on: '2026-12-14' }])
  const [counted] = await owner`
    select count(*)::int as n from access_review_line where confirmed_by is not null`
  expect(counted).toEqual({ n: 0 })
})

it('is confirmed by the head of the office or of one above, by nobody for themselves', async () => {
  await owner`delete from access_review_line`
  await owner`delete from access_review`
  const officer = await world.aPerson({ role: 'complaints-officer' })
  const head = await world.aPerson({ role: 'complaints-head' })
  const chief = await world.aPerson({ role: 'signatory' })
  const [place] = await owner`select id from office where code = 'pdolvt-01'`
  const far = await world.aPerson({ role: 'complaints-head' })
  await owner`update assignment set office_id = ${place?.id} where person_id = ${far.id}`
  const [dem] = await owner`select id from office where code = 'dem'`
  await owner`update assignment set office_id = ${dem?.id} where person_id = ${chief.id}`
  await reviewAccess(jobs, at('2026-11-22'))
  const rows = await Promise.all([officer, head].map(({ id }) => assignmentOf(id)))
  const row = rows.map(({ id }) => id)
  const confirm = async (login: string) =>
    String(
      (await (await world.signInAs(login)).post('/en/work/access-review', { row, do: 'chosen' }))
        .headers.location,
    )

  expect(await confirm(far.login)).toContain('done=0&refused=2')
  expect(await confirm(head.login)).toContain('done=1&refused=1')
  expect(await confirm(chief.login)).toContain('done=1&refused=0')
  const kept = await owner`select confirmed_by from access_review_line
    where assignment_id::text = any (${row}) order by confirmed_at`
  expect(kept.map((one) => one.confirmed_by)).toEqual([head.id, chief.id])
  const page = await (await world.signInAs(head.login)).get('/en/work/access-review')
  expect(page.body).toContain('Confirmed by')
  expect(
    (await (await world.signInAs(officer.login)).get('/en/work/access-review')).statusCode,
  ).toBe(403)
})

it('keeps the own role out of reach of a program too', async () => {
  const head = await world.aPerson({ role: 'complaints-head' })
  const { id } = await assignmentOf(head.id)
  const [review] = await owner`select id from access_review where closed_at is null`
  await owner`insert into access_review_line (review_id, assignment_id) values (${review?.id}, ${id})`
  const actor = {
    kind: 'person',
    id: head.id,
    roles: ['complaints-head'],
    officeId: null,
    areas: null,
    agencyId: null,
  } as const

  const own = transact(db, actor, async (tx) => {
    await tx`update access_review_line set confirmed_by = ${head.id}, confirmed_at = now()
      where assignment_id = ${id}`
    return ok(null)
  })

  await expect(own).rejects.toThrow('row-level security')
})

it('warns before, and lets lapse what nobody confirmed, but nobody invented', async () => {
  const lost = await world.aPerson({ role: 'complaints-officer' })
  const kept = await world.aPerson({ role: 'complaints-officer' })
  await owner`delete from access_review_line`
  await owner`delete from access_review`
  await reviewAccess(jobs, at('2026-11-22'))
  const head = await world.aPerson({ role: 'complaints-head' })
  const { id } = await assignmentOf(kept.id)
  await (await world.signInAs(head.login)).post('/en/work/access-review', { row: id, do: 'chosen' })
  const browser = await world.signInAs(lost.login)
  const early = await browser.get('/en/account')
  await owner`update access_review set due_on = '2026-11-29', opened_on = '2026-11-20'`
  const late = await browser.get('/en/account')

  await reviewAccess(jobs, at('2026-11-28'))
  expect((await assignmentOf(lost.id)).lastDay).toBeNull()
  await reviewAccess(jobs, at('2026-11-29'))

  expect(early.body).not.toContain('was not confirmed yet')
  expect(late.body).toContain('was not confirmed yet')
  expect((await assignmentOf(lost.id)).lastDay).toBe('2026-11-29')
  expect((await assignmentOf(kept.id)).lastDay).toBeNull()
  const [demonstration] = await owner`
    select count(*)::int as n from assignment a join person p on p.id = a.person_id
    where p.demonstration and a.to_day is not null`
  expect(demonstration).toEqual({ n: 0 })
  const events = await owner`select actor_id from event
    where type = 'person.role-lapsed' and record_id = ${lost.id}`
  expect(events).toEqual([{ actor_id: 'accounts.review-access' }])
})
