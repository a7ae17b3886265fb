import { complainantActor } from '../../../kernel/actor.ts'
import type { Tx } from '../../../platform/db.ts'
import type { Files } from '../../../platform/files/files.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import { sampleActiveDocument, sampleReceipt, sampleRecording } from '../../evidence/index.ts'
import { giveEvidence } from '../actions/give-evidence.ts'
import { listKnownReceipts } from './known-receipts.ts'

export type FillEvidence = { readonly vault: Vault; readonly files: Files; readonly now: Date }

/** A photo, a recording and a document that is refused, in the cases whose receipts everybody knows. */
export async function fillDemonstrationEvidence(
  tx: Tx,
  { vault, files, now }: FillEvidence,
): Promise<void> {
  const given = [await sampleReceipt(), sampleRecording(), sampleActiveDocument()]
  const at = new Date(now.getTime() - 3_600_000)
  for (const { id } of await listKnownReceipts(tx, vault)) {
    const gift = { vault, files, complaintId: id, given, at }
    const kept = await giveEvidence(tx, complainantActor(id), {
      ...{ ...gift, origin: 'complainant-follow' },
    })
    if (!kept.ok) throw new Error('the demonstration’s files are refused')
  }
}
