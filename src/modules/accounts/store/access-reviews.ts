import type { Day } from '../../../kernel/days.ts'
import type { Tx } from '../../../platform/db.ts'
import type { AssignableRole } from '../rules/assignment.ts'
import type { PersonId, PersonNames } from './people.ts'

export type AccessReview = { readonly id: string; readonly openedOn: Day; readonly dueOn: Day }
export type ReviewLine = {
  readonly assignmentId: string
  readonly personId: PersonId
  readonly person: PersonNames
  readonly role: AssignableRole
  readonly officeId: string
  readonly areas: readonly string[] | null
  readonly from: Day
  readonly confirmedBy: string | null
  readonly confirmer: PersonNames | null
  readonly confirmedAt: Date | null
  /** Invented: shown, and never lapses. */
  readonly demonstration: boolean
}

export async function findOpenReview(tx: Tx): Promise<AccessReview | null> {
  const [row] = await tx<AccessReview[]>`
    select id, opened_on as "openedOn", due_on as "dueOn" from access_review
    where closed_at is null`
  return row ?? null
}

/** Whether so many months have passed since the last one began, or since there are people. */
export async function isReviewDue(tx: Tx, today: Day, months: number): Promise<boolean> {
  const [row] = await tx<{ due: boolean | null }[]>`
    select coalesce((select max(opened_on) from access_review),
      (select min((created_at at time zone 'Asia/Phnom_Penh')::date) from person))
      + make_interval(months => ${months}::int) <= ${today}::date as due`
  return row?.due ?? false
}

/** Opens a review of every role that is held in an office on this day. */
export async function openReview(tx: Tx, { from, due }: { from: Day; due: Day }): Promise<string> {
  const [row] = await tx<{ id: string }[]>`
    insert into access_review (opened_on, due_on) values (${from}, ${due}) returning id`
  if (!row) throw new Error('a review was not opened')
  await tx`
    insert into access_review_line (review_id, assignment_id)
    select ${row.id}, a.id from assignment a join person p on p.id = a.person_id
    where a.agency_id is null and p.disabled_at is null
      and ${from}::date between a.from_day and coalesce(a.to_day, 'infinity')`
  return row.id
}

export async function closeReview(tx: Tx, id: string, at: Date): Promise<void> {
  await tx`update access_review set closed_at = ${at} where id = ${id}`
}

/** Roles of a review that are still held, those to be confirmed first. */
export async function listReviewLines(
  tx: Tx,
  { id, today, personId }: { id: string; today: Day; personId: string | null },
): Promise<ReviewLine[]> {
  return tx<ReviewLine[]>`
    select l.assignment_id as "assignmentId", a.person_id as "personId",
      jsonb_build_object('km', p.name_km, 'en', p.name_en) as person, p.demonstration,
      a.role, a.office_id as "officeId", a.areas, a.from_day as "from",
      l.confirmed_by as "confirmedBy", l.confirmed_at as "confirmedAt",
      (select jsonb_build_object('km', c.name_km, 'en', c.name_en)
        from person c where c.id = l.confirmed_by) as confirmer
    from access_review_line l join assignment a on a.id = l.assignment_id
      join person p on p.id = a.person_id
    where l.review_id = ${id} and not l.lapsed and coalesce(a.to_day, 'infinity') >= ${today}
      and (${personId}::text is null or a.person_id::text = ${personId})
    order by l.confirmed_at nulls first, p.login, a.role limit 2000`
}

/** False when it was confirmed before. */
export async function confirmLine(
  tx: Tx,
  { review, assignmentId, by, at }: { review: string; assignmentId: string; by: string; at: Date },
): Promise<boolean> {
  const confirmed = await tx`
    update access_review_line set confirmed_by = ${by}, confirmed_at = ${at}
    where review_id = ${review} and assignment_id = ${assignmentId} and confirmed_by is null
      and not lapsed`
  return confirmed.count === 1
}

export async function markLapsed(tx: Tx, review: string, assignmentId: string): Promise<boolean> {
  const lapsed = await tx`
    update access_review_line set lapsed = true
    where review_id = ${review} and assignment_id = ${assignmentId} and confirmed_by is null`
  return lapsed.count === 1
}
