import type { Actor } from '../../../kernel/actor.ts'
import type { Tx } from '../../../platform/db.ts'
import type { CaseClaim, CasePerson } from '../rules/person.ts'
import { listCaseClaims } from '../store/group.ts'
import { listPersons } from '../store/person.ts'

/** What one person of a group sees with her own receipt: herself and what is claimed for her. */
export type OwnPart = {
  readonly person: CasePerson
  readonly claims: readonly CaseClaim[]
}

/** Null for whoever has the receipt of the case itself. */
export async function readOwnPart(tx: Tx, actor: Actor): Promise<OwnPart | null> {
  if (actor.casePerson === undefined) return null
  const [person] = await listPersons(tx, actor.id)
  return person ? { person, claims: await listCaseClaims(tx, [person.id]) } : null
}
