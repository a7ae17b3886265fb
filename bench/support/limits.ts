import { join } from 'node:path'
import { connect } from '../../src/platform/db.ts'
import { type Bench, connections, line } from './bench.ts'
import type { Cannon, Fired } from './cannon.ts'
import { freePort, runScript, startChild } from './child.ts'

/** What this machine can do at all, measured in the same run as everything else. */
export const limits: Bench = {
  name: 'limits',
  async run({ world, seconds }) {
    const bytes = 8_000
    return [
      line('bare Node, 8 kB', await bareServer('node', { bytes, seconds }), '1/s'),
      line('bare Fastify, 8 kB', await bareServer('fastify', { bytes, seconds }), '1/s'),
      line('driver, one row by key', await pointReads(world.ownerUrl, seconds), '1/s'),
      line('driver, insert and commit', await inserts(world.ownerUrl, seconds), '1/s'),
    ]
  },
}

async function bareServer(kind: string, { bytes, seconds }: { bytes: number; seconds: number }) {
  const port = await freePort()
  const script = join(import.meta.dirname, 'bare.ts')
  const server = await startChild([script, kind, String(port), String(bytes)])
  const url = `http://127.0.0.1:${port}`
  const fired = await runScript<Fired>('cannon.ts', {
    ...{ url, connections, seconds, paths: ['/'] },
  } satisfies Cannon)
  await server.stop()
  return fired.perSecond
}

const atOnce = 8

async function pointReads(ownerUrl: string, seconds: number): Promise<number> {
  const db = connect(ownerUrl, { max: atOnce })
  const rows = await db<{ id: string }[]>`select id from complaint limit 1000`
  const perSecond = await loop(seconds, (count) => {
    const id = rows[count % rows.length]?.id ?? ''
    return db`select number, status, version, received_at from complaint where id = ${id}`
  })
  await db.end()
  return perSecond
}

async function inserts(ownerUrl: string, seconds: number): Promise<number> {
  const db = connect(ownerUrl, { max: atOnce })
  await db`create table if not exists bench_row (id bigint generated always as identity, words text)`
  const words = 'x'.repeat(200)
  const perSecond = await loop(seconds, () => db`insert into bench_row (words) values (${words})`)
  await db`drop table bench_row`
  await db.end()
  return perSecond
}

async function loop(seconds: number, ask: (count: number) => PromiseLike<unknown>) {
  const end = performance.now() + seconds * 1000
  let count = 0
  const worker = async () => {
    while (performance.now() < end) await ask(count++)
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  return count / seconds
}
