import { ok, type Result, refuse } from '../../../../kernel/result.ts'
import type { Tx } from '../../../../platform/db.ts'
import type { FieldErrors } from '../../../../platform/http/form.ts'
import type { Visit } from '../../../../platform/http/route.ts'
import { openPersonKeys } from '../../../../platform/vault/person-keys.ts'
import { findGuardedCase } from '../../../complaints/index.ts'
import { type EvidenceId, keepEvidence } from '../../../evidence/index.ts'

/** The slip or the sheet that came with a form, kept with the evidence of the case; null for none. */
export async function keepProof(
  tx: Tx,
  { vault, files, uploads, actor, now: at }: Visit,
  complaintId: string,
): Promise<Result<EvidenceId | null, FieldErrors>> {
  const sent = uploads.filter(({ field }) => field === 'proof')
  if (sent.length === 0) return ok(null)
  const found = await findGuardedCase(tx, complaintId)
  const key = found && (await openPersonKeys(tx, vault, [found.keyId])).get(found.keyId)
  if (!found || !key) return refuse({ proof: { key: 'refusal.not-found' } })
  const kept = await keepEvidence(tx, actor, {
    ...{ vault, files, at, key: { id: found.keyId, key }, origin: 'officer-entry' },
    record: { type: 'complaint', id: found.id, area: found.area },
    given: sent.map(({ name, bytes, whole }) => ({ name: name.slice(0, 200), bytes, whole })),
  })
  if (!kept.ok) return refuse({ proof: { key: `evidence.refused.${kept.refusal.reason}` } })
  return ok(kept.value[0]?.id ?? null)
}
