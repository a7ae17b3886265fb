import type { Tx } from '../../../platform/db.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import type { AgencyId } from '../../agencies/index.ts'
import {
  type CasePerson,
  findGuardedCase,
  type GuardedCase,
  listPersons,
  openNames,
} from '../../complaints/index.ts'
import type { Party } from '../../ledger/index.ts'
import { type PartyBook, readBook } from './read-case-money.ts'

/** What has to be known of a case to write down what it ended in: all its persons, and who may owe. */
export type OutcomeGround = {
  readonly found: GuardedCase
  readonly persons: readonly CasePerson[]
  readonly names: ReadonlyMap<string, string>
  readonly book: PartyBook
  readonly debtors: readonly Party[]
}

export async function readForOutcome(
  tx: Tx,
  vault: Vault,
  complaintId: string,
): Promise<OutcomeGround | null> {
  const found = await findGuardedCase(tx, complaintId)
  if (!found) return null
  const persons = (await listPersons(tx, found.id)).filter(({ leftAt }) => leftAt === null)
  const ids = persons.map(({ id }) => id)
  const book = await readBook(tx, vault, { complaintId: found.id, dues: [], remedies: [] })
  const names = await openNames(tx, vault, ids)
  return { found, persons, names, book, debtors: debtorsOf(book) }
}

/** Whoever stands in the file as somebody complained of, owing or paying. */
function debtorsOf({ parties }: PartyBook): Party[] {
  const all = [...parties.values()].map(
    ({ id, agencyId }): Party =>
      agencyId === null ? { kind: 'party', id } : { kind: 'agency', id: agencyId as AgencyId },
  )
  return [...new Map(all.map((party) => [party.id as string, party])).values()]
}
