import { type ChildProcess, spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { join } from 'node:path'

const folder = import.meta.dirname
export const projectRoot = join(folder, '..', '..')

export type Child = { readonly pid: number; stop(): Promise<void> }

/** A program of its own that sends `{ ready: true }` once it serves. */
export async function startChild(
  words: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Child> {
  const child = spawn(process.execPath, words, {
    cwd: projectRoot,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  await new Promise<void>((resolve, reject) => {
    child.on('message', (message: { ready?: true; failure?: string }) =>
      message.ready ? resolve() : reject(new Error(message.failure ?? 'it did not start')),
    )
    child.once('exit', (code) => reject(new Error(`${words[0]} ended with ${code}`)))
  })
  return { pid: child.pid ?? 0, stop: () => end(child) }
}

/** Runs a script of this folder with one JSON argument; what it prints last is its JSON answer. */
export async function runScript<T>(name: string, input: unknown): Promise<T> {
  const child = spawn(process.execPath, [join(folder, name), JSON.stringify(input)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let text = ''
  child.stdout.on('data', (chunk) => {
    text += chunk
  })
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve))
  if (code !== 0) throw new Error(`${name} ended with ${code}: ${text}`)
  return JSON.parse(text) as T
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  const hard = setTimeout(() => child.kill('SIGKILL'), 5_000)
  await ended
  clearTimeout(hard)
}

export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
