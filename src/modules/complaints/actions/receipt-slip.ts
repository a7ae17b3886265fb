import type { Tx } from '../../../platform/db.ts'
import type { NewComplaint } from '../rules/intake.ts'
import type { Received } from './submit-complaint.ts'
import { complaintTerms } from './terms.ts'

/** What the complainant is shown once, kept sealed until she has written it down. */
export type ReceiptSlip = {
  readonly number: string
  readonly secret: string
  readonly office: { readonly km: string; readonly en: string }
  readonly receivedAt: string
  /** Null while the term is not known. */
  readonly dueAt: string | null
  readonly dueIsUncertain: boolean
  readonly firstAnswerAt: string | null
  /** Lost digits can be issued anew only after a call to a safe contact. */
  readonly canBeRenewed: boolean
}

export async function makeSlip(
  tx: Tx,
  { number, secret, office }: Received,
  { complaint, receivedAt }: { complaint: NewComplaint; receivedAt: Date },
): Promise<ReceiptSlip> {
  const terms = await complaintTerms(tx, receivedAt)
  return {
    number,
    secret,
    office: { km: office.km, en: office.en },
    receivedAt: receivedAt.toISOString(),
    dueAt: terms.resolve.due?.dueAt.toISOString() ?? null,
    dueIsUncertain: terms.resolve.due?.uncertain ?? true,
    firstAnswerAt: terms.firstAnswer.due?.dueAt.toISOString() ?? null,
    canBeRenewed: complaint.openness !== 'anonymous' && complaint.contact !== null,
  }
}
