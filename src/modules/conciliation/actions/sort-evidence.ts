import type { Actor } from '../../../kernel/actor.ts'
import type { Money } from '../../../kernel/money.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import { listEvidence, type ShownEvidence } from '../../evidence/index.ts'
import type { CostKind, CostPayer } from '../rules/meeting.ts'
import {
  type BroughtBy,
  insertExhibit,
  type KeptBackReason,
  listExhibits,
} from '../store/exhibit.ts'
import { findMeeting, insertCost } from '../store/meeting.ts'
import { type AboutCase, type CaseRefusal, openCase, tell } from './about-case.ts'

export type SortEvidence = AboutCase & {
  readonly broughtBy: BroughtBy
  /** A file of the case, if it is one. */
  readonly evidenceId: string | null
  /** What it says, as both sides may read it. */
  readonly what: string
  /** Null where both sides may read it. */
  readonly keptBackWhy: KeptBackReason | null
}
export type SortRefusal =
  | CaseRefusal
  | 'conflict-of-interest'
  | 'no-such-evidence'
  | 'evidence-sorted-already'

/** Says of a piece of evidence what it shows, and whether the other side may read that. */
export async function sortEvidence(
  tx: Tx,
  actor: Actor,
  { broughtBy, evidenceId, what, keptBackWhy, ...about }: SortEvidence,
): Promise<Result<null, SortRefusal>> {
  const opened = await openCase(tx, actor, about)
  if (!opened.ok) return opened
  const { kept, key, agencyIds, inConflict } = opened.value
  if (inConflict.includes(actor.id)) return refuse('conflict-of-interest')
  const { vault, at } = about
  const files = evidenceId === null ? [] : await listEvidence(tx, vault, kept.id)
  if (evidenceId !== null && !files.some(({ id }) => id === evidenceId))
    return refuse('no-such-evidence')
  const added = await insertExhibit(tx, {
    ...{ complaintId: kept.id, broughtBy, evidenceId, shown: keptBackWhy === null, keptBackWhy },
    ...{ agencyIds, keyId: kept.keyId, whatSealed: vault.seal(key, what) },
    ...{ sortedBy: actor.id, sortedAt: at },
  })
  if (!added) return refuse('evidence-sorted-already')
  const data = { file: evidenceId, shown: keptBackWhy === null, why: keptBackWhy }
  await tell(tx, actor, opened.value, { type: 'conciliation.evidence-sorted', at, data })
  return ok(null)
}

/** Files of the case of which nobody has said yet whether both sides may read what they show. */
export async function unsortedEvidence(
  tx: Tx,
  vault: Vault,
  complaintId: string,
): Promise<ShownEvidence[]> {
  const [files, exhibits] = await Promise.all([
    listEvidence(tx, vault, complaintId),
    listExhibits(tx, complaintId),
  ])
  const sorted = new Set(exhibits.map(({ evidenceId }) => evidenceId))
  return files.filter(({ id, status }) => status !== 'refused' && !sorted.has(id))
}

export type AddCost = AboutCase & {
  readonly meetingId: string
  readonly kind: CostKind
  readonly money: Money
  readonly payer: CostPayer
}

/** What coming cost somebody, and who pays it: a cost of the case. */
export async function addCost(
  tx: Tx,
  actor: Actor,
  { meetingId, kind, money, payer, ...about }: AddCost,
): Promise<Result<null, CaseRefusal | 'not-a-sum'>> {
  const opened = await openCase(tx, actor, about)
  if (!opened.ok) return opened
  const { kept } = opened.value
  const meeting = await findMeeting(tx, meetingId)
  if (meeting?.complaintId !== kept.id) return refuse('not-found')
  if (money.minor <= 0n) return refuse('not-a-sum')
  const { at } = about
  await insertCost(tx, {
    ...{ complaintId: kept.id, meetingId: meeting.id, kind, payer, recordedBy: actor.id },
    ...{ minor: money.minor, currency: money.currency, recordedAt: at },
  })
  const data = { meeting: meeting.id, kind, payer }
  await tell(tx, actor, opened.value, { type: 'conciliation.cost-recorded', at, data })
  return ok(null)
}
