import { existsSync, readdirSync } from 'node:fs'
import { backupFolder } from '../platform/backup/keep.ts'
import { firstTime, nextTime } from '../platform/backup/when.ts'
import type { Config } from '../platform/config.ts'
import { backupKeyOf } from '../platform/secrets.ts'
import { launch } from './child.ts'
import { say } from './say.ts'

type Needs = {
  readonly config: Config
  readonly dataDir: string
  /** With the owner's password: no worker has it, and none could see every row without it. */
  readonly ownerUrl: string
}

/** A backup each night, in a process of its own, so that nothing waits for it. */
export function makeNightlyBackups({ config, dataDir, ownerUrl }: Needs): { stop(): void } {
  const { at } = config.backup
  if (at === null) return { stop() {} }
  if (!backupKeyOf(config, dataDir)) {
    say('NO BACKUPS ARE MADE: set BACKUP_KEY (docs/operations/backup.md), or BACKUP_AT=off.')
    return { stop() {} }
  }
  const folder = backupFolder({ ...config, dataDir })
  let next = firstTime(at, existsSync(folder) ? readdirSync(folder) : [], new Date())
  // Looked at each half minute: a machine that slept, or whose clock was set, misses none.
  const timer = setInterval(() => {
    const now = new Date()
    if (now < next) return
    next = nextTime(at, now)
    void backUp({ DATABASE_URL: ownerUrl, DATA_DIR: dataDir })
  }, 30_000)
  return { stop: () => clearInterval(timer) }
}

async function backUp(env: Readonly<Record<string, string>>): Promise<void> {
  const { failure, how } = await launch('backup', env).ended
  if (how !== 'code 0') say(`The backup was not made (${failure ?? how}).`)
}
