import type { Actor } from '../../../kernel/actor.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db.ts'
import {
  type BestInterestRefusal,
  type BestInterestStep,
  type Guardian,
  type Involved,
  refuseDecision,
  refuseProposal,
} from '../rules/best-interest.ts'
import {
  type BestInterestRow,
  decideBest,
  insertStep,
  listBestInterests,
  openBestInterest,
  proposeBest,
  setGuardian,
} from '../store/best-interest.ts'
import { type AboutCase, type CaseRefusal, openCase, tell } from './about-case.ts'

type Refusal = CaseRefusal | BestInterestRefusal | 'changed-meanwhile'

export async function openForChild(
  tx: Tx,
  actor: Actor,
  about: AboutCase & {
    readonly personId: string | null
    readonly guardian: Guardian
    readonly involved: Involved
  },
): Promise<Result<null, CaseRefusal>> {
  const opened = await openCase(tx, actor, about)
  if (!opened.ok) return opened
  const { kept } = opened
  const { personId, guardian, involved, at } = about
  const one = { complaintId: kept.id, keyId: kept.keyId, personId, guardian, involved }
  await openBestInterest(tx, { ...one, by: actor.id, at })
  await tell(tx, actor, kept, { type: 'protection.best-interest-opened', at })
  return ok(null)
}

type OfProcedure = AboutCase & { readonly procedureId: string; readonly version: number }

/** One more thing was done; with it whoever stands for the child may turn out to be another. */
export async function doStep(
  tx: Tx,
  actor: Actor,
  about: OfProcedure & {
    readonly step: BestInterestStep
    readonly guardian: Guardian
    readonly involved: Involved
  },
): Promise<Result<null, Refusal>> {
  const found = await find(tx, actor, about)
  if (!found.ok) return found
  if (found.row.status !== 'open') return refuse('not-in-this-status')
  const { step, guardian, involved, at } = about
  if (!(await insertStep(tx, { id: found.row.id, step, by: actor.id, at })))
    return refuse('already-done')
  await setGuardian(tx, { id: found.row.id, guardian, involved })
  await tell(tx, actor, found.kept, { type: 'protection.best-interest-step', at, data: { step } })
  return ok(null)
}

/** One person says what is best. */
export async function proposeForChild(
  tx: Tx,
  actor: Actor,
  about: OfProcedure & { readonly decision: string },
): Promise<Result<null, Refusal>> {
  const found = await find(tx, actor, about)
  if (!found.ok) return found
  const refusal = refuseProposal(found.row)
  if (refusal) return refuse(refusal)
  const { id, version } = found.row
  const decisionSealed = found.words.seal(about.decision)
  if (!(await proposeBest(tx, { id, version, by: actor.id, at: about.at, decisionSealed })))
    return refuse('changed-meanwhile')
  await tell(tx, actor, found.kept, { type: 'protection.best-interest-proposed', at: about.at })
  return ok(null)
}

/** A second person decides. */
export async function decideForChild(
  tx: Tx,
  actor: Actor,
  about: OfProcedure,
): Promise<Result<null, Refusal>> {
  const found = await find(tx, actor, about)
  if (!found.ok) return found
  const refusal = refuseDecision(found.row, actor.id)
  if (refusal) return refuse(refusal)
  const { id, version } = found.row
  if (!(await decideBest(tx, { id, version, by: actor.id, at: about.at })))
    return refuse('changed-meanwhile')
  await tell(tx, actor, found.kept, { type: 'protection.best-interest-decided', at: about.at })
  return ok(null)
}

async function find(tx: Tx, actor: Actor, about: OfProcedure) {
  const opened = await openCase(tx, actor, about)
  if (!opened.ok) return opened
  const rows = await listBestInterests(tx, opened.kept.id)
  const row: BestInterestRow | undefined = rows.find(({ id }) => id === about.procedureId)
  if (!row) return refuse('not-found' as const)
  if (row.version !== about.version) return refuse('changed-meanwhile' as const)
  return { ...opened, row }
}
