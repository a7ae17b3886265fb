import type { Day } from '../../kernel/days.ts'
import type { Db, Tx } from '../db.ts'

/** What an operator watches, without a row of anybody; null where there is none yet. */
export type Figures = {
  readonly backupAt: Date | null
  readonly backupBytes: number | null
  readonly backupOutcome: 'done' | 'incomplete' | 'failed' | null
  readonly dataDiskFree: number | null
  readonly backupDiskFree: number | null
  readonly certificateUntil: Date | null
  readonly certificateProblem: CertificateProblem | null
  readonly machineCheckedAt: Date | null
  readonly jobWaitsSince: Date | null
  readonly jobsFailed: number
  readonly databaseBytes: number
  readonly sealedAt: Date | null
  readonly unsealedSince: Date | null
  readonly digestDay: Day | null
}
export type CertificateProblem = 'not-reached' | 'not-trusted'

export async function readFigures(db: Db | Tx): Promise<Figures> {
  const [row] = await db<(Figures & Sizes)[]>`
    select backup_at as "backupAt", backup_bytes as "backupBytes",
      backup_outcome as "backupOutcome", data_disk_free as "dataDiskFree",
      backup_disk_free as "backupDiskFree", certificate_until as "certificateUntil",
      certificate_problem as "certificateProblem", machine_checked_at as "machineCheckedAt",
      job_waits_since as "jobWaitsSince", jobs_failed as "jobsFailed",
      database_bytes as "databaseBytes", sealed_at as "sealedAt",
      unsealed_since as "unsealedSince", digest_day as "digestDay"
    from house_figures()`
  if (!row) throw new Error('there are no figures')
  return {
    ...row,
    backupBytes: numberOf(row.backupBytes),
    dataDiskFree: numberOf(row.dataDiskFree),
    backupDiskFree: numberOf(row.backupDiskFree),
    jobsFailed: Number(row.jobsFailed),
    databaseBytes: Number(row.databaseBytes),
  }
}

type Sizes = {
  readonly backupBytes: bigint | null
  readonly dataDiskFree: bigint | null
  readonly backupDiskFree: bigint | null
}
const numberOf = (value: bigint | null): number | null => (value === null ? null : Number(value))

export type RunLine = {
  readonly id: string
  readonly kind: 'backup' | 'restore'
  readonly outcome: 'done' | 'incomplete' | 'failed'
  readonly ofMoment: Date
  readonly fileName: string
  readonly bytes: number
}

/** The last backups and restores, newest first. */
export async function listRuns(tx: Tx): Promise<readonly RunLine[]> {
  const rows = await tx<RunLine[]>`
    select id, kind, outcome, of_moment as "ofMoment", file_name as "fileName", bytes
    from backup_run order by finished_at desc limit 20`
  return rows.map((row) => ({ ...row, bytes: Number(row.bytes) }))
}
