import type { Day } from '../../../kernel/days.ts'
import { isUuid } from '../../../kernel/ids.ts'
import type { Currency } from '../../../kernel/money.ts'
import type { Db, Tx } from '../../../platform/db.ts'
import type { PersonKeyId } from '../../../platform/vault/person-keys.ts'
import type { CasePersonId } from '../../complaints/index.ts'
import type { DueId, PaymentId } from '../../ledger/index.ts'
import type { EntryStatus, PayOutEntryId, PayOutId } from '../rules/pay-out.ts'
import type { Sayer } from '../rules/word.ts'

export type PayOutDay = {
  readonly id: PayOutId
  readonly number: string
  readonly heldOn: Day
  readonly place: string
  readonly officeId: string
  readonly area: string
  readonly keyId: PersonKeyId
  readonly plannedAt: Date
}
const dayColumns = (db: Db | Tx) => db`
  d.id, d.number, d.held_on as "heldOn", d.place, d.office_id as "officeId", d.area,
  d.key_id as "keyId", d.planned_at as "plannedAt"`

export async function nextPayOutNumber(tx: Tx): Promise<bigint> {
  const [row] = await tx<{ running: bigint }[]>`select nextval('pay_out_number') as running`
  if (!row) throw new Error('the sequence gave no number')
  return row.running
}

export const insertPayOut = (tx: Tx, day: PayOutDay): Promise<unknown> => tx`
  insert into pay_out_day (id, number, held_on, place, office_id, area, key_id, planned_at)
  values (${day.id}, ${day.number}, ${day.heldOn}, ${day.place}, ${day.officeId}, ${day.area},
    ${day.keyId}, ${day.plannedAt})`

/** Null also when the acting person may not see it. */
export async function findPayOut(db: Db | Tx, id: string): Promise<PayOutDay | null> {
  if (!isUuid(id)) return null
  const [row] = await db<PayOutDay[]>`
    select ${dayColumns(db)} from pay_out_day d where d.id = ${id}`
  return row ?? null
}

export type PayOutCounts = PayOutDay & {
  readonly listed: number
  readonly received: number
  readonly missed: number
}
/** The latest days first, each with how many are on its list and what became of them. */
export const listPayOutDays = (db: Db | Tx, limit: number): Promise<PayOutCounts[]> =>
  db<PayOutCounts[]>`
    select d.*, c.listed, c.received, c.missed
    from (select ${dayColumns(db)} from pay_out_day d order by held_on desc, id desc limit ${limit}) d
    cross join lateral (select count(*) filter (where e.status = 'listed')::int as listed,
        count(*) filter (where e.status = 'received')::int as received,
        count(*) filter (where e.status in ('refused', 'absent'))::int as missed
      from pay_out_entry e where e.day_id = d.id) c
    order by d."heldOn" desc, d.id desc`

export type NewEntry = {
  readonly id: PayOutEntryId
  readonly dayId: PayOutId
  readonly complaintId: string
  readonly personId: string
  readonly position: number
}
export type NewLine = {
  readonly entryId: PayOutEntryId
  readonly dueId: DueId
  readonly minor: bigint
  readonly currency: Currency
}

/** Holds the day, so that two who add to it take no number twice; answers with the last one. */
export async function lastPosition(tx: Tx, dayId: PayOutId): Promise<number> {
  await tx`select pg_advisory_xact_lock(hashtextextended(${dayId}, 0))`
  const [row] = await tx<{ last: number }[]>`
    select coalesce(max(position), 0) as last from pay_out_entry where day_id = ${dayId}`
  return row?.last ?? 0
}

/** False where somebody stands on the list already, or a sum waits for her on another day. */
export async function insertEntries(
  tx: Tx,
  entries: readonly NewEntry[],
  lines: readonly NewLine[],
): Promise<boolean> {
  const of = <T>(pick: (entry: NewEntry) => T): T[] => entries.map(pick)
  const added = await tx`
    insert into pay_out_entry (id, day_id, complaint_id, person_id, position)
    select * from unnest(${of(({ id }) => id)}::uuid[], ${of(({ dayId }) => dayId)}::uuid[],
      ${of(({ complaintId }) => complaintId)}::uuid[], ${of(({ personId }) => personId)}::uuid[],
      ${of(({ position }) => position)}::int[])
    on conflict do nothing`
  if (added.count !== entries.length) return false
  const sums = await tx`
    insert into pay_out_line (entry_id, due_id, minor, currency)
    select * from unnest(${lines.map(({ entryId }) => entryId)}::uuid[],
      ${lines.map(({ dueId }) => dueId)}::uuid[],
      ${lines.map(({ minor }) => minor.toString())}::bigint[],
      ${lines.map(({ currency }) => currency)}::text[])
    on conflict do nothing`
  return sums.count === lines.length
}

export type PayOutEntry = {
  readonly id: PayOutEntryId
  readonly dayId: PayOutId
  readonly complaintId: string
  readonly personId: CasePersonId
  readonly position: number
  readonly status: EntryStatus
  readonly version: number
  readonly receivedBy: Sayer | null
  readonly recordedAt: Date | null
  readonly photoId: string | null
}
const entryColumns = (db: Db | Tx) => db`
  id, day_id as "dayId", complaint_id as "complaintId", person_id as "personId", position, status,
  version, received_by as "receivedBy", recorded_at as "recordedAt", photo_id as "photoId"`

export const listEntries = (db: Db | Tx, dayId: PayOutId): Promise<PayOutEntry[]> =>
  db<PayOutEntry[]>`
    select ${entryColumns(db)} from pay_out_entry where day_id = ${dayId} order by position`

/** These rows of a day, held in the order of their ids: who comes second sees what the first wrote. */
export const holdEntries = (
  tx: Tx,
  dayId: PayOutId,
  ids: readonly string[],
): Promise<PayOutEntry[]> =>
  tx<PayOutEntry[]>`
    select ${entryColumns(tx)} from pay_out_entry
    where day_id = ${dayId} and id = any (${[...ids]}::uuid[]) order by id for update`

export type PayOutLine = NewLine & {
  readonly paymentId: PaymentId | null
  readonly isOpen: boolean
}
export const listLines = (db: Db | Tx, entryIds: readonly string[]): Promise<PayOutLine[]> =>
  db<PayOutLine[]>`
    select entry_id as "entryId", due_id as "dueId", minor, currency, payment_id as "paymentId",
      is_open as "isOpen"
    from pay_out_line where entry_id = any (${[...entryIds]}::uuid[]) order by entry_id, due_id`

/** Which of these dues wait on the list of a day. */
export async function duesOnALine(
  db: Db | Tx,
  dueIds: readonly DueId[],
): Promise<ReadonlySet<string>> {
  const rows = await db<{ dueId: string }[]>`
    select due_id as "dueId" from pay_out_line
    where is_open and due_id = any (${[...dueIds]}::uuid[])`
  return new Set(rows.map(({ dueId }) => dueId))
}

export type EntryMove = {
  readonly id: PayOutEntryId
  readonly to: EntryStatus
  readonly receivedBy: Sayer | null
}
/** Writes what became of these; they are held by `holdEntries`. */
export async function moveEntries(tx: Tx, moves: readonly EntryMove[], at: Date): Promise<void> {
  const ids = moves.map(({ id }) => id)
  await tx`
    update pay_out_entry e set status = m.to_status, received_by = m.received_by,
      recorded_by = actor_id(), recorded_at = ${at}, version = version + 1
    from unnest(${ids}::uuid[], ${moves.map(({ to }) => to)}::text[],
      ${moves.map(({ receivedBy }) => receivedBy)}::text[]) as m (id, to_status, received_by)
    where e.id = m.id`
  await tx`update pay_out_line set is_open = false where entry_id = any (${ids}::uuid[])`
}

type Paid = {
  readonly entryId: PayOutEntryId
  readonly dueId: DueId
  readonly paymentId: PaymentId
}
export const keepPaid = (tx: Tx, paid: readonly Paid[]): Promise<unknown> => tx`
  update pay_out_line l set payment_id = p.payment_id
  from unnest(${paid.map(({ entryId }) => entryId)}::uuid[],
    ${paid.map(({ dueId }) => dueId)}::uuid[],
    ${paid.map(({ paymentId }) => paymentId)}::uuid[]) as p (entry_id, due_id, payment_id)
  where l.entry_id = p.entry_id and l.due_id = p.due_id`

export const keepPhoto = (tx: Tx, id: string, photoId: string): Promise<unknown> => tx`
  update pay_out_entry set photo_id = ${photoId} where id = ${id}`

export type AwaitedAt = Pick<PayOutDay, 'number' | 'heldOn' | 'place'> &
  Pick<PayOutEntry, 'personId' | 'position'>
/** Where and when somebody of this case is waited for, the nearest day first. */
export const listAwaited = (
  db: Db | Tx,
  { complaintId, from }: { readonly complaintId: string; readonly from: Day },
): Promise<AwaitedAt[]> =>
  db<AwaitedAt[]>`
    select d.number, d.held_on as "heldOn", d.place, e.person_id as "personId", e.position
    from pay_out_entry e join pay_out_day d on d.id = e.day_id
    where e.complaint_id = ${complaintId} and e.status = 'listed' and d.held_on >= ${from}
    order by d.held_on, e.position limit 20`
