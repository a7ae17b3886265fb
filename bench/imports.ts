import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { importers } from '../src/importers.ts'
import type { Actor } from '../src/kernel/actor.ts'
import { ok } from '../src/kernel/result.ts'
import { decideImport } from '../src/modules/imports/actions/decide-import.ts'
import { uploadImport } from '../src/modules/imports/actions/upload-import.ts'
import { carryOutImport, checkImport } from '../src/modules/imports/index.ts'
import { findRun } from '../src/modules/imports/store/run.ts'
import { databaseUrls } from '../src/platform/database-urls.ts'
import { connect, type Db, transact } from '../src/platform/db.ts'
import { openFiles } from '../src/platform/files/files.ts'
import { makeVault } from '../src/platform/vault/vault.ts'
import { atMost, type Bench, type Line, line } from './support/bench.ts'
import { databaseCpu } from './support/cpu.ts'
import { masterKey, type World } from './support/world.ts'

const rows = 10_000
const target = { unit: 's', target: 30 }

/** The ministry's register and the old letters, each looked through and brought in by the worker's role. */
export const imports: Bench = {
  name: 'imports',
  async run({ world }) {
    const folder = mkdtempSync(join(tmpdir(), 'become-bench-imports-'))
    const urls = databaseUrls(masterKey, world.ownerUrl)
    const app = connect(urls.app, { max: 2, name: 'imports' })
    const jobs = connect(urls.jobs, { max: 2, name: 'imports' })
    const actor = await aHead(world.db)
    const bring = (kind: string, bytes: Buffer, carryOut: boolean) =>
      timed(world, () => bringIn({ app, jobs, actor }, { folder, kind, bytes, carryOut }))
    try {
      const register = registerOf(0)
      const dry = await bring('agencies', register, false)
      const taken = await bring('agencies', register, true)
      const again = await bring('agencies', register, false)
      const changed = await bring('agencies', registerOf(rows / 10), true)
      const letters = await bring('letters', lettersTable(), true)
      return [
        line('rows', rows, ''),
        ...linesOf('dry run', dry),
        ...linesOf('dry run and taken', taken),
        ...linesOf('the same again, nothing differs', again),
        ...linesOf('1,000 of them changed and taken', changed),
        ...linesOf('10,000 old letters taken', letters),
      ]
    } finally {
      await Promise.all([app.end({ timeout: 1 }), jobs.end({ timeout: 1 })])
      rmSync(folder, { recursive: true, force: true })
    }
  },
}

type Bring = {
  readonly folder: string
  readonly kind: string
  readonly bytes: Buffer
  readonly carryOut: boolean
}

type As = { readonly app: Db; readonly jobs: Db; readonly actor: Actor }

/** As in the browser: somebody uploads and confirms, the worker looks through and carries out. */
async function bringIn(
  { app, jobs, actor }: As,
  { folder, kind, bytes, carryOut }: Bring,
): Promise<void> {
  const vault = makeVault(masterKey)
  const files = openFiles(join(folder, 'files'), vault)
  const importer = importers.find((one) => one.kind === kind)
  if (!importer) throw new Error(`nothing brings in ${kind}`)
  const job = { db: jobs, vault, files, importers, now: () => new Date() }
  const file = { name: `${kind}.csv`, bytes }
  const now = new Date()
  const uploaded = await transact(app, actor, async (tx) =>
    ok(await uploadImport(tx, actor, { vault, files, importer, file, now, byJob: false })),
  )
  const id = uploaded.ok ? uploaded.value : ''
  await checkImport(job, id)
  if (!carryOut) return
  const checked = await transact(app, actor, async (tx) => ok(await findRun(tx, id)))
  const version = checked.ok ? (checked.value?.version ?? 0) : 0
  await transact(app, actor, (tx) =>
    decideImport(tx, actor, { id, version, action: 'confirm', now, byJob: false }),
  )
  await carryOutImport(job, id)
  const ended = await transact(app, actor, async (tx) => ok(await findRun(tx, id)))
  if (!ended.ok || ended.value?.status !== 'done') throw new Error(`${kind} were not brought in`)
}

async function aHead(db: Db): Promise<Actor> {
  const [row] = await db<{ id: string; officeId: string }[]>`
    select p.id, o.id as "officeId" from person p, office o
    where p.login = 'head' and o.code = 'ministry'`
  if (!row) throw new Error('the head of complaints is missing')
  const roles = ['complaints-head', 'licensing-head'] as const
  return { kind: 'person', id: row.id, roles, officeId: row.officeId, agencyId: null, areas: null }
}

/** The telephones of the first `changed` lines differ. */
function registerOf(changed: number): Buffer {
  const head =
    'licence number;name in Khmer;name;destinations;valid from;valid until;phones;province;address'
  const lines = Array.from({ length: rows }, (_, index) => {
    const phone = String(10_000_000 + index + (index < changed ? 50_000 : 0))
    return [
      ...[`B-${index}`, `ភ្នាក់ងារគំរូ លេខ${index}`, `Example Agency ${index}`, '"TH;ម៉ាឡេស៊ី"'],
      ...['1/2/2025', '2028-01-31', `0${phone}`, 'កំពង់ចាម', `Street ${index}`],
    ].join(';')
  })
  return Buffer.from([head, ...lines].join('\n'))
}

function lettersTable(): Buffer {
  const lines = Array.from(
    { length: rows },
    (_, index) =>
      `${index}/25,${index % 2 ? 'in' : 'out'},3/2/2025,Example ${index},Subject ${index}`,
  )
  return Buffer.from(['old number,direction,date,to or from,subject', ...lines].join('\n'))
}

type Timed = { readonly seconds: number; readonly own: number; readonly database: number }

async function timed({ databasePid }: World, work: () => Promise<void>): Promise<Timed> {
  const [began, own, database] = [performance.now(), process.cpuUsage(), databaseCpu(databasePid)]
  await work()
  const used = process.cpuUsage(own)
  return {
    seconds: (performance.now() - began) / 1000,
    own: (used.user + used.system) / 1e6,
    database: (databaseCpu(databasePid) - database) / 1000,
  }
}

const linesOf = (what: string, { seconds, own, database }: Timed): Line[] => [
  atMost(what, seconds, target),
  line('  processor: the importer', own, 's'),
  line('  processor: the database', database, 's'),
]
