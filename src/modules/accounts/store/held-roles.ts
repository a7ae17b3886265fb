import type { Day } from '../../../kernel/days.ts'
import { isUuid } from '../../../kernel/ids.ts'
import type { Tx } from '../../../platform/db.ts'
import type { HeldRole } from '../rules/giving-roles.ts'

export type AssignmentRow = HeldRole & { readonly id: string; readonly personId: string }

/** Every role of these people, of all times, the newest first. */
export async function listAssignments(
  tx: Tx,
  personIds: readonly string[],
): Promise<AssignmentRow[]> {
  return tx<AssignmentRow[]>`
    select id, person_id as "personId", role, office_id as "officeId", areas,
      agency_id as "agencyId", from_day as "from", to_day as "to"
    from assignment where person_id::text = any (${personIds as string[]}::text[])
    order by from_day desc, id desc`
}

export async function findAssignment(tx: Tx, id: string): Promise<AssignmentRow | null> {
  if (!isUuid(id)) return null
  const [row] = await tx<AssignmentRow[]>`
    select id, person_id as "personId", role, office_id as "officeId", areas,
      agency_id as "agencyId", from_day as "from", to_day as "to"
    from assignment where id = ${id}`
  return row ?? null
}

export async function setLastDay(tx: Tx, id: string, lastDay: Day): Promise<void> {
  await tx`update assignment set to_day = ${lastDay} where id = ${id}`
}
