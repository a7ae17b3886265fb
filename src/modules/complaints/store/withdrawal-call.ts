import type { Tx } from '../../../platform/db.ts'
import type { Complaint } from '../rules/complaint.ts'
import type { WithdrawalCall } from '../rules/withdrawal.ts'

export async function insertCall(
  tx: Tx,
  { id, area }: Pick<Complaint, 'id' | 'area'>,
  call: WithdrawalCall & {
    readonly calledBy: string
    readonly keyId: string
    readonly heardSealed: Buffer
  },
): Promise<void> {
  await tx`
    insert into withdrawal_call (complaint_id, area, called_by, called_at, spoke_with, asked, key_id,
      heard_sealed)
    values (${id}, ${area}, ${call.calledBy}, ${call.calledAt}, ${call.spokeWith},
      ${[...call.asked]}, ${call.keyId}, ${call.heardSealed})`
}
