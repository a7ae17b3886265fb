import type { Actor } from '../../../kernel/actor.ts'
import type { Tx } from '../../../platform/db.ts'
import type { AppliedRule } from '../../law/index.ts'
import type { LicenceId } from '../rules/licence.ts'
import type { LicenceAction, LicenceReason } from '../rules/lifecycle.ts'

export type Decision = {
  readonly licenceId: LicenceId
  readonly action: LicenceAction
  readonly reason: LicenceReason
  /** In the officer's words; never shown to the public. */
  readonly note: string
  readonly rules: readonly AppliedRule[]
  readonly at: Date
}

export async function keepDecision(tx: Tx, actor: Actor, decision: Decision): Promise<void> {
  await tx`
    insert into licence_decision (licence_id, action, reason, note, rules, decided_by, decided_at)
    values (${decision.licenceId}, ${decision.action}, ${decision.reason}, ${decision.note},
      ${tx.json(decision.rules as never)}, ${actor.id}, ${decision.at})`
}

export type KeptDecision = {
  readonly action: LicenceAction
  readonly reason: LicenceReason
  readonly note: string
  readonly decidedBy: string
  readonly at: Date
}

/** For officers: row-level security gives nobody else any. The newest first. */
export async function listDecisions(tx: Tx, ids: readonly LicenceId[]): Promise<KeptDecision[]> {
  return tx<KeptDecision[]>`
    select action, reason, note, decided_by as "decidedBy", decided_at as at
    from licence_decision where licence_id = any (${[...ids]})
    order by decided_at desc, id desc limit 100`
}
