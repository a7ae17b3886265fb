import { isUuid } from '../../../kernel/ids.ts'
import type { Db, Tx } from '../../../platform/db.ts'
import type { PersonKeyId } from '../../../platform/vault/person-keys.ts'
import type { LetterId } from '../rules/letter.ts'
import type { ScanId, ScanReason, ScanStatus } from '../rules/scan.ts'

export type Scan = {
  readonly id: ScanId
  readonly officeId: string
  readonly area: string
  readonly keyId: PersonKeyId
  readonly uploadedBy: string
  readonly uploadedAt: Date
  readonly reach: readonly string[] | null
  readonly status: ScanStatus
  readonly version: number
  readonly reason: ScanReason | null
  readonly letterId: LetterId | null
}

const columns = (tx: Db | Tx) => tx`
  id, office_id as "officeId", area, key_id as "keyId", uploaded_by as "uploadedBy",
  uploaded_at as "uploadedAt", reach, status, version, reason, letter_id as "letterId"`

export type NewScan = Pick<
  Scan,
  'id' | 'officeId' | 'area' | 'keyId' | 'uploadedBy' | 'uploadedAt' | 'reach'
>

export async function insertScan(tx: Tx, scan: NewScan): Promise<void> {
  await tx`
    insert into letter_scan (id, office_id, area, key_id, uploaded_by, uploaded_at, reach)
    values (${scan.id}, ${scan.officeId}, ${scan.area}, ${scan.keyId}, ${scan.uploadedBy},
      ${scan.uploadedAt}, ${scan.reach as string[] | null})`
}

/** Null where there is none that the acting person may see. */
export async function findScan(tx: Db | Tx, id: string): Promise<Scan | null> {
  if (!isUuid(id)) return null
  const [scan] = await tx<Scan[]>`select ${columns(tx)} from letter_scan where id = ${id}`
  return scan ?? null
}

/** What is still to be done first, then the newest; of one office. */
export const listScans = (tx: Tx, officeId: string, most: number): Promise<Scan[]> =>
  tx<Scan[]>`
    select ${columns(tx)} from letter_scan where office_id = ${officeId} and status <> 'dropped'
    order by status in ('reading', 'unmatched') desc, id desc limit ${most}`

type ScanMove = {
  readonly status: ScanStatus
  readonly reason?: ScanReason | null
  readonly letterId?: LetterId | null
  readonly endedAt?: Date | null
}

/** False where somebody was first. */
export async function moveScan(
  tx: Tx,
  { id, version }: Pick<Scan, 'id' | 'version'>,
  { status, reason = null, letterId = null, endedAt = null }: ScanMove,
): Promise<boolean> {
  const moved = await tx`
    update letter_scan set status = ${status}, reason = ${reason}, letter_id = ${letterId},
      ended_at = ${endedAt}, version = version + 1
    where id = ${id} and version = ${version}`
  return moved.count === 1
}

/** Letters under this number; several offices may have given it. */
export const listByNumber = (
  tx: Tx,
  { direction, number, year }: { direction: string; number: number; year: number },
) =>
  tx<{ id: LetterId; officeId: string }[]>`
    select id, office_id as "officeId" from letter
    where direction = ${direction} and number = ${number} and year = ${year} limit 10`

/** The codes of letters that were signed last. */
export async function listLastCodes(tx: Tx): Promise<string[]> {
  const rows = await tx<{ code: string }[]>`
    select code from letter where code is not null order by signed_at desc limit 1`
  return rows.map(({ code }) => code)
}
