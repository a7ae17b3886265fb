import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createServer, type Server } from 'node:net'
import { join } from 'node:path'
import postgres from 'postgres'
import { describe, expect, it } from 'vitest'
import { ownerUrl } from '../../src/platform/postgres/cluster.ts'
import { aCheckoutIn, asNobody } from '../support/checkout.ts'
import { useDatabase } from '../support/database.ts'
import { freePort, type ProgramOptions, production, usePrograms } from '../support/program.ts'

const { urls } = useDatabase()
const { aFolder, run } = usePrograms()
const isRoot = process.getuid?.() === 0

/** Starts, expects the start to be refused, and returns all that was printed. */
async function refusal(dataDir: string, options: ProgramOptions = {}): Promise<string> {
  const program = await run(dataDir, options)
  expect(await program.untilEnded()).toBe(1)
  // On a slow machine the steps before it report their progress.
  const lines = program.printed().trim().split('\n')
  return lines.filter((line) => !/…$|: done after /.test(line)).join('\n')
}

describe('the data folder', () => {
  it('is left alone when it holds something else', async () => {
    const folder = aFolder()
    writeFileSync(join(folder, 'holiday.jpg'), 'a picture')

    const said = await refusal(folder)

    expect(said).toBe(
      `${folder} holds other files and was not made by this program: set DATA_DIR to an empty or a new folder.`,
    )
    expect(readdirSync(folder)).toEqual(['holiday.jpg'])
  })

  it('cannot be a file', async () => {
    const file = join(aFolder(), 'notes.txt')
    writeFileSync(file, 'notes')

    expect(await refusal(file)).toBe(
      `${file} is a file, or lies below one: set DATA_DIR to a folder.`,
    )
    expect(readFileSync(file, 'utf8')).toBe('notes')
  })

  it('must be writable by this user', async () => {
    const folder = aFolder()
    chmodSync(folder, 0o555)

    const somebody = isRoot ? { prefix: asNobody, root: aCheckoutIn(aFolder(), 65_534) } : {}
    expect(await refusal(folder, somebody)).toBe(
      `${folder} cannot be written by this user: set DATA_DIR to a folder that can, or start as its owner.`,
    )
    expect(readdirSync(folder)).toEqual([])
  })

  it('must not belong to another version of the database server', async () => {
    const folder = aFolder()
    writeFileSync(join(folder, 'become.json'), '{}')
    mkdirSync(join(folder, 'postgres'))
    writeFileSync(join(folder, 'postgres', 'PG_VERSION'), '15\n')

    expect(await refusal(folder)).toContain('holds a database of PostgreSQL 15, and this program')
    expect(readdirSync(join(folder, 'postgres'))).toEqual(['PG_VERSION'])
  })

  it.runIf(isRoot)('must have room on its disk', async () => {
    const folder = aFolder()
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=20m', 'tmpfs', folder])
    try {
      expect(await refusal(folder)).toBe(
        `The disk that holds ${folder} is full: make room and start again.`,
      )
    } finally {
      execFileSync('umount', [folder])
    }
  })
})

describe('what runs already', () => {
  it('keeps its data folder to itself', async () => {
    const folder = aFolder()
    const first = await run(folder)
    await first.untilServing()

    const said = await refusal(folder)

    expect(said).toBe(
      `Already running on ${folder} (process ${first.pid}): stop that one first, or set another DATA_DIR and PORT.`,
    )
    expect((await fetch(first.url)).status).toBeLessThan(500)
  })

  it('keeps its port', async () => {
    const port = await freePort()
    const other = await aListener(port)

    const said = await refusal(aFolder(), { env: { PORT: String(port) } })

    other.close()
    expect(said).toBe(
      `Port ${port} on 127.0.0.1 is taken by another program: stop that one, or set PORT.`,
    )
  })
})

describe('the schema and the data', () => {
  it('must not be newer than the program, nor fictitious in production', async () => {
    const folder = aFolder()
    await run(folder).then(async (program) => {
      await program.untilServing()
      const { databasePort } = JSON.parse(readFileSync(join(folder, 'lock'), 'utf8'))
      const sql = postgres(ownerUrl(folder, databasePort).replace(/postgres$/, 'become'))
      await sql`insert into schema_migration (name, sha256) values ('9999_future.sql', '')`
      await sql`insert into setup_step (name, demonstration) values ('a test', true)`
      await sql.end()
      program.kill('SIGTERM')
      await program.untilEnded()
    })

    expect(await refusal(folder, { env: { MODE: 'demo' } })).toBe(
      'The database is newer than this program (it has 9999_future.sql): start the version that made it.',
    )
    expect(await refusal(folder)).toBe(
      'This database holds demonstration data: give production a database and a DATA_DIR of its own.',
    )
    expect(existsSync(join(folder, 'lock'))).toBe(false)
  })
})

describe('the database server', () => {
  it('must be safe: confirmed means on disk', async () => {
    const said = await refusal(aFolder(), { env: { DATABASE_URL: urls.owner } })

    expect(said).toBe(
      'The database server runs with fsync off, so that it may lose what it has confirmed: switch it on.',
    )
  })

  it('must let its owner in', async () => {
    const wrong = new URL(urls.owner)
    wrong.password = 'guessed'

    expect(await refusal(aFolder(), { env: { DATABASE_URL: wrong.href } })).toBe(
      'The database refuses the user or password in DATABASE_URL.',
    )
  })

  it('must answer', async () => {
    const port = await freePort()
    const nobody = `postgres://owner:secret@127.0.0.1:${port}/become`

    expect(await refusal(aFolder(), { env: { DATABASE_URL: nobody } })).toBe(
      `No database answers at 127.0.0.1:${port}: start it, or correct DATABASE_URL.`,
    )
  })
})

describe('a setting', () => {
  it('that is wrong is named', async () => {
    const env = { PORT: 'eighty' }

    expect(await refusal(aFolder(), { env })).toBe(
      'PORT must be a port number between 1 and 65535, and is "eighty".',
    )
  })

  it('HOST must be an address of this machine', async () => {
    const env = { HOST: '192.0.2.1', DEMO_LISTEN: 'anywhere' }

    expect(await refusal(aFolder(), { env })).toBe(
      'This machine has no address 192.0.2.1: correct HOST.',
    )
  })

  it('MASTER_KEY may not be that of the demonstration in the same folder', async () => {
    const folder = aFolder()
    mkdirSync(join(folder, 'secrets'))
    writeFileSync(join(folder, 'become.json'), '{}')
    writeFileSync(join(folder, 'secrets', 'demonstration-key'), production.MASTER_KEY)

    expect(await refusal(folder)).toContain('is the key of the demonstration')
    rmSync(join(folder, 'secrets'), { recursive: true })
  })
})

function aListener(port: number): Promise<Server> {
  return new Promise((resolve) => {
    const server = createServer()
    server.listen(port, '127.0.0.1', () => resolve(server))
  })
}
