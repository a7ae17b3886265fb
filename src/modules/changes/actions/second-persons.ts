import { type Day, dayOf } from '../../../kernel/days.ts'
import type { Tx } from '../../../platform/db.ts'
import { type AssignableRole, listOfficers } from '../../accounts/index.ts'
import type { KindTerms } from '../rules/kind.ts'
import { changers } from '../rules/lifecycle.ts'
import type { SecondPersonFacts } from '../rules/second-person.ts'
import { listPool } from '../store/approver-pool.ts'

/** Who holds which role where today, and who is in the pool: read once for a whole page. */
export type SecondPersons = (approvers: KindTerms['approvers']) => SecondPersonFacts

export async function secondPersons(tx: Tx, now: Date): Promise<SecondPersons> {
  const today = dayOf(now)
  const [pool, ...byRole] = await Promise.all([
    listPool(tx, today),
    ...changers.map((role) => withRole(tx, role, today)),
  ])
  const persons = byRole.flat()
  return (approvers) => ({
    pool: pool.map(({ personId }) => personId),
    seconds: persons.filter(({ role }) => approvers.includes(role)),
  })
}

async function withRole(tx: Tx, role: AssignableRole, today: Day) {
  const officers = await listOfficers(tx, { role, today })
  return officers.map(({ id, officeId }) => ({ id, officeId, role }))
}
