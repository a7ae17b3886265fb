import { beforeAll, describe, expect, it } from 'vitest'
import { testMasterKey, useDatabase } from '../../../../tests/support/database.ts'
import { testFiles } from '../../../../tests/support/files.ts'
import type { Actor, Role } from '../../../kernel/actor.ts'
import { ok } from '../../../kernel/result.ts'
import { transact } from '../../../platform/db.ts'
import { makeVault } from '../../../platform/vault/vault.ts'
import { loadCountryPack } from '../../../setup.ts'
import { decideImport } from '../../imports/actions/decide-import.ts'
import { uploadImport } from '../../imports/actions/upload-import.ts'
import { carryOutImport, checkImport, importFile } from '../../imports/index.ts'
import { findRun } from '../../imports/store/run.ts'
import { findOldCaseMark } from '../testing/old-cases.ts'
import { complaintsAgreeWithEvents } from './check-against-events.ts'
import { compareOldFile } from './compare-old-file.ts'
import { caseImporter } from './import-cases.ts'

const { db, jobs, owner } = useDatabase()
const vault = makeVault(testMasterKey())
const files = testFiles()
const now = new Date('2026-06-15T03:00:00Z')
const job = { db: owner, vault, files, importers: [caseImporter], now: () => now }
const worker = { ...job, db: jobs }
const person = (role: Role): Actor => ({
  ...{ kind: 'person', id: `test-${role}`, roles: [role] },
  ...{ agencyId: null, officeId: null, areas: null },
})
const officer = person('complaints-officer')
const headOfComplaints = person('complaints-head')

beforeAll(() => loadCountryPack(owner, { vault, files, now, say: () => {} }))

const head =
  'old number,received on,categories,province,worker,phone,against,paid,currency,what happened'
const fileOf = (lines: readonly string[]) => Buffer.from([head, ...lines].join('\n'))
const bring = (lines: readonly string[], carryOut = true) =>
  importFile(job, {
    importer: caseImporter,
    file: { name: 'cases.csv', bytes: fileOf(lines) },
    carryOut,
  })
const category = async () => {
  const [row] = await owner<{ code: string }[]>`select code from complaint_category limit 1`
  return row?.code ?? ''
}

/** In the browser and by the worker, each with no more rights than it has. */
async function bringByJob(bytes: Buffer): Promise<void> {
  const file = { name: 'cases.csv', bytes }
  const importer = caseImporter
  const actor = headOfComplaints
  const uploaded = await transact(db, actor, async (tx) =>
    ok(await uploadImport(tx, actor, { vault, files, importer, file, now })),
  )
  const id = uploaded.ok ? uploaded.value : ''
  await checkImport(worker, id)
  const run = await findRun(owner, id)
  await transact(db, actor, (tx) =>
    decideImport(tx, actor, { id, version: run?.version ?? 0, action: 'confirm', now }),
  )
  await carryOutImport(worker, id)
}

describe('cases of the old register', () => {
  it('are not brought in with a problem among them; each is named by line and column', async () => {
    const code = await category()
    const { isFine, findings } = await bring([
      `A-1,2027-01-01,${code},01,,,,,,`,
      'A-2,2026-03-01,nonsense,77,,abc,,12.5.5,USD,',
      `A-3,2026-03-01,${code},01,,,,,,`,
      `A-3,2026-03-01,${code},01,,,,,,`,
    ])

    expect(isFine).toBe(false)
    expect(
      findings.filter(({ kind }) => kind === 'problem').map((one) => [one.line, one.what]),
    ).toEqual([
      [2, 'received on no-past-day'],
      [3, 'phone no-phone'],
      [3, 'categories no-category'],
      [3, 'province no-province'],
      [3, 'paid no-sum'],
      [5, 'old number old-number-twice'],
    ])
    expect(await owner`select 1 from complaint`).toEqual([])
  })

  it('come in with their own days and numbers, marked until somebody has compared them', async () => {
    const lines = [
      `A-7,1/3/2026,${await category()},01,Demonstration Worker,010 000 123,Somebody,650,USD,long ago`,
    ]

    const { findings } = await bring(lines, false)
    await bringByJob(fileOf(lines))

    expect(JSON.stringify(findings)).not.toMatch(/Worker|000 123|long ago/)
    const [kept] = await owner`select id, door, openness, area, received_at from complaint`
    expect(kept).toMatchObject({ door: 'old-register', openness: 'confidential', area: '01' })
    expect(kept?.received_at).toEqual(new Date('2026-03-01T00:00:00+07:00'))
    expect(await owner`select minor, currency from complaint_claim`).toEqual([
      { minor: 65000n, currency: 'USD' },
    ])
    expect(await findOldCaseMark(owner, kept?.id)).toEqual({ oldNumber: 'A-7', verifiedAt: null })
    expect(await complaintsAgreeWithEvents(owner)).toEqual([])

    expect((await bring(lines)).sentence).toContain('1 unchanged')
    expect(await owner`select 1 from complaint`).toHaveLength(1)
  })

  it('are compared once', async () => {
    const [{ id } = { id: '' }] = await owner<{ id: string }[]>`select id from complaint`
    const compare = () =>
      transact(db, officer, (tx) => compareOldFile(tx, officer, { id, at: now }))

    expect([await compare(), await compare()]).toEqual([
      { ok: true, value: null },
      { ok: false, refusal: 'not-found' },
    ])
    expect((await findOldCaseMark(owner, id))?.verifiedAt).not.toBeNull()
  })
})
