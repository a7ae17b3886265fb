import type { Tx } from '../../../platform/db.ts'
import { ask, sql } from '../../../platform/sql.ts'
import type { PersonKeyId } from '../../../platform/vault/person-keys.ts'
import type { Direction, LetterStatus } from '../rules/letter.ts'
import { type LetterRow, letterColumns } from './letter.ts'

/** What narrows a register; null narrows nothing. */
export type RegisterFilters = {
  /** The register that was kept before, in both directions, or ours. */
  readonly old: boolean
  readonly direction: Direction
  readonly status: LetterStatus | null
  readonly year: number | null
  readonly number: number | null
  readonly oldNumber: string | null
  readonly officeId: string | null
  /** Only what lies on the desk of this office. */
  readonly holderId: string | null
}
export type RegisterAsk = {
  readonly filters: RegisterFilters
  /** The letter after which the page begins; the newest first. */
  readonly after: string | null
  readonly limit: number
}

/** One page of a register: keyset, so that the hundredth costs what the first does. */
export const listRegister = (tx: Tx, { filters, after, limit }: RegisterAsk) =>
  ask<LetterRow[]>(
    tx,
    sql`
      select ${letterColumns} from letter l
      where ${filters.old ? sql`l.status = 'filed'` : sql`l.direction = ${filters.direction} and l.status <> 'filed'`}
        and (${filters.status}::text is null or l.status = ${filters.status})
        and (${filters.year}::int is null or l.year = ${filters.year} or (l.status = 'filed'
          and extract(year from coalesce(l.received_on, l.dated)) = ${filters.year}))
        and (${filters.number}::int is null or l.number = ${filters.number})
        and (${filters.oldNumber}::text is null or l.old_number = ${filters.oldNumber})
        and (${filters.officeId}::uuid is null or l.office_id = ${filters.officeId})
        and (${filters.holderId}::uuid is null or l.holder_office_id = ${filters.holderId})
        and (${after}::uuid is null or l.id < ${after})
      order by l.id desc limit ${limit}`,
  )

/** What lies on the desk of an office and is not signed, what lies there longest first. */
export const listOnDesk = (tx: Tx, officeId: string, limit: number) =>
  ask<LetterRow[]>(
    tx,
    sql`
      select ${letterColumns} from letter l where l.holder_office_id = ${officeId}
      order by l.held_since, l.id limit ${limit}`,
  )

/** The keys of all letters about these records. */
export async function listLetterKeys(tx: Tx, recordIds: readonly string[]): Promise<PersonKeyId[]> {
  const rows = await tx<{ keyId: PersonKeyId }[]>`
    select key_id as "keyId" from letter where record_id = any (${recordIds as string[]}::uuid[])`
  return rows.map(({ keyId }) => keyId)
}

/** The letters about one record, the newest first. */
export const listLettersAbout = (tx: Tx, recordId: string) =>
  ask<LetterRow[]>(
    tx,
    sql`
      select ${letterColumns} from letter l where l.record_id = ${recordId}
      order by l.id desc limit 50`,
  )
