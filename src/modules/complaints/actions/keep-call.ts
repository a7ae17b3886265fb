import type { Actor } from '../../../kernel/actor.ts'
import type { Tx } from '../../../platform/db.ts'
import { recordEvent } from '../../../platform/events/record-event.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import type { Complaint } from '../rules/complaint.ts'
import type { WithdrawalCall } from '../rules/withdrawal.ts'
import { insertCall } from '../store/withdrawal-call.ts'
import { caseKey, onCase } from './held-case.ts'

type Kept = {
  readonly vault: Vault
  readonly complaint: Complaint
  readonly call: WithdrawalCall
  readonly words: string | null
  readonly at: Date
}

/** Who called, when, with whom, what was asked and what was heard. */
export async function keepCall(
  tx: Tx,
  actor: Actor,
  { vault, complaint, call, words, at }: Kept,
): Promise<void> {
  const { id: keyId, key } = await caseKey(tx, vault, complaint)
  const heardSealed = vault.seal(key, words ?? '')
  await insertCall(tx, complaint, { ...call, calledBy: actor.id, keyId, heardSealed })
  const { spokeWith, asked } = call
  await recordEvent(tx, actor, {
    ...onCase(complaint, { code: 'withdrawal-call-noted', at, data: { spokeWith, asked } }),
    visibleTo: ['officer', 'complainant'],
  })
}
