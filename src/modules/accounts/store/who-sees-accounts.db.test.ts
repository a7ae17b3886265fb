import { beforeAll, expect, it } from 'vitest'
import { testMasterKey, useDatabase } from '../../../../tests/support/database.ts'
import { type Actor, complainantActor, publicActor, systemActor } from '../../../kernel/actor.ts'
import { ok } from '../../../kernel/result.ts'
import { readAs, transact } from '../../../platform/db.ts'
import { newId } from '../../../platform/new-id.ts'
import { makeVault } from '../../../platform/vault/vault.ts'
import { fillDemonstrationPeople } from '../actions/fill-demonstration-people.ts'
import { competentOffice, findOfficeByCode, listSuperiors, loadOffices } from './offices.ts'
import type { PersonId } from './people.ts'
import { listOfficers, officeIdOfPerson, personNames } from './people.ts'

const { db, jobs, owner } = useDatabase()
const agencies = [newId<string>(), newId<string>()]
const vault = makeVault(testMasterKey())
const now = new Date('2026-11-23T02:00:00Z')
const today = '2026-11-23' as Parameters<typeof officeIdOfPerson>[2]
let ids: ReadonlyMap<string, PersonId>
const idOf = (login: string): PersonId => ids.get(login) as PersonId

beforeAll(async () => {
  ids = await owner.begin((tx) => fillDemonstrationPeople(tx, { agencyIds: agencies, now, vault }))
  for (const id of ids.values()) {
    await owner`update credential set password_hash = 'x' where person_id = ${id}`
    await owner`insert into session (token_hash, person_id, created_at, last_seen_at, expires_at, address_hash)
      values (${Buffer.from(id)}, ${id}, ${now}, ${now}, ${now}, 'x')`
    await owner`insert into api_token (token_hash, person_id, label, scopes, created_at, expires_at)
      values (${Buffer.from(id)}, ${id}, 'x', '{x}', ${now}, ${now})`
  }
})

const aPersonActor = (login: string, more: Partial<Actor> = {}): Actor => ({
  kind: 'person',
  id: idOf(login),
  roles: ['complaints-officer'],
  officeId: null,
  areas: null,
  agencyId: null,
  ...more,
})
const clerk = (): Actor =>
  aPersonActor('clerk', { roles: ['agency-clerk'], agencyId: agencies[0] ?? '', areas: [] })

it('shows to each actor only what is theirs', async () => {
  const seen = async (actor: Actor) =>
    readAs(db, actor, async (tx) => {
      const [row] = await tx`select
        (select count(*)::int from person) as people,
        (select count(*)::int from assignment) as assignments,
        (select count(*)::int from credential) as credentials,
        (select count(*)::int from session) as sessions,
        (select count(*)::int from api_token) as tokens`
      return Object.values(row ?? {}).join(' ')
    })

  const table = {
    public: await seen(publicActor),
    complainant: await seen(complainantActor(newId())),
    'without a role': await seen(aPersonActor('officer', { roles: [], areas: [] })),
    clerk: await seen(clerk()),
    officer: await seen(aPersonActor('officer')),
    system: await seen(systemActor('test')),
  }

  expect(table).toEqual({
    public: '0 0 0 0 0',
    complainant: '0 0 0 0 0',
    'without a role': '1 1 1 1 1',
    clerk: '1 1 1 1 1',
    officer: '18 18 1 1 1',
    system: '18 18 18 18 18',
  })
})

it('lets nobody change another person’s password, session or token, nor give roles', async () => {
  const officer = aPersonActor('officer')
  const head = idOf('head')
  const tries = await transact(db, officer, async (tx) => {
    const password =
      await tx`update credential set password_hash = 'mine' where person_id = ${head}`
    const session = await tx`delete from session where person_id = ${head}`
    const token = await tx`update api_token set revoked_at = now() where person_id = ${head}`
    return ok([password.count, session.count, token.count])
  })
  const assign = () =>
    transact(db, officer, async (tx) => {
      await tx`insert into assignment (person_id, role, office_id, from_day)
      select ${officer.id}, 'administrator', id, '2020-01-01' from office where code = 'ministry'`
      return ok(null)
    })
  const planted = () =>
    transact(db, officer, async (tx) => {
      await tx`insert into session (token_hash, person_id, created_at, last_seen_at, expires_at, address_hash)
      values ('planted', ${head}, now(), now(), now(), 'x')`
      return ok(null)
    })

  expect(tries).toEqual(ok([0, 0, 0]))
  await expect(assign()).rejects.toThrow('row-level security')
  await expect(planted()).rejects.toThrow('row-level security')
})

it('keeps passwords and what people hold from the worker', async () => {
  await expect(jobs`select password_hash from credential`).rejects.toThrow('permission denied')
  await expect(jobs`select token_hash from session`).rejects.toThrow('permission denied')
  await expect(jobs`select session_identity('x', now(), '1 hour')`).rejects.toThrow('denied')
})

it('names people to officers, and to an agency only its own', async () => {
  const wanted = [idOf('officer'), idOf('clerk'), idOf('clerk2'), 'complaints', newId<string>()]

  const toOfficer = await readAs(db, aPersonActor('head'), (tx) => personNames(tx, wanted))
  const toClerk = await readAs(db, clerk(), (tx) => personNames(tx, wanted))

  expect([...toOfficer.keys()].sort()).toEqual([wanted[0], wanted[1], wanted[2]].sort())
  expect([...toClerk.values()]).toEqual([
    { km: 'គំរូ បុប្ផា (សាកល្បង)', en: 'Kumru Bopha (demonstration)' },
  ])
})

it.each([
  [{ role: 'complaints-officer', area: '01' }, ['officer-bmc', 'officer']],
  [{ role: 'complaints-officer', area: '25' }, ['officer']],
  [{ role: 'complaints-officer' }, ['officer-bmc', 'officer-bat', 'inspector', 'officer']],
  [{ role: 'licensing-head', area: '01' }, ['licensing-head']],
  [{ role: 'agency-clerk' }, []],
  [{ role: 'signatory' }, ['chief', 'general', 'cabinet', 'director']],
] as const)(
  'lists the officers for %j, those of the smallest area first',
  async (wanted, logins) => {
    const found = await readAs(db, systemActor('test'), (tx) =>
      listOfficers(tx, { ...wanted, today }),
    )

    expect(new Set(found.map(({ id }) => id))).toEqual(new Set(logins.map(idOf)))
    expect(found.at(-1)?.id).toBe(logins.length > 0 ? idOf(logins.at(-1) ?? '') : undefined)
  },
)

it('lets a letter climb from office to office, and no further than the minister', async () => {
  const climb = async (code: string) => {
    const office = await findOfficeByCode(db, code)
    return (await listSuperiors(db, office?.id ?? '')).map((each) => each.code)
  }

  expect(await climb('mrc-bmc')).toEqual(['pdolvt-01', 'dem', 'gdl', 'minister'])
  expect(await climb('ministry')).toEqual(['dem-abroad', 'dem', 'gdl', 'minister'])
  expect(await climb('minister')).toEqual([])
})

it('finds the office that is competent: of the province, else the ministry', async () => {
  const codes = []
  for (const province of ['01', '12', '25', '99', null])
    codes.push((await competentOffice(db, province)).code)

  expect(codes).toEqual(['pdolvt-01', 'pdolvt-12', 'pdolvt-25', 'ministry', 'ministry'])
  const bmc = await findOfficeByCode(db, 'pdolvt-01')
  const officeId = await readAs(db, systemActor('test'), (tx) =>
    officeIdOfPerson(tx, idOf('officer-bmc'), today),
  )
  expect(officeId).toBe(bmc?.id)
})

it('fills and loads twice without harm', async () => {
  await owner.begin(loadOffices)
  const again = await owner.begin((tx) =>
    fillDemonstrationPeople(tx, { agencyIds: agencies, now, vault }),
  )

  expect(again).toEqual(ids)
  expect(await owner`select count(*)::int as n from assignment`).toEqual([{ n: 18 }])
})
