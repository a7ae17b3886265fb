import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import { projectRoot } from '../root.ts'
import type { Sheet } from './typeset.ts'

type Answer = { readonly id: number; readonly pdf?: Uint8Array; readonly failure?: string }
type Waiting = { resolve(pdf: Buffer): void; reject(error: Error): void }

const waiting = new Map<number, Waiting>()
let thread: Worker | null = null
let asked = 0

/** A PDF/A-2b, set beside this thread: whoever looks at a page meanwhile does not wait for it. */
export function typesetApart(sheet: Sheet, at: Date): Promise<Buffer> {
  const id = asked++
  const worker = running()
  worker.ref()
  return new Promise((resolve, reject) => {
    waiting.set(id, { resolve, reject })
    worker.postMessage({ id, sheet, at })
  })
}

/** Begun at first use, from the source, which Node runs as it is; it holds no process back. */
function running(): Worker {
  if (thread) return thread
  const file = join(projectRoot, 'src/platform/documents/typeset-thread.ts')
  const worker = new Worker(pathToFileURL(file))
  worker.on('message', ({ id, pdf, failure }: Answer) => {
    const one = waiting.get(id)
    waiting.delete(id)
    if (waiting.size === 0) worker.unref()
    if (pdf) one?.resolve(Buffer.from(pdf))
    else one?.reject(new Error(failure))
  })
  worker.on('error', (error) => ended(worker, error))
  worker.on('exit', () => ended(worker, new Error('the thread that sets documents ended')))
  thread = worker
  return worker
}

/** Whoever waits is told; the next one begins another thread. */
function ended(worker: Worker, error: unknown): void {
  if (thread !== worker) return
  thread = null
  for (const one of waiting.values())
    one.reject(error instanceof Error ? error : new Error('no document was set'))
  waiting.clear()
}
