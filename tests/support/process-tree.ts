import { readdirSync, readFileSync } from 'node:fs'

export type Seen = { readonly pid: number; readonly parent: number; readonly command: string }

/** All processes of this machine, from /proc (Linux). */
function allProcesses(): Seen[] {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  return pids.flatMap((pid) => {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
      if (fields[0] === 'Z') return []
      const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
      return [{ pid: Number(pid), parent: Number(fields[1]), command }]
    } catch {
      return []
    }
  })
}

/** The direct children whose command line holds these words. */
export const childrenOf = (parent: number, words = ''): Seen[] =>
  allProcesses().filter((one) => one.parent === parent && one.command.includes(words))

/** The database server on this data folder, whoever its parent is now. */
export const serversOn = (dataDir: string): Seen[] =>
  allProcesses().filter((one) => one.command.includes(`postgres -D ${dataDir}/postgres`))
