import { type Actor, hasRole } from '../../../kernel/actor.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db.ts'
import { openPersonKeys, type PersonKeyId } from '../../../platform/vault/person-keys.ts'
import type { DataKey, Vault } from '../../../platform/vault/vault.ts'
import { caseHandlers } from '../rules/case-tasks.ts'
import type { Complaint } from '../rules/complaint.ts'
import { isOpen } from '../rules/lifecycle.ts'
import { holdComplaint } from '../store/complaint.ts'
import { getDetails } from '../store/details.ts'

export type HoldRefusal = 'not-found' | 'not-your-role' | 'case-is-finished'

/** An open case in the hands of an officer, until the end of the transaction. */
export async function holdOpenCase(
  tx: Tx,
  actor: Actor,
  complaintId: string,
): Promise<Result<Complaint, HoldRefusal>> {
  const complaint = await holdComplaint(tx, complaintId)
  if (!complaint) return refuse('not-found')
  if (!hasRole(actor, ...caseHandlers)) return refuse('not-your-role')
  return isOpen(complaint.status) ? ok(complaint) : refuse('case-is-finished')
}

/** The key under which the words of a case lie. */
export async function caseKey(
  tx: Tx,
  vault: Vault,
  { id }: Pick<Complaint, 'id'>,
): Promise<{ readonly id: PersonKeyId; readonly key: DataKey }> {
  const { keyId } = await getDetails(tx, id)
  const key = (await openPersonKeys(tx, vault, [keyId])).get(keyId)
  if (!key) throw new Error('the key of an open complaint is gone')
  return { id: keyId, key }
}

/** Where an event of a case stands, and who sees it. */
export const onCase = (
  { id, area }: Pick<Complaint, 'id' | 'area'>,
  { code, at, data }: { code: string; at: Date; data: Record<string, unknown> },
) => ({
  ...{ recordType: 'complaint', recordId: id, type: `complaint.${code}`, at, area, data },
  visibleTo: ['officer' as const],
})
