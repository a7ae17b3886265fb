import { isUuid } from '../../../kernel/ids.ts'
import type { Tx } from '../../../platform/db.ts'
import { type Agency, listAgencies } from '../../agencies/index.ts'

/** The record of the register from whose page somebody complains; also one that has no licence. */
export async function agencyOfPage(tx: Tx, id: unknown): Promise<Agency | null> {
  if (typeof id !== 'string' || !isUuid(id)) return null
  return (await listAgencies(tx, [id as Agency['id']]))[0] ?? null
}
