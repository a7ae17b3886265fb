/// <reference lib="dom" />
// Keeps the page for checking codes, with the keys and the last list, for times without network. It
// answers for nothing else: what anybody does on other pages never passes here.

type Waiting = { waitUntil(done: Promise<unknown>): void }
type Asking = Waiting & {
  readonly request: Request
  respondWith(answer: Promise<Response>): void
}
type Worker = {
  readonly keptPages: readonly string[]
  readonly keptFiles: readonly string[]
  readonly clients: { claim(): Promise<void> }
  skipWaiting(): Promise<void>
  addEventListener(type: 'install' | 'activate', hear: (event: Waiting) => void): void
  addEventListener(type: 'fetch', hear: (event: Asking) => void): void
}

const worker = self as unknown as Worker
const shelf = 'become-check-1'
/** A weak network is as good as none: after so long what is kept answers. */
const patience = 5_000

worker.addEventListener('install', (event) =>
  event.waitUntil(keepAll().then(() => worker.skipWaiting())),
)
worker.addEventListener('activate', (event) =>
  event.waitUntil(tidy().then(() => worker.clients.claim())),
)
worker.addEventListener('fetch', (event) => {
  const address = new URL(event.request.url)
  if (event.request.method !== 'GET' || address.origin !== location.origin) return
  const path = address.pathname
  if (!worker.keptFiles.includes(path)) return
  // Names of assets hold a hash: what is kept is right for ever.
  const answer = path.startsWith('/assets/') ? kept(path) : fresh(path)
  event.respondWith(answer.then((found) => found ?? fetch(event.request)))
})

async function keepAll(): Promise<void> {
  const cache = await caches.open(shelf)
  const bring = async (path: string) => {
    const answer = await fetch(path, { cache: 'no-cache' })
    if (answer.ok) await cache.put(path, answer)
    return answer.ok
  }
  const brought = await Promise.all(worker.keptFiles.map(bring))
  // The list may not be there yet; without all the rest there is no page.
  const isWhole = worker.keptFiles.every(
    (path, at) => brought[at] || path.startsWith('/.well-known/'),
  )
  if (!isWhole) throw new Error('not everything could be kept')
}

/** What earlier builds kept. */
async function tidy(): Promise<void> {
  const cache = await caches.open(shelf)
  for (const request of await cache.keys())
    if (!worker.keptFiles.includes(new URL(request.url).pathname)) await cache.delete(request)
}

const kept = async (path: string): Promise<Response | undefined> =>
  (await caches.open(shelf)).match(path)

/** From the network, and kept; without it what was kept, and marked so. */
async function fresh(path: string): Promise<Response | undefined> {
  const cache = await caches.open(shelf)
  try {
    const answer = await inTime(fetch(path, { cache: 'no-cache' }))
    if (answer.ok) await cache.put(path, answer.clone())
    if (answer.status < 500) return answer
  } catch {
    // No network: below.
  }
  return marked(await cache.match(path))
}

const inTime = (answer: Promise<Response>): Promise<Response> =>
  Promise.race([
    answer,
    new Promise<never>((_, fail) => setTimeout(() => fail(new Error('too slow')), patience)),
  ])

async function marked(answer: Response | undefined): Promise<Response | undefined> {
  if (!answer) return undefined
  const headers = new Headers(answer.headers)
  headers.set('x-kept', 'yes')
  return new Response(await answer.blob(), { status: answer.status, headers })
}
