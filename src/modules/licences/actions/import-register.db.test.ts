import { beforeAll, describe, expect, it } from 'vitest'
import { testMasterKey, useDatabase } from '../../../../tests/support/database.ts'
import { testFiles } from '../../../../tests/support/files.ts'
import { followedEvents } from '../../../follow-ups.ts'
import type { Actor, Role } from '../../../kernel/actor.ts'
import { transact } from '../../../platform/db.ts'
import { followEvents } from '../../../platform/events/record-event.ts'
import { makeVault } from '../../../platform/vault/vault.ts'
import { decideImport } from '../../imports/actions/decide-import.ts'
import { uploadImport } from '../../imports/actions/upload-import.ts'
import { carryOutImport, checkImport, forgetImportFiles } from '../../imports/index.ts'
import { findRun, listFindings } from '../../imports/store/run.ts'
import { loadRules } from '../../law/index.ts'
import { loadPlaces } from '../../places/index.ts'
import { licencesAgreeWithEvents } from './check-against-events.ts'
import { registerImporter } from './import-register.ts'

const { db, jobs, owner } = useDatabase()
const vault = makeVault(testMasterKey())
const files = testFiles()
const now = new Date('2026-06-15T03:00:00Z')
const job = { db: jobs, vault, files, importers: [registerImporter], now: () => now }

const person = (...roles: Role[]): Actor => ({
  ...{ kind: 'person', id: `test-${roles.join('-')}`, roles },
  ...{ agencyId: null, officeId: null, areas: null },
})
const head = person('licensing-head')

beforeAll(async () => {
  followEvents(followedEvents())
  await owner.begin(async (tx) => {
    await loadPlaces(tx)
    await loadRules(tx)
  })
})

const columns =
  'licence number;name in Khmer;name;destinations;valid from;valid until;phone;province;address'
const line = (
  number: string,
  over: Partial<Record<'name' | 'to' | 'countries' | 'phone', string>> = {},
) =>
  [
    ...[number, `ទីភ្នាក់ងារ ${number}`, over.name ?? `Agency ${number}`],
    ...[`"${over.countries ?? 'TH;ម៉ាឡេស៊ី'}"`, '1/2/2025', over.to ?? '2027-01-31'],
    ...[`"${over.phone ?? `010 000 ${number.padStart(3, '0')}`}"`, '12', 'Street 1'],
  ].join(';')
const fileOf = (...lines: string[]) => Buffer.from([columns, ...lines].join('\n'))

/** Uploaded and looked through. */
async function checked(bytes: Buffer) {
  const uploaded = await transact(db, head, async (tx) => {
    const file = { name: 'register.csv', bytes }
    const id = await uploadImport(tx, head, { vault, files, importer: registerImporter, file, now })
    return { ok: true as const, value: id }
  })
  if (!uploaded.ok) throw new Error('not uploaded')
  await checkImport(job, uploaded.value)
  const run = await findRun(owner, uploaded.value)
  const found = await listFindings(owner, uploaded.value, { kind: null, after: -1, most: 100 })
  return { id: uploaded.value, run: run!, findings: found.map(({ finding }) => finding) }
}
const decide = (id: string, version: number, actor = head) =>
  transact(db, actor, (tx) => decideImport(tx, actor, { id, version, action: 'confirm', now }))

const count = async (table: string): Promise<number> =>
  Number((await owner.unsafe(`select count(*) as n from ${table}`))[0]?.n)

describe('a register in a file', () => {
  it('is not brought in with a problem in it, nor by anybody but the head of licensing', async () => {
    const { id, run, findings } = await checked(
      fileOf(line('1', { countries: 'Atlantis' }), line('2')),
    )

    expect(run).toMatchObject({ status: 'checked', lines: 2, problems: 1, added: 1 })
    expect(findings[0]).toMatchObject({
      ...{ kind: 'problem', line: 2, subject: '1', column: 'destinations' },
      message: { key: 'imports.problem.no-destination' },
    })
    expect(await decide(id, run.version)).toEqual({ ok: false, refusal: 'has-problems' })
    expect(await decide(id, run.version, person('complaints-head'))).toMatchObject({
      refusal: 'not-found',
    })
    expect(await count('agency')).toBe(0)
  })

  it('that is no table is said to be none', async () => {
    const { run } = await checked(Buffer.from('d0cf11e0a1b11ae1', 'hex'))

    expect(run).toMatchObject({ status: 'unreadable', refusal: 'old-format' })
  })

  it('is brought in whole, with its history; a second time it changes nothing', async () => {
    const bytes = fileOf(line('1'), line('2', { phone: '010 000 002;010 000 222' }))
    const { id, run } = await checked(bytes)
    expect(run).toMatchObject({ problems: 0, added: 2, changed: 0 })

    await decide(id, run.version)
    await carryOutImport(job, id)
    await carryOutImport(job, id)

    expect(await findRun(owner, id)).toMatchObject({ status: 'done' })
    expect(await count('agency')).toBe(2)
    expect(await owner`select status, valid_from, valid_to from licence order by number`).toEqual([
      { status: 'granted', valid_from: '2025-02-01', valid_to: '2027-01-31' },
      { status: 'granted', valid_from: '2025-02-01', valid_to: '2027-01-31' },
    ])
    expect(
      await owner`select destination_code from licence_destination d join licence l on l.id = d.licence_id
        where number = '1' order by 1`,
    ).toEqual([{ destination_code: 'MY' }, { destination_code: 'TH' }])
    expect(await licencesAgreeWithEvents(owner)).toEqual([])
    const [event] = await owner`select actor_id, data from event where type = 'licence.granted'`
    expect(event).toMatchObject({ actor_id: head.id, data: { import: id } })
    // Telephones without network hear of all of them together.
    const waiting = await owner`select from graphile_worker.jobs where key = 'publish_statuses'`
    expect(waiting).toHaveLength(1)
    expect((await checked(bytes)).run).toMatchObject({ added: 0, changed: 0, unchanged: 2 })
  })

  it('changes only what differs, and keeps what was', async () => {
    const { id, run, findings } = await checked(
      fileOf(
        line('1', { name: 'New Name', to: '2029-01-31', countries: 'TH;JP' }),
        line('2', { phone: '010 000 002;010 000 222' }),
      ),
    )
    expect(run).toMatchObject({ changed: 1, added: 0 })
    expect(findings).toMatchObject([
      {
        changes: [{ field: 'names' }, { field: 'destinations', to: 'JP TH' }, { field: 'validTo' }],
      },
    ])

    await decide(id, run.version)
    await carryOutImport(job, id)

    expect(
      await owner`select kind, name from agency_name n join licence l using (agency_id)
        where l.number = '1' and n.is_public and name like '%Name%' or name = 'Agency 1' order by kind, name`,
    ).toContainEqual({ kind: 'former', name: 'Agency 1' })
    expect(
      await owner`select destination_code, from_day, to_day from licence_destination d
        join licence l on l.id = d.licence_id where number = '1' order by 1`,
    ).toEqual([
      { destination_code: 'JP', from_day: '2026-06-15', to_day: null },
      { destination_code: 'MY', from_day: '2025-02-01', to_day: '2026-06-14' },
      { destination_code: 'TH', from_day: '2025-02-01', to_day: null },
    ])
    expect(await licencesAgreeWithEvents(owner)).toEqual([])
  })

  it('writes nothing where the register changed after it was shown', async () => {
    const { id, run } = await checked(fileOf(line('1', { to: '2031-01-31' }), line('3')))
    await decide(id, run.version)
    await owner`update licence set valid_to = '2030-06-30' where number = '1'`

    await carryOutImport(job, id)

    expect(await findRun(owner, id)).toMatchObject({ status: 'out-of-date' })
    expect(await owner`select 1 from licence where number = '3'`).toEqual([])
  })

  it('that stops half-way has written nothing, and is brought in by the next try', async () => {
    const { id, run } = await checked(fileOf(line('4'), line('5')))
    await decide(id, run.version)
    await owner`alter table licence add constraint broken check (number <> '5') not valid`

    await expect(carryOutImport(job, id)).rejects.toThrow()
    expect(await owner`select 1 from licence where number in ('4', '5')`).toEqual([])
    await owner`alter table licence drop constraint broken`
    await carryOutImport(job, id)

    expect(await findRun(owner, id)).toMatchObject({ status: 'done' })
    expect(await count("licence where number in ('4', '5')")).toBe(2)
  })

  it('is confirmed by one of two who press at once', async () => {
    const { id, run } = await checked(fileOf(line('6')))

    const first = await decide(id, run.version)
    const second = await decide(id, run.version)

    expect([first.ok, second]).toEqual([true, { ok: false, refusal: 'changed-meanwhile' }])
  })

  it('is forgotten once it is brought in, its name and its content', async () => {
    await forgetImportFiles(job)

    const left = await owner`
      select r.status from import_run r join person_key k on k.id = r.key_id
      where r.ended_at is not null and (r.file_hash is not null or k.wrapped is not null)`
    expect(left).toEqual([])
  })
})
