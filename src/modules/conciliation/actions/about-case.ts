import { type Actor, hasRole } from '../../../kernel/actor.ts'
import { isUuid } from '../../../kernel/ids.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db.ts'
import { recordEvent } from '../../../platform/events/record-event.ts'
import { openPersonKeys } from '../../../platform/vault/person-keys.ts'
import type { DataKey, Vault } from '../../../platform/vault/vault.ts'
import {
  findComplaint,
  findGuardedCase,
  type GuardedCase,
  listSealedParties,
} from '../../complaints/index.ts'
import { officersInConflict } from '../store/conflict.ts'

/** A case and the moment at which something is done with it. */
export type AboutCase = {
  readonly vault: Vault
  readonly complaintId: string
  readonly at: Date
}

/** What every action here has to know of the case that it is about. */
export type OpenCase = {
  readonly kept: GuardedCase
  readonly key: DataKey
  /** The agencies that the case is against: they are invited, and read what is issued. */
  readonly agencyIds: readonly string[]
  readonly inConflict: readonly string[]
}
export type CaseRefusal = 'not-found' | 'not-your-role' | 'case-is-forgotten'

/** The case for one of its officers, with its key. */
export async function openCase(
  tx: Tx,
  actor: Actor,
  { vault, complaintId }: AboutCase,
): Promise<Result<OpenCase, CaseRefusal>> {
  if (!hasRole(actor, 'complaints-officer', 'complaints-head')) return refuse('not-your-role')
  const kept = isUuid(complaintId) ? await findGuardedCase(tx, complaintId) : null
  if (!kept) return refuse('not-found')
  const key = (await openPersonKeys(tx, vault, [kept.keyId])).get(kept.keyId)
  if (!key) return refuse('case-is-forgotten')
  const [agencyIds, inConflict] = await Promise.all([
    agenciesOf(tx, complaintId),
    officersInConflict(tx, complaintId),
  ])
  return ok({ kept, key, agencyIds, inConflict })
}

/** Respondents that the register knows, each once. */
export async function agenciesOf(tx: Tx, complaintId: string): Promise<string[]> {
  const [complaint, parties] = await Promise.all([
    findComplaint(tx, complaintId),
    listSealedParties(tx, complaintId),
  ])
  const now = parties.filter(({ role, endedAt }) => role === 'respondent' && endedAt === null)
  const ids = [complaint?.agencyId ?? null, ...now.map(({ agencyId }) => agencyId)]
  return [...new Set(ids.flatMap((id) => id ?? []))]
}

export type Told = {
  readonly type: string
  readonly at: Date
  readonly data?: Readonly<Record<string, unknown>>
  /** Also on the complainant's own timeline. */
  readonly toComplainant?: boolean
}

/** What happened, on the case's own timeline: codes only. */
export const tell = (
  tx: Tx,
  actor: Actor,
  { kept }: Pick<OpenCase, 'kept'>,
  { type, at, data = {}, toComplainant = false }: Told,
): Promise<void> =>
  recordEvent(tx, actor, {
    ...{ recordType: 'complaint', recordId: kept.id, type, at, area: kept.area, data },
    visibleTo: toComplainant ? ['officer', 'complainant'] : ['officer'],
  })
