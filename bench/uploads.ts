import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import sharp from 'sharp'
import { atLeast, atMost, type Bench, line } from './support/bench.ts'
import { projectRoot, startChild } from './support/child.ts'
import { signIn } from './support/people.ts'
import { quantile } from './support/quantile.ts'
import { complaint } from './support/samples.ts'
import type { World } from './support/world.ts'

const perSecond = 20
/** So many photos a record takes at most. */
const perCase = 40

/** Photos of two megapixels, one a form, at a steady rate, while the worker draws them anew. */
export const uploads: Bench = {
  name: 'uploads',
  async run({ world, seconds }) {
    const count = perSecond * seconds
    const cases = await makeCases(world, Math.ceil(count / perCase))
    const photo = await aPhoto()
    const headers = await signIn(world, 'officer')
    const worker = await startChild([join(projectRoot, 'dist', 'main.js'), 'worker'], world.env)
    try {
      const begin = performance.now()
      const sent = await sendAll(world, { cases, count, photo, headers })
      const took = (performance.now() - begin) / 1000
      const rows = await countRows(world, 'quarantined', 'checked', 'refused')
      const checkedBy = await allChecked(world, count, begin)
      return [
        line('size of a photo', photo.length / 1024, 'kB'),
        atLeast('photos taken', sent.kept / took, { unit: 'a second', target: perSecond * 0.95 }),
        atMost('photos not taken', count - sent.kept, { unit: '', target: 0 }),
        atMost('taken but not in the table', sent.kept - rows, { unit: '', target: 0 }),
        line('answered, p50', quantile(sent.times, 0.5), 'ms'),
        line('answered, p95', quantile(sent.times, 0.95), 'ms'),
        line('drawn anew', count / checkedBy, 'a second'),
        line('all drawn anew after', checkedBy, 's'),
        atMost('refused', await countRows(world, 'refused'), { unit: '', target: 0 }),
      ]
    } finally {
      await worker.stop()
    }
  },
}

async function makeCases({ url, db }: World, count: number): Promise<string[]> {
  for (let made = 0; made < count; made += 1) {
    const response = await fetch(`${url}/api/v1/complaints`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'idempotency-key': `uploads-case-${made}`,
        'x-forwarded-for': `10.20.0.${made}`,
      },
      body: JSON.stringify(complaint),
    })
    if (!response.ok) throw new Error(`a complaint answered ${response.status}`)
  }
  const rows = await db<{ id: string }[]>`
    select id from complaint order by entered_at desc, id desc limit ${count}`
  return rows.map(({ id }) => id)
}

/** 1600 by 1200, with as much in it as a phone's camera sees. */
async function aPhoto(): Promise<Buffer> {
  const [width, height] = [1600, 1200]
  const noise = { type: 'gaussian', mean: 128, sigma: 60 } as const
  return sharp({ create: { width, height, channels: 3, background: '#888', noise } })
    .blur(1.5)
    .withExif({ IFD0: { Make: 'Bench' } })
    .jpeg({ quality: 90 })
    .toBuffer()
}

type Sending = {
  readonly cases: readonly string[]
  readonly count: number
  readonly photo: Buffer
  readonly headers: Readonly<Record<string, string>>
}

async function sendAll(world: World, { cases, count, photo, headers }: Sending) {
  const begin = performance.now()
  const times: number[] = []
  let kept = 0
  const sending: Promise<void>[] = []
  for (let number = 0; number < count; number += 1) {
    const due = begin + (number * 1000) / perSecond
    const early = due - performance.now()
    if (early > 0) await wait(early)
    const path = `/work/complaints/${cases[Math.floor(number / perCase)]}/files`
    sending.push(
      sendOne(world.url + path, { number, photo, headers }).then((isKept) => {
        times.push(performance.now() - due)
        if (isKept) kept += 1
      }),
    )
  }
  await Promise.all(sending)
  return { kept, times: times.sort((a, b) => a - b) }
}

async function sendOne(
  url: string,
  { number, photo, headers }: Pick<Sending, 'photo' | 'headers'> & { readonly number: number },
): Promise<boolean> {
  const form = new FormData()
  form.set('submission', `uploads-photo-${number}`)
  // Behind the end of the picture: another file each time, and the same picture.
  const bytes = new Uint8Array(Buffer.concat([photo, Buffer.from(String(number))]))
  form.set('photos', new Blob([bytes], { type: 'image/jpeg' }), 'photo.jpg')
  const sent = { ...headers, 'sec-fetch-site': 'same-origin' }
  const answer = await fetch(url, { method: 'POST', redirect: 'manual', headers: sent, body: form })
  return answer.headers.get('location')?.includes('done=files-kept') ?? false
}

async function countRows({ db }: World, ...statuses: readonly string[]): Promise<number> {
  const [row] = await db<{ count: number }[]>`
    select count(*)::int as count from evidence where status = any (${statuses as string[]})`
  return row?.count ?? 0
}

/** Seconds from the first photo until none waits; two minutes at most. */
async function allChecked(world: World, count: number, begin: number): Promise<number> {
  const patience = begin + 120_000
  while (performance.now() < patience && (await countRows(world, 'checked', 'refused')) < count)
    await wait(100)
  return (performance.now() - begin) / 1000
}
