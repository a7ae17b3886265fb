import type { Day } from '../../../kernel/days.ts'
import { isUuid } from '../../../kernel/ids.ts'
import type { Db, Tx } from '../../../platform/db.ts'
import type { Change, ChangeId } from '../rules/change.ts'
import type { ChangeStatus } from '../rules/lifecycle.ts'

export type NewChange = Pick<
  Change,
  | 'kind'
  | 'subject'
  | 'names'
  | 'content'
  | 'inForceFrom'
  | 'reason'
  | 'officeId'
  | 'proposedBy'
  | 'proposedAt'
>

export async function insertChange(tx: Tx, given: NewChange): Promise<ChangeId> {
  const [row] = await tx<{ id: ChangeId }[]>`
    insert into change (kind, subject, name_km, name_en, content, in_force_from, reason, office_id,
      proposed_by, proposed_at)
    values (${given.kind}, ${given.subject}, ${given.names.km}, ${given.names.en},
      ${tx.json(given.content as never)}, ${given.inForceFrom}, ${given.reason}, ${given.officeId},
      ${given.proposedBy}, ${given.proposedAt}) returning id`
  if (!row) throw new Error('a change was not written')
  return row.id
}

/** Null also when the acting person may not see it. */
export async function findChange(db: Db | Tx, id: string): Promise<Change | null> {
  if (!isUuid(id)) return null
  const [row] = await db<ChangeRow[]>`select ${columns(db)} from change where id = ${id}`
  return row ? asChange(row) : null
}

/** The same, once nobody else decides about the same subject any more. */
export async function holdChange(tx: Tx, id: string): Promise<Change | null> {
  if (!isUuid(id)) return null
  await tx`
    select pg_advisory_xact_lock(hashtext('change ' || kind || ' ' || subject))
    from change where id = ${id}`
  return findChange(tx, id)
}

/** Proposed or approved, by the day from which they hold. */
export async function listOpen(db: Db | Tx): Promise<Change[]> {
  const rows = await db<ChangeRow[]>`
    select ${columns(db)} from change where status in ('proposed', 'approved')
    order by in_force_from, id limit 500`
  return rows.map(asChange)
}

/** Approved, with their first day come. */
export async function listDue(db: Db | Tx, today: Day): Promise<Change[]> {
  const rows = await db<ChangeRow[]>`
    select ${columns(db)} from change where status = 'approved' and in_force_from <= ${today}
    order by in_force_from, approved_at limit 500`
  return rows.map(asChange)
}

/** What held for this subject so far; at most one. */
export async function findInForce(
  db: Db | Tx,
  { kind, subject }: Pick<Change, 'kind' | 'subject'>,
): Promise<Change | null> {
  const [row] = await db<ChangeRow[]>`
    select ${columns(db)} from change
    where kind = ${kind} and subject = ${subject} and status = 'in-force'
    order by came_into_force_at desc limit 1`
  return row ? asChange(row) : null
}

export type ChangeFilter = {
  readonly kind: string | null
  readonly status: ChangeStatus | null
  readonly subject: string | null
  /** The last change of the page before. */
  readonly after: string | null
  readonly most: number
}

/** The newest proposals first. */
export async function listChanges(db: Db | Tx, filter: ChangeFilter): Promise<Change[]> {
  const after = filter.after !== null && isUuid(filter.after) ? filter.after : null
  const rows = await db<ChangeRow[]>`
    select ${columns(db)} from change
    where (${filter.kind}::text is null or kind = ${filter.kind})
      and (${filter.status}::text is null or status = ${filter.status})
      and (${filter.subject}::text is null or subject = ${filter.subject})
      and (${after}::uuid is null or (proposed_at, id) <
        (select c.proposed_at, c.id from change c where c.id = ${after}::uuid))
    order by proposed_at desc, id desc limit ${filter.most}`
  return rows.map(asChange)
}

/** What moves with the status; the rest of a change never does. */
export type ChangeMove =
  | {
      readonly to: 'approved'
      readonly by: string
      readonly at: Date
      readonly fromPool: boolean
      readonly signatureId: string | null
    }
  | {
      readonly to: 'refused' | 'withdrawn'
      readonly by: string | null
      readonly at: Date
      readonly reason: string
    }
  | { readonly to: 'in-force'; readonly at: Date }
  | { readonly to: 'superseded' }

type Moved = Pick<Change, 'id' | 'version'>

/** False when somebody else was quicker. */
export async function moveChange(tx: Tx, change: Moved, move: ChangeMove): Promise<boolean> {
  const moved = await writeMove(tx, change, move)
  return moved.count === 1
}

function writeMove(tx: Tx, { id, version }: Moved, move: ChangeMove) {
  switch (move.to) {
    case 'approved':
      return tx`
        update change set status = 'approved', version = version + 1, approved_by = ${move.by},
          approved_at = ${move.at}, from_pool = ${move.fromPool}, signature_id = ${move.signatureId}
        where id = ${id} and version = ${version}`
    case 'in-force':
      return tx`
        update change set status = 'in-force', version = version + 1, came_into_force_at = ${move.at}
        where id = ${id} and version = ${version}`
    case 'superseded':
      return tx`
        update change set status = 'superseded', version = version + 1
        where id = ${id} and version = ${version}`
    default:
      return move.by === null
        ? tx`
            update change set status = ${move.to}, version = version + 1, ended_at = ${move.at},
              ended_reason = ${move.reason}
            where id = ${id} and version = ${version}`
        : tx`
            update change set status = ${move.to}, version = version + 1, ended_by = ${move.by},
              ended_at = ${move.at}, ended_reason = ${move.reason}
            where id = ${id} and version = ${version}`
  }
}

const columns = (db: Db | Tx) => db`
  id, kind, subject, name_km, name_en, content, status, version, in_force_from, reason, office_id,
  proposed_by, proposed_at, approved_by, approved_at, from_pool, signature_id, ended_by, ended_at,
  ended_reason, came_into_force_at`

type ChangeRow = {
  id: ChangeId
  kind: string
  subject: string
  name_km: string
  name_en: string
  content: unknown
  status: ChangeStatus
  version: number
  in_force_from: Day
  reason: string
  office_id: string
  proposed_by: string
  proposed_at: Date
  approved_by: string | null
  approved_at: Date | null
  from_pool: boolean
  signature_id: string | null
  ended_by: string | null
  ended_at: Date | null
  ended_reason: string | null
  came_into_force_at: Date | null
}

const asChange = (row: ChangeRow): Change => ({
  id: row.id,
  kind: row.kind,
  subject: row.subject,
  names: { km: row.name_km, en: row.name_en },
  content: row.content,
  status: row.status,
  version: row.version,
  inForceFrom: row.in_force_from,
  reason: row.reason,
  officeId: row.office_id,
  proposedBy: row.proposed_by,
  proposedAt: row.proposed_at,
  approvedBy: row.approved_by,
  approvedAt: row.approved_at,
  fromPool: row.from_pool,
  signatureId: row.signature_id,
  endedBy: row.ended_by,
  endedAt: row.ended_at,
  endedReason: row.ended_reason,
  cameIntoForceAt: row.came_into_force_at,
})
