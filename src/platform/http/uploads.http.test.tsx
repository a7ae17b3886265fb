import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testMasterKey, useDatabase } from '../../../tests/support/database.ts'
import { testFiles } from '../../../tests/support/files.ts'
import { errorPages } from '../../error-pages.tsx'
import { publicActor } from '../../kernel/actor.ts'
import { ok } from '../../kernel/result.ts'
import { loadMessages } from '../i18n/messages.ts'
import { makeReaders } from '../i18n/reader.ts'
import { makeVault } from '../vault/vault.ts'
import { redirect, submits, type Upload } from './route.ts'
import { makeServer, type Server } from './server.ts'

const { db } = useDatabase()
const locales = new URL('../../../locales/', import.meta.url)
const received: { uploads: readonly Upload[]; form: unknown }[] = []
let server: Server | null = null

const takes = (path: string, uploads?: { most: number; bytes: number }) =>
  submits<never>({
    ...{ path, access: ['public'] as const },
    ...(uploads ? { uploads } : {}),
    submit: async (visit) => {
      received.push({ uploads: visit.uploads, form: visit.form })
      return ok(redirect('/done'))
    },
    refused: async () => redirect('/refused'),
  })

beforeAll(async () => {
  server = await makeServer({
    deps: {
      ...{ db, vault: makeVault(testMasterKey()), files: testFiles(), now: () => new Date() },
      ...{ errorPages, readers: makeReaders(loadMessages(locales)), rail: () => [] },
      ...{ demonstration: true, secureCookies: false },
      identify: async () => ({ actor: publicActor, name: null, scopes: null }),
    },
    routes: [takes('/with', { most: 2, bytes: 1000 }), takes('/without')],
    ...{ logger: false, trustProxy: false, hsts: false },
  })
})
afterAll(() => server?.app.close())

async function send(path: string, parts: FormData, from = 'same-origin') {
  const request = new Request('http://localhost', { method: 'POST', body: parts })
  return server?.app.inject({
    ...{ method: 'POST', url: path, payload: Buffer.from(await request.arrayBuffer()) },
    headers: {
      'content-type': request.headers.get('content-type') ?? '',
      'sec-fetch-site': from,
    },
  })
}

function aForm(...files: readonly [name: string, size: number][]): FormData {
  const form = new FormData()
  form.set('words', 'ខ្ញុំបានបង់ប្រាក់')
  for (const [name, size] of files) form.append('photo', new Blob(['x'.repeat(size)]), name)
  return form
}

describe('files that come with a form', () => {
  it('are not taken where the route does not ask for any, or from another site', async () => {
    received.length = 0

    expect((await send('/without', aForm(['a.jpg', 5])))?.statusCode).toBe(415)
    expect((await send('/with', aForm(['a.jpg', 5]), 'cross-site'))?.statusCode).toBe(403)
    expect(received).toEqual([])
  })

  it('come with their names and the words beside them; an empty field brings none', async () => {
    received.length = 0

    const answer = await send('/with', aForm(['រូបថត.jpg', 5], ['', 0]))

    expect(answer?.statusCode).toBe(303)
    const [{ uploads = [], form } = {}] = received
    expect(form).toEqual({ words: 'ខ្ញុំបានបង់ប្រាក់' })
    expect(uploads.map(({ name, bytes, whole }) => [name, bytes.length, whole])).toEqual([
      ['រូបថត.jpg', 5, true],
    ])
  })

  it('are cut at the limit and say so, and one beyond the most shows that there were more', async () => {
    received.length = 0

    await send('/with', aForm(['a', 1000], ['b', 1001], ['c', 1], ['d', 1]))

    const [{ uploads = [] } = {}] = received
    expect(uploads.map(({ name, bytes, whole }) => [name, bytes.length, whole])).toEqual([
      ['a', 1000, true],
      ['b', 1000, false],
      ['c', 1, true],
    ])
  })

  it('that break off are a fault of the request, and the next one is served', async () => {
    const broken = await server?.app.inject({
      ...{ method: 'POST', url: '/with', payload: '--x\r\nContent-Disposition: form-data; na' },
      headers: {
        'content-type': 'multipart/form-data; boundary=x',
        'sec-fetch-site': 'same-origin',
      },
    })

    expect(broken?.statusCode).toBe(400)
    expect((await send('/with', aForm(['a', 1])))?.statusCode).toBe(303)
  })
})
