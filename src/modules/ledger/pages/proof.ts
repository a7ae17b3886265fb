import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db.ts'
import type { FieldErrors } from '../../../platform/http/form.ts'
import type { Upload, Visit } from '../../../platform/http/route.ts'
import { createPersonKey } from '../../../platform/vault/person-keys.ts'
import { keepEvidence, mostBytes } from '../../evidence/index.ts'

/** The field that brings the paper, and how much of it. */
export const proofField = 'proof'
export const proofUploads = { most: 1, bytes: mostBytes } as const

export const proofOf = ({ uploads }: Visit): Upload | null =>
  uploads.find(({ field }) => field === proofField) ?? null

/** Refused before anything is written where no paper came. */
export const proofMissing: FieldErrors = { [proofField]: { key: 'ledger.field.proof.missing' } }

/** Keeps the slip, the guarantee or the letter of the bank beside what it proves. */
export async function keepProof(
  tx: Tx,
  visit: Visit,
  recordId: string,
): Promise<Result<null, FieldErrors>> {
  const { vault, files, actor, now: at } = visit
  const upload = proofOf(visit)
  if (!upload) return refuse(proofMissing)
  const kept = await keepEvidence(tx, actor, {
    ...{ vault, files, at, key: await createPersonKey(tx, vault), origin: 'officer-entry' },
    record: { type: 'deposit', id: recordId, area: nationalArea },
    given: [{ ...upload, name: upload.name.slice(0, 200) }],
  })
  return kept.ok
    ? ok(null)
    : refuse({ [proofField]: { key: `evidence.refused.${kept.refusal.reason}` } })
}

/** Deposits are the ministry's, of no province. */
const nationalArea = '00'
