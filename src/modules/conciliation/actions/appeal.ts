import type { Actor } from '../../../kernel/actor.ts'
import { dayOf } from '../../../kernel/days.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db.ts'
import { recordEvent } from '../../../platform/events/record-event.ts'
import { openPersonKeys } from '../../../platform/vault/person-keys.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import { type EndRefusal, endOutcome } from '../../compensation/index.ts'
import { findGuardedCase, moveComplaint } from '../../complaints/index.ts'
import {
  type AppealSide,
  checkDecision,
  type DecisionRefusal,
  decisionEventOf,
  type Ruling,
} from '../rules/decision.ts'
import { officersInConflict } from '../store/conflict.ts'
import {
  type DecisionRow,
  findDecision,
  insertAppeal,
  keepRuling,
  listAppeals,
  moveDecision,
  releasePersons,
} from '../store/decision.ts'
import { tell } from './about-case.ts'
import { stopAnswerClocks } from './answer-proposal.ts'
import { type AboutDecision, type DecisionStepRefusal, readyDecision } from './sign-decision.ts'

export type LodgeAppeal = {
  readonly vault: Vault
  readonly decisionId: string
  /** By an officer for whom it came on paper; else whoever appeals says it by being that side. */
  readonly side: AppealSide | null
  readonly grounds: string
  readonly at: Date
}
export type AppealRefusal =
  | DecisionRefusal
  | 'not-found'
  | 'case-is-forgotten'
  | 'appeal-whose'
  | 'changed-meanwhile'

/** Either side, in its time; with the receipt, from the agency's own page, or on paper. */
export async function lodgeAppeal(
  tx: Tx,
  actor: Actor,
  { vault, decisionId, side: given, grounds, at }: LodgeAppeal,
): Promise<Result<null, AppealRefusal>> {
  const decision = await findDecision(tx, decisionId)
  if (!decision) return refuse('not-found')
  const side = sideOf(actor) ?? given
  if (side === null) return refuse('appeal-whose')
  const appeals = await listAppeals(tx, [decision.id])
  const isOfficer = sideOf(actor) === null
  const inConflict = isOfficer ? await officersInConflict(tx, decision.complaintId) : []
  const allowed = checkDecision(decision, 'appeal', {
    ...{ actor, side, mediators: [], today: dayOf(at) },
    hasConflict: inConflict.includes(actor.id),
    appealedBy: appeals.map((one) => one.side),
  })
  if (!allowed.ok) return allowed
  const key = (await openPersonKeys(tx, vault, [decision.keyId])).get(decision.keyId)
  if (!key) return refuse('case-is-forgotten')
  const { complaintId, keyId } = decision
  const added = await insertAppeal(tx, {
    ...{ decisionId: decision.id, complaintId, side, lodgedAt: at, lodgedBy: actor.id, keyId },
    groundsSealed: vault.seal(key, grounds),
  })
  if (!added) return refuse('appealed-already')
  if (!(await moveDecision(tx, decision, { to: 'appealed' }))) return refuse('changed-meanwhile')
  const area = (await findGuardedCase(tx, complaintId))?.area ?? null
  await recordEvent(tx, actor, {
    ...{ recordType: 'complaint', recordId: complaintId, type: decisionEventOf.appeal, at, area },
    agencyId: actor.agencyId,
    data: { decision: decision.id, side },
    visibleTo: ['officer', 'complainant'],
  })
  return ok(null)
}

const sideOf = (actor: Actor): AppealSide | null => {
  if (actor.kind === 'complainant') return 'worker'
  return actor.agencyId === null ? null : 'agency'
}

export type RuleOnAppeal = AboutDecision & { readonly ruling: Ruling; readonly reasons: string }
type MoveRefusal = Extract<Awaited<ReturnType<typeof moveComplaint>>, { ok: false }>['refusal']

/**
 * Another officer or a head hears both appeals at once. Changed or set aside, nothing of it holds
 * for these persons any more, and whoever hears it writes what holds instead.
 */
export async function ruleOnAppeal(
  tx: Tx,
  actor: Actor,
  { ruling, reasons, ...about }: RuleOnAppeal,
): Promise<Result<null, DecisionStepRefusal | MoveRefusal | EndRefusal>> {
  const ready = await readyDecision(tx, actor, { ...about, action: ruling })
  if (!ready.ok) return ready
  const { opened, decision } = ready.value
  const { vault, at } = about
  const to = ruled[ruling]
  const sealed = vault.seal(opened.key, reasons)
  if (!(await keepRuling(tx, decision, { to, ruledBy: actor.id, at, sealed })))
    return refuse('changed-meanwhile')
  if (ruling !== 'uphold') {
    await releasePersons(tx, decision.id)
    const ended = await endWhatItOwed(tx, decision, at)
    if (!ended.ok) return ended
  }
  await stopAnswerClocks(tx, decision, at)
  if (ruling !== 'uphold' && opened.kept.status === 'performance') {
    const step = { vault, id: opened.kept.id, action: 'resume', words: reasons, at } as const
    const moved = await moveComplaint(tx, actor, { ...step, version: null })
    if (!moved.ok) return moved
  }
  const data = { decision: decision.id }
  const told = { type: decisionEventOf[ruling], at, data, toComplainant: true }
  await tell(tx, actor, opened, told)
  return ok(null)
}

/** What was not paid is owed no more; what was paid counts towards what is decided instead. */
const endWhatItOwed = async (
  tx: Tx,
  { outcomeId }: DecisionRow,
  at: Date,
): Promise<Result<null, EndRefusal>> =>
  outcomeId === null ? ok(null) : endOutcome(tx, { outcomeId, why: 'appeal', at })

const ruled = { uphold: 'upheld', change: 'changed', 'set-aside': 'set-aside' } as const
