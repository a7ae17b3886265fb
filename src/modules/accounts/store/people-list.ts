import type { Day } from '../../../kernel/days.ts'
import { isUuid } from '../../../kernel/ids.ts'
import type { Tx } from '../../../platform/db.ts'
import type { PeopleFilters } from '../rules/people-filters.ts'
import type { PersonId, PersonNames } from './people.ts'

export type PersonRow = PersonNames & {
  readonly id: PersonId
  readonly login: string
  readonly demonstration: boolean
  readonly createdAt: Date
  readonly disabledAt: Date | null
  /** Something about this person waits for a second person. */
  readonly waiting: boolean
}

export const peopleRows = 100

/** By sign-in name; `after` is the last of the page before. One more than a page tells of a next. */
export async function listPeople(
  tx: Tx,
  filters: PeopleFilters,
  { today, after, most }: { today: Day; after: string; most: number },
): Promise<PersonRow[]> {
  const { role, officeId, area, state } = filters
  const like = `%${filters.text.replace(/[\\%_]/g, '\\$&')}%`
  return tx<PersonRow[]>`
    select p.id, p.login, p.name_km as km, p.name_en as en, p.demonstration,
      p.created_at as "createdAt", p.disabled_at as "disabledAt", waits.any as waiting
    from person p
    cross join lateral (select exists (select from person_request r
      where r.person_id = p.id and r.status = 'proposed') as any) waits
    cross join lateral (select exists (select from assignment a
      where a.person_id = p.id and ${today}::date between a.from_day and coalesce(a.to_day, 'infinity')
        and (${role}::text is null or a.role = ${role})
        and (${officeId}::uuid is null or a.office_id = ${officeId})
        and (${area}::text is null or a.areas is null or ${area} = any (a.areas))) as any) works
    where p.login > ${after}
      and (p.login ilike ${like} or p.name_km ilike ${like} or p.name_en ilike ${like})
      and (${role}::text is null and ${officeId}::uuid is null and ${area}::text is null or works.any)
      and case ${state}::text
        when 'current' then p.disabled_at is null and works.any
        when 'without-role' then p.disabled_at is null and not works.any
        when 'waiting' then waits.any
        when 'disabled' then p.disabled_at is not null
        else true end
    order by p.login limit ${most}`
}

export async function findPerson(tx: Tx, id: string): Promise<PersonRow | null> {
  if (!isUuid(id)) return null
  const [row] = await tx<PersonRow[]>`
    select p.id, p.login, p.name_km as km, p.name_en as en, p.demonstration,
      p.created_at as "createdAt", p.disabled_at as "disabledAt",
      exists (select from person_request r where r.person_id = p.id and r.status = 'proposed') as waiting
    from person p where p.id = ${id}`
  return row ?? null
}

/** False when it was so already. */
export async function setDisabled(tx: Tx, id: PersonId, at: Date | null): Promise<boolean> {
  const set = await tx`
    update person set disabled_at = ${at} where id = ${id}
      and (disabled_at is null) = ${at !== null}`
  return set.count === 1
}
