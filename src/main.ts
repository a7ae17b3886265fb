import { fileURLToPath } from 'node:url'
import { runBackup } from './program/backup.ts'
import { tellParent, wasStartedByUs } from './program/parent.ts'
import { runRestore } from './program/restore.ts'
import { runCommand, runMigrate, runSchema } from './program/run-command.ts'
import { sentenceFor } from './program/sentences.ts'
import { start } from './program/start.ts'
import { web } from './program/web.ts'
import { worker } from './program/worker.ts'

/** Each returns the exit code. */
const modes: Readonly<Record<string, (words: readonly string[]) => Promise<number>>> = {
  start,
  web,
  worker,
  migrate: runMigrate,
  schema: runSchema,
  backup: runBackup,
  restore: runRestore,
  admin: (words) => runCommand('admin', words),
  token: (words) => runCommand('token', words),
  import: (words) => runCommand('import', words),
  audit: (words) => runCommand('audit', words),
  keys: (words) => runCommand('keys', words),
}

/** Runs one mode to its end and ends the process; a failure is one sentence and exit code 1. */
export async function main([mode = 'start', ...words]: readonly string[]): Promise<void> {
  const run = modes[mode]
  try {
    if (!run) throw new Error(`no mode ${mode}: use ${Object.keys(modes).join(', ')}`)
    const code = await run(words)
    await written()
    process.exit(code)
  } catch (error) {
    await fail(sentenceFor(error))
  }
}

/** A long list goes into a pipe more slowly than it is said: an end would cut it off. */
const written = () => new Promise<void>((resolve) => process.stdout.write('', () => resolve()))

/** A supervised process tells its parent, which says it once. */
async function fail(sentence: string): Promise<never> {
  if (wasStartedByUs()) await tellParent({ failure: sentence })
  else await new Promise((resolve) => process.stderr.write(`${sentence}\n`, resolve))
  process.exit(1)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main(process.argv.slice(2))
