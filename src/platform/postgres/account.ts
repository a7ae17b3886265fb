import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { StartFailure } from '../start-failure.ts'

/** How to start a server program: words put before it, and the account that it runs as. */
export type Runner = {
  readonly prefix: readonly string[]
  readonly account: { readonly uid: number; readonly gid: number } | null
}

/**
 * The server refuses to run as root. As root we therefore use an unprivileged account that can
 * reach the programs and the data; otherwise a user namespace, in which root looks like nobody
 * (and passes only what belongs to root).
 */
export function chooseRunner(folders: readonly string[]): Runner {
  if (process.getuid?.() !== 0) return { prefix: dieWithParent(), account: null }
  const reachedBy = (uid: number) => folders.every((folder) => canReach(folder, uid))
  const account = accountsFor(folders).find(({ uid }) => reachedBy(uid))
  if (account) return { prefix: dieWithParent(), account }
  if (!reachedBy(0) || !mayUnshare()) throw new StartFailure(noWay)
  return { prefix: [...namespace, ...dieWithParent()], account: null }
}

const noWay =
  'PostgreSQL does not run as root, and no unprivileged account can reach this folder: start as an ordinary user, or set DATABASE_URL.'
const namespace = ['unshare', '--user', '--map-user=65534', '--map-group=65534', '--']

/** If this process is killed, the kernel tells the server to shut down; where it can. */
const dieWithParent = (): string[] =>
  works('setpriv', '--pdeathsig', 'INT', 'true') ? ['setpriv', '--pdeathsig', 'INT', '--'] : []

const mayUnshare = (): boolean => works('unshare', ...namespace.slice(1), 'true')

const works = (command: string, ...words: string[]): boolean =>
  spawnSync(command, words, { stdio: 'ignore' }).status === 0

type Account = NonNullable<Runner['account']>

/** The usual ones first; then whoever the folders belong to, as below somebody's home. */
function accountsFor(folders: readonly string[]): Account[] {
  if (!existsSync('/etc/passwd')) return []
  const owners = folders.map((folder) => String(statSync(folder).uid))
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n')
  const accounts = lines.map((line) => line.split(':'))
  return ['postgres', 'nobody', ...owners].flatMap((wanted) => {
    const [, , uid, gid] = accounts.find(([name, , id]) => name === wanted || id === wanted) ?? []
    return Number(uid) > 0 && Number(gid) > 0 ? [{ uid: Number(uid), gid: Number(gid) }] : []
  })
}

/** Whether every folder above lets the account pass. */
function canReach(folder: string, uid: number): boolean {
  const { mode, uid: owner } = statSync(folder)
  const passes = (mode & 0o001) !== 0 || (owner === uid && (mode & 0o100) !== 0)
  if (!passes) return false
  return dirname(folder) === folder || canReach(dirname(folder), uid)
}
