import type { Day } from '../../../kernel/days.ts'
import type { Tx } from '../../../platform/db.ts'
import { type Sql, sql } from '../../../platform/sql.ts'
import type { AssignableRole, Assignment } from '../rules/assignment.ts'

export type PersonId = string & { readonly __id: 'person' }
export type PersonNames = { readonly km: string; readonly en: string }
export type NewPerson = PersonNames & { readonly login: string; readonly demonstration: boolean }
export type NewAssignment = Assignment & {
  readonly personId: PersonId
  readonly from: Day
  readonly to?: Day | null
}
export type Officer = PersonNames & {
  readonly id: PersonId
  readonly officeId: string
  readonly areas: readonly string[] | null
}

/** Null when somebody has this login already. */
export async function addPerson(tx: Tx, person: NewPerson): Promise<PersonId | null> {
  const [row] = await tx<{ id: PersonId }[]>`
    insert into person (login, name_km, name_en, demonstration)
    values (${person.login}, ${person.km}, ${person.en}, ${person.demonstration})
    on conflict (login) do nothing returning id`
  return row?.id ?? null
}

export async function addAssignment(tx: Tx, given: NewAssignment): Promise<void> {
  await tx`
    insert into assignment (person_id, role, office_id, areas, agency_id, from_day, to_day)
    values (${given.personId}, ${given.role}, ${given.officeId}, ${given.areas as string[] | null},
      ${given.agencyId}, ${given.from}, ${given.to ?? null})`
}

/** One after the other decides about the roles of a person. */
export async function lockPerson(tx: Tx, id: PersonId): Promise<void> {
  await tx`select pg_advisory_xact_lock(hashtextextended(${id}, 0))`
}

export async function findPersonByLogin(tx: Tx, login: string): Promise<PersonId | null> {
  const [row] = await tx<{ id: PersonId }[]>`select id from person where login = ${login}`
  return row?.id ?? null
}

export type OwnPerson = PersonNames & { readonly login: string; readonly demonstration: boolean }

export async function getOwnPerson(tx: Tx, id: PersonId): Promise<OwnPerson> {
  const [row] = await tx<OwnPerson[]>`
    select login, name_km as km, name_en as en, demonstration from person where id = ${id}`
  if (!row) throw new Error('a session belongs to nobody')
  return row
}

/** The second factor of an invented person; null for everybody real, whoever asks. */
export async function findDemonstrationSecret(
  tx: Tx,
  personId: PersonId,
): Promise<{ readonly secret: Uint8Array; readonly lastStep: bigint } | null> {
  const [row] = await tx<{ secret: Uint8Array; lastStep: bigint }[]>`
    select c.totp_secret as secret, c.totp_last_step as "lastStep"
    from credential c join person p on p.id = c.person_id
    where c.person_id = ${personId} and p.demonstration and c.totp_secret is not null`
  return row ?? null
}

/** Whether anybody administers, now or later. */
export async function hasAdministrator(tx: Tx, today: Day): Promise<boolean> {
  const [row] = await tx`
    select from assignment a join person p on p.id = a.person_id
    where a.role = 'administrator' and p.disabled_at is null
      and (a.to_day is null or a.to_day >= ${today}) limit 1`
  return row !== undefined
}

/** Names by person id; whoever the actor may not see is missing. */
export async function personNames(
  tx: Tx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, PersonNames>> {
  if (ids.length === 0) return new Map()
  const rows = await tx<{ id: string; km: string; en: string }[]>`
    select id, name_km as km, name_en as en from person
    where id::text = any (${[...new Set(ids)]}::text[])`
  return new Map(rows.map(({ id, km, en }) => [id, { km, en }]))
}

/** For a list's own question: the names of one person as `km` and `en`, where the actor may see them. */
export const namesOfPerson = (id: Sql): Sql =>
  sql`(select name_km as km, name_en as en from person where id = ${id} limit 1)`

export type WantedOfficers = {
  readonly role: AssignableRole
  /** Province code: those whose areas hold it. Absent for everybody with the role. */
  readonly area?: string | null
  /** Those whose assignment is at this office. */
  readonly officeId?: string
  readonly today: Day
}

/** Officers who hold the role today, as their own or as a deputy, those of the smallest area first. */
export async function listOfficers(tx: Tx, wanted: WantedOfficers): Promise<Officer[]> {
  const area = wanted.area ?? null
  return tx<Officer[]>`
    select distinct on (cardinality(a.areas), p.name_km, p.id)
      p.id, p.name_km as km, p.name_en as en, a.office_id as "officeId", a.areas
    from (
      select person_id, role, office_id, areas from assignment
      where agency_id is null and ${wanted.today}::date between from_day and coalesce(to_day, 'infinity')
      union
      select to_person, role, office_id, areas from delegation
      where ended_at is null and ${wanted.today}::date between from_day and to_day
    ) a join person p on p.id = a.person_id
    where a.role = ${wanted.role} and p.disabled_at is null
      and (${wanted.officeId ?? null}::uuid is null or a.office_id = ${wanted.officeId ?? null})
      and (${area}::text is null or a.areas is null or ${area} = any (a.areas))
    order by cardinality(a.areas) nulls last, p.name_km, p.id`
}

/** People of an agency who sign in for it today. */
export async function listAgencyClerks(tx: Tx, agencyId: string, today: Day): Promise<string[]> {
  const rows = await tx<{ id: string }[]>`
    select distinct p.id from assignment a join person p on p.id = a.person_id
    where a.agency_id = ${agencyId} and a.role = 'agency-clerk' and p.disabled_at is null
      and ${today}::date between a.from_day and coalesce(a.to_day, 'infinity')`
  return rows.map(({ id }) => id)
}

/** Where somebody works now: the office of the newest current assignment. */
export async function officeIdOfPerson(
  tx: Tx,
  personId: string,
  today: Day,
): Promise<string | null> {
  const [row] = await tx<{ officeId: string | null }[]>`
    select office_id as "officeId" from assignment
    where person_id = ${personId} and ${today}::date between from_day and coalesce(to_day, 'infinity')
    order by from_day desc, id desc limit 1`
  return row?.officeId ?? null
}
