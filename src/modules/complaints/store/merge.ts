import type { Tx } from '../../../platform/db.ts'
import type { ComplaintId, ComplaintStatus } from '../rules/complaint.ts'

export type JoinedCase = {
  readonly id: ComplaintId
  readonly number: string
  readonly status: ComplaintStatus
  readonly mergedBy: string
  readonly mergedAt: Date
}

/** The cases that were joined to this one and still are. */
export const listJoined = (tx: Tx, into: string): Promise<JoinedCase[]> =>
  tx<JoinedCase[]>`
    select c.id, c.number, c.status, m.merged_by as "mergedBy", m.merged_at as "mergedAt"
    from case_merge m join complaint c on c.id = m.from_id
    where m.into_id = ${into} and m.undone_at is null order by m.merged_at`

/** The case in which this one goes on; null where it goes on by itself. */
export async function findTarget(
  tx: Tx,
  from: string,
): Promise<{ readonly id: ComplaintId; readonly number: string } | null> {
  const [row] = await tx<{ id: ComplaintId; number: string }[]>`
    select c.id, c.number from case_merge m join complaint c on c.id = m.into_id
    where m.from_id = ${from} and m.undone_at is null`
  return row ?? null
}

/** How that case stands: all that is told with the receipt of the joined one. */
export async function joinedStanding(tx: Tx, from: string): Promise<ComplaintStatus | null> {
  const [row] = await tx<{ status: ComplaintStatus | null }[]>`
    select joined_standing(${from}) as status`
  return row?.status ?? null
}

export async function insertMerge(
  tx: Tx,
  merge: { from: ComplaintId; into: ComplaintId; by: string; at: Date },
): Promise<void> {
  await tx`
    insert into case_merge (from_id, into_id, merged_by, merged_at)
    values (${merge.from}, ${merge.into}, ${merge.by}, ${merge.at})`
}

export async function undoMerge(
  tx: Tx,
  { from, by, at }: { from: ComplaintId; by: string; at: Date },
): Promise<void> {
  await tx`
    update case_merge set undone_by = ${by}, undone_at = ${at}
    where from_id = ${from} and undone_at is null`
}

/**
 * The persons of a joined case who do not stand in the other one under the same name come to its
 * end, with what they claim; each under her own key. Answers how many.
 */
export async function takeOverPersons(
  tx: Tx,
  { from, into, area, at }: { from: ComplaintId; into: ComplaintId; area: string; at: Date },
): Promise<number> {
  const taken = await tx`
    with last as (
      select coalesce(max(position), 0) as position from case_person where complaint_id = ${into}),
    coming as (
      select p.*, row_number() over (order by p.position) as place from case_person p
      where p.complaint_id = ${from} and p.left_at is null
        and (p.name_index is null or not exists (select from case_person o
          where o.complaint_id = ${into} and o.name_index = p.name_index and o.left_at is null))),
    came as (
      insert into case_person (complaint_id, area, position, key_id, name_sealed, name_index,
        contact_key_id, contact_sealed, contact_index, sex, minor, situation, joins, joins_at,
        name_shown, joined_at, came_from)
      select ${into}, ${area}, last.position + place, key_id, name_sealed, name_index,
        contact_key_id, contact_sealed, contact_index, sex, minor, situation, joins, joins_at,
        name_shown, ${at}, id
      from coming, last
      returning id, came_from)
    insert into case_claim (complaint_id, area, person_id, kind, direction, minor, currency, share,
      share_of, state, key_id, basis_sealed, creditor_sealed, interest, arose_on, recorded_by,
      recorded_at)
    select ${into}, ${area}, came.id, kind, direction, minor, currency, share, share_of, state,
      key_id, basis_sealed, creditor_sealed, interest, arose_on, recorded_by, recorded_at
    from came join case_claim k on k.person_id = came.came_from`
  return taken.count
}

/** Taken apart again: they leave the case to which they had come. */
export async function giveBackPersons(
  tx: Tx,
  { from, into, at }: { from: ComplaintId; into: ComplaintId; at: Date },
): Promise<void> {
  await tx`
    update case_person p set left_at = ${at}, left_why = 'own-case', version = p.version + 1
    from case_person o
    where p.complaint_id = ${into} and p.left_at is null and o.id = p.came_from
      and o.complaint_id = ${from}`
}

export type PossibleDuplicate = {
  readonly id: ComplaintId
  readonly number: string
  readonly status: ComplaintStatus
  readonly receivedAt: Date
  readonly why: readonly ('contact' | 'person' | 'agency-month' | 'respondent')[]
}

/** Open cases, and the ones that ended last, which may be the same matter; the likeliest first. */
export const listPossibleDuplicates = (
  tx: Tx,
  { id }: { readonly id: string },
): Promise<PossibleDuplicate[]> =>
  tx<PossibleDuplicate[]>`
    with this as (
      select c.id, c.agency_id, c.happened_month, c.respondent_index, k.contact_index, w.name_index
      from complaint c
      left join complaint_contact k on k.complaint_id = c.id
      left join worker w on w.id = c.worker_id
      where c.id = ${id}),
    alike as (
      (select k.complaint_id as id, 'contact' as why, 4 as weight
        from this join complaint_contact k on k.contact_index = this.contact_index limit 50)
      union (select p.complaint_id, 'contact', 4
        from this join case_person p on p.contact_index = this.contact_index limit 50)
      union (select c.id, 'person', 3
        from this join worker w on w.name_index = this.name_index
        join complaint c on c.worker_id = w.id limit 50)
      union (select p.complaint_id, 'person', 3
        from this join case_person p on p.name_index = this.name_index limit 50)
      union (select c.id, 'respondent', 2
        from this join complaint c on c.respondent_index = this.respondent_index limit 50)
      union (select c.id, 'agency-month', 1
        from this join complaint c on c.agency_id = this.agency_id
          and c.happened_month = this.happened_month limit 50))
    select c.id, c.number, c.status, c.received_at as "receivedAt",
      array_agg(a.why order by a.weight desc) as why
    from alike a join complaint c on c.id = a.id
    where c.id <> ${id} and c.status not in ('merged', 'kept-as-warning')
    group by c.id, c.number, c.status, c.received_at
    order by sum(a.weight) desc, c.received_at desc limit 20`
