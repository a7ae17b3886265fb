import type { FastifyInstance } from 'fastify'

export type SentFile = readonly [field: string, name: string, bytes: Buffer]
export type Upload = {
  readonly url: string
  readonly files: readonly SentFile[]
  readonly fields?: Readonly<Record<string, string>>
  readonly cookies: ReadonlyMap<string, string>
}

/** Sends a form with files as a browser does, from our own pages. */
export async function sendFiles(app: FastifyInstance, { url, files, fields, cookies }: Upload) {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields ?? {})) form.set(name, value)
  for (const [field, name, bytes] of files)
    form.append(field, new Blob([new Uint8Array(bytes)]), name)
  const request = new Request('http://localhost', { method: 'POST', body: form })
  return app.inject({
    ...{ method: 'POST', url, cookies: Object.fromEntries(cookies) },
    payload: Buffer.from(await request.arrayBuffer()),
    headers: {
      'content-type': request.headers.get('content-type') ?? '',
      'sec-fetch-site': 'same-origin',
    },
  })
}
