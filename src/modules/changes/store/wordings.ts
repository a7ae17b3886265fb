import type { Day } from '../../../kernel/days.ts'
import type { Db, Tx } from '../../../platform/db.ts'

export type WordingVersion = {
  readonly key: string
  readonly version: number
  readonly km: string
  readonly en: string
  readonly from: Day
  readonly withdrawn: boolean
}

/** Every version that the ministry wrote, the newest first; of one key or of all. */
export async function listWordingVersions(
  db: Db | Tx,
  key: string | null,
): Promise<WordingVersion[]> {
  return db<WordingVersion[]>`
    select key, version, text_km as km, text_en as en, valid_from as "from", withdrawn from wording
    where ${key}::text is null or key = ${key} order by key, version desc`
}

export async function addWording(tx: Tx, given: Omit<WordingVersion, 'withdrawn'>): Promise<void> {
  await tx`
    insert into wording (key, version, text_km, text_en, valid_from)
    values (${given.key}, ${given.version}, ${given.km}, ${given.en}, ${given.from})`
}

export async function withdrawWording(tx: Tx, key: string, from: Day): Promise<void> {
  await tx`
    update wording set withdrawn = true where key = ${key} and version = (
      select max(version) from wording
      where key = ${key} and valid_from = ${from} and not withdrawn)`
}
