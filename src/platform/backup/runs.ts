import type { Db } from '../db.ts'

export type BackupRun = {
  readonly kind: 'backup' | 'restore'
  readonly outcome: 'done' | 'incomplete' | 'failed'
  readonly ofMoment: Date
  readonly fileName: string
  readonly bytes: number
  readonly rows: number
  readonly files: number
  readonly damaged: number
}

/** As the owner: nobody else makes one. */
export async function recordRun(db: Db, run: BackupRun): Promise<void> {
  await db`
    insert into backup_run ${db({
      kind: run.kind,
      outcome: run.outcome,
      of_moment: run.ofMoment,
      file_name: run.fileName,
      bytes: run.bytes,
      row_count: run.rows,
      file_count: run.files,
      damaged_count: run.damaged,
    })}`
}
