import type { Tx } from '../../../platform/db.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import { type Due, type DueId, listDues } from '../../ledger/index.ts'
import type { PayWay } from '../rules/pay-out.ts'
import { duesOnALine } from '../store/pay-outs.ts'
import { listPayWishes, personsAtCashDesk } from '../store/pay-wishes.ts'
import { knowPersons } from './read-pay-out.ts'

/** A sum that may be put on the list of a day. */
export type ChoosableDue = {
  readonly due: Due
  readonly name: string | null
  /** How she wants it; null where nobody asked her. */
  readonly wish: PayWay | null
}
export type ChooseAsked = {
  /** Of one case; of all where null. */
  readonly complaintId: string | null
  /** Also of whom nobody asked, or who want it in another way. */
  readonly everybody: boolean
  /** These before all others: what was left open on another day. */
  readonly dueIds: readonly string[]
}
/** As many as one page shows. */
export const mostChoosable = 300

/** What is owed and waits on no list: of those who want it at the cash desk, or of everybody. */
export async function listChoosable(
  tx: Tx,
  vault: Vault,
  asked: ChooseAsked,
): Promise<ChoosableDue[]> {
  const open = (await findOpen(tx, asked)).filter(({ owed }) => owed > 0n)
  const taken = await duesOnALine(
    tx,
    open.map(({ id }) => id),
  )
  const dues = open.filter(({ id }) => !taken.has(id)).slice(0, mostChoosable)
  const personOf = ({ caseId, beneficiaryId }: Due) => ({
    ...{ complaintId: caseId, personId: beneficiaryId },
  })
  const known = await knowPersons(tx, vault, dues.map(personOf))
  const wishes = await listPayWishes(
    tx,
    dues.map(({ beneficiaryId }) => beneficiaryId),
  )
  return dues.map((due) => ({
    due,
    name: known(personOf(due)).name,
    wish: wishes.get(due.beneficiaryId) ?? null,
  }))
}

async function findOpen(
  tx: Tx,
  { complaintId, everybody, dueIds }: ChooseAsked,
): Promise<readonly Due[]> {
  if (dueIds.length > 0) return listDues(tx, { ids: dueIds as DueId[] })
  const asked = {
    ...{ openOnly: true, limit: 2 * mostChoosable },
    ...(complaintId ? { caseIds: [complaintId] } : {}),
  }
  if (everybody) return listDues(tx, asked)
  return listDues(tx, { ...asked, beneficiaryIds: await personsAtCashDesk(tx) })
}
