import { parentPort } from 'node:worker_threads'
import { type Sheet, typeset } from './typeset.ts'

// A thread of its own: setting holds it up, and nobody else. See typeset-apart.ts.
parentPort?.on('message', ({ id, sheet, at }: { id: number; sheet: Sheet; at: Date }) => {
  try {
    parentPort?.postMessage({ id, pdf: typeset(sheet, at) })
  } catch (error) {
    parentPort?.postMessage({ id, failure: error instanceof Error ? error.message : 'failed' })
  }
})
