import type { Tx } from '../../../platform/db.ts'
import type { Assignment } from '../rules/assignment.ts'
import type { PersonId } from './people.ts'

/** The roles of somebody today, newest first; null where the account was closed. */
export async function findAssignments(
  tx: Tx,
  id: PersonId,
  at: Date,
): Promise<readonly Assignment[] | null> {
  const [row] = await tx<{ assignments: readonly Assignment[] }[]>`
    select current_assignments(id, ${at}) as assignments
    from person where id = ${id} and disabled_at is null`
  return row?.assignments ?? null
}
