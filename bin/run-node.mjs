import { spawn } from 'node:child_process'

/** Runs a script under this Node with the screen handed over; resolves to its exit code. */
export function runNode(root, words, env = {}) {
  const child = spawn(process.execPath, words, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => resolve(code ?? 1))
  })
}
