import { type Actor, systemActor } from '../../../kernel/actor.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import { type Db, type Tx, transact } from '../../../platform/db.ts'
import { recordEvent } from '../../../platform/events/record-event.ts'
import type { Files } from '../../../platform/files/files.ts'
import { openPersonKeys } from '../../../platform/vault/person-keys.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import {
  type GivenFile,
  type KeepEvidence,
  type KeepRefusal,
  keepEvidence,
  kindFacts,
} from '../../evidence/index.ts'
import { answerInquiryRow, findInquiry, type SealedInquiry } from '../store/inquiry.ts'
import { takeComplaintAction } from './take-complaint-action.ts'

export type AnswerInquiry = {
  readonly vault: Vault
  readonly inquiryId: string
  readonly answer: string
  /** Photos and documents that prove it. */
  readonly proof?: { readonly files: Files; readonly given: readonly GivenFile[] }
  readonly at: Date
}
export type AnswerRefusal = 'not-found' | 'changed-meanwhile' | 'already-answered' | KeepRefusal

/** The agency answers; the case itself, which it cannot see, is moved by what follows. */
export async function answerInquiry(
  tx: Tx,
  actor: Actor,
  { vault, inquiryId, answer, proof, at }: AnswerInquiry,
): Promise<Result<null, AnswerRefusal>> {
  const inquiry = await findInquiry(tx, inquiryId)
  if (!inquiry || inquiry.agencyId !== actor.agencyId) return refuse('not-found')
  if (inquiry.status !== 'asked') return refuse('already-answered')
  const key = (await openPersonKeys(tx, vault, [inquiry.keyId])).get(inquiry.keyId)
  if (!key) throw new Error('the key of an open inquiry is gone')
  const kept = await keepProof(tx, actor, {
    ...{ vault, inquiry, at, proof, key: { id: inquiry.keyId, key } },
  })
  if (!kept.ok) return kept
  const answerSealed = vault.seal(key, answer)
  if (!(await answerInquiryRow(tx, inquiry, { answerSealed, by: actor.id, at })))
    return refuse('changed-meanwhile')
  await recordEvent(tx, actor, {
    ...{ recordType: 'agency_inquiry', recordId: inquiry.id, type: 'inquiry.answered', at },
    from: 'asked',
    to: 'answered',
    data: kept.value.length > 0 ? { files: kept.value } : {},
    area: inquiry.area,
    agencyId: inquiry.agencyId,
    visibleTo: ['officer', 'agency'],
  })
  return ok(null)
}

type Proof = Pick<KeepEvidence, 'vault' | 'key' | 'at'> & {
  readonly inquiry: SealedInquiry
  readonly proof: AnswerInquiry['proof'] | undefined
}

/** Under the inquiry's own key: the agency holds no other. Nobody of an agency is heard. */
async function keepProof(
  tx: Tx,
  actor: Actor,
  { inquiry, proof, ...around }: Proof,
): Promise<Result<readonly string[], KeepRefusal>> {
  if (!proof || proof.given.length === 0) return ok([])
  const record = { type: 'complaint', id: inquiry.complaintId, area: inquiry.area } as const
  const origin = 'agency-form'
  const files = { ...around, ...proof, record, origin, inquiryId: inquiry.id } as const
  const kept = await keepEvidence(tx, actor, files)
  if (!kept.ok) return kept
  const heard = kept.value.findIndex(({ kind }) => kindFacts[kind].family === 'audio')
  if (heard >= 0) return refuse({ index: heard, reason: 'kind-unknown' })
  return ok(kept.value.map(({ kind }) => kind))
}

/** Follows `inquiry.answered`: the complaint stands as answered, its clock for the agency stops. */
export async function receiveAgencyAnswer(
  { db, vault, now }: { db: Db; vault: Vault; now: () => Date },
  { recordId }: { recordId: string },
): Promise<void> {
  const actor = systemActor('receive-agency-answer')
  await transact(db, actor, async (tx) => {
    const inquiry = await findInquiry(tx, recordId)
    if (inquiry?.status !== 'answered') return ok(null)
    const at = inquiry.answeredAt ?? now()
    const step = { vault, complaintId: inquiry.complaintId, version: null, words: null, at }
    // Refused when somebody moved the case on meanwhile: the answer stands on the inquiry all the same.
    return takeComplaintAction(tx, actor, { ...step, action: 'receive-agency-answer' })
  })
}
