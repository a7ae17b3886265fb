import { statfs } from 'node:fs/promises'
import { connect } from 'node:tls'
import { systemActor } from '../../kernel/actor.ts'
import { ok } from '../../kernel/result.ts'
import type { Config } from '../config.ts'
import { type Db, type Tx, transact } from '../db.ts'
import type { CertificateProblem } from './figures.ts'

type Seen = {
  readonly what: 'data-disk' | 'backup-disk' | 'certificate'
  readonly value: number | null
  readonly problem: CertificateProblem | 'not-known' | null
}
type Needs = { readonly db: Db; readonly config: Config; readonly now: Date }

/** Looks at the disks and at the certificate that people are shown; only the worker does. */
export async function checkMachine({ db, config, now }: Needs): Promise<void> {
  const backups = config.backup.dir
  const seen = [
    await checkDisk('data-disk', config.dataDir),
    ...(backups ? [await checkDisk('backup-disk', backups)] : []),
    ...(config.publicUrl.startsWith('https://') ? [await checkCertificate(config.publicUrl)] : []),
  ]
  await transact(db, systemActor('machine'), async (tx) => {
    for (const each of seen) await keep(tx, each, now)
    return ok(null)
  })
}

async function keep(tx: Tx, { what, value, problem }: Seen, now: Date): Promise<void> {
  await tx`
    insert into machine_check (what, checked_at, value, problem)
    values (${what}, ${now}, ${value}, ${problem})
    on conflict (what) do update
    set checked_at = excluded.checked_at, value = excluded.value, problem = excluded.problem`
}

async function checkDisk(what: Seen['what'], folder: string): Promise<Seen> {
  try {
    const { bavail, bsize } = await statfs(folder)
    return { what, value: bavail * bsize, problem: null }
  } catch {
    return { what, value: null, problem: 'not-known' }
  }
}

/** As a browser would see it. Its end is told even where nobody would trust it. */
async function checkCertificate(publicUrl: string): Promise<Seen> {
  const what = 'certificate'
  const { hostname, port } = new URL(publicUrl)
  const host = hostname.replace(/^\[|\]$/g, '')
  return new Promise((resolve) => {
    const socket = connect({
      ...{ host, port: Number(port || 443), timeout: 10_000, rejectUnauthorized: false },
      servername: /^[\d.]+$|:/.test(host) ? '' : host,
    })
    const end = (seen: Seen) => {
      socket.destroy()
      resolve(seen)
    }
    const notReached = () => end({ what, value: null, problem: 'not-reached' })
    socket.once('error', notReached)
    socket.once('timeout', notReached)
    socket.once('secureConnect', () => {
      const until = Date.parse(socket.getPeerCertificate().valid_to)
      const value = Number.isNaN(until) ? null : Math.floor(until / 1000)
      end({ what, value, problem: socket.authorized ? null : 'not-trusted' })
    })
  })
}
