import { type Actor, hasRole } from '../../../kernel/actor.ts'
import type { Day } from '../../../kernel/days.ts'
import { isUuid } from '../../../kernel/ids.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db.ts'
import { recordEvent } from '../../../platform/events/record-event.ts'
import { nameKey } from '../../../platform/text/index.ts'
import { createPersonKey, openPersonKeys } from '../../../platform/vault/person-keys.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import { assignComplaint, findComplaint } from '../store/complaint.ts'
import {
  endConflictRow,
  insertConflict,
  listOwnInConflict,
  listSealedConflicts,
  type SealedConflict,
} from '../store/conflict.ts'
import { onCase } from './held-case.ts'
import { findRespondent } from './match-respondent.ts'
import { respondentIndex } from './seal-complaint.ts'

export type DeclareConflict = {
  readonly vault: Vault
  /** One of the two: an agency of the register, or somebody by name. */
  readonly agencyId: string | null
  readonly name: string | null
  readonly reason: string
  readonly since: Day
  readonly at: Date
}
export type ConflictRefusal = 'not-your-role' | 'with-whom-missing' | 'not-found'

/**
 * An officer says what stands between her and a matter. She cannot take or decide such cases from
 * now on, and those that she has go to somebody else; answers how many.
 */
export async function declareConflict(
  tx: Tx,
  actor: Actor,
  { vault, agencyId, name, reason, since, at }: DeclareConflict,
): Promise<Result<number, ConflictRefusal>> {
  if (!hasRole(actor, 'complaints-officer', 'complaints-head')) return refuse('not-your-role')
  if ((agencyId === null) === (name === null)) return refuse('with-whom-missing')
  if (agencyId !== null && !(await findRespondent(tx, agencyId))) return refuse('not-found')
  const { id: keyId, key } = await createPersonKey(tx, vault)
  await insertConflict(tx, {
    ...{ personId: actor.id, agencyId, keyId, since, at },
    nameSealed: name === null ? null : vault.seal(key, name),
    partyIndex: name === null ? null : respondentIndex(vault, name),
    workerIndex: name === null ? null : vault.blindIndex('worker-name', nameKey(name)),
    reasonSealed: vault.seal(key, reason),
  })
  return ok(await giveBack(tx, actor, at))
}

/** Her cases go back to their offices, and a lot is drawn among the others. */
async function giveBack(tx: Tx, actor: Actor, at: Date): Promise<number> {
  const cases = await listOwnInConflict(tx, actor.id)
  for (const { id } of cases) {
    const complaint = await findComplaint(tx, id)
    if (!complaint) continue
    const { officeId, area } = complaint
    await assignComplaint(tx, complaint, { officeId, area, ownerId: null })
    await recordEvent(tx, actor, onCase(complaint, { code: 'conflict-found', at, data: {} }))
  }
  return cases.length
}

/** What has ended stands no more between her and new cases. */
export async function endConflict(
  tx: Tx,
  { id, at }: { id: string; at: Date },
): Promise<Result<null, 'not-found'>> {
  return isUuid(id) && (await endConflictRow(tx, id, at)) ? ok(null) : refuse('not-found')
}

export type Conflict = Omit<SealedConflict, 'nameSealed' | 'reasonSealed' | 'keyId'> & {
  readonly name: string | null
  readonly reason: string | null
}

/** One's own declarations; a head reads everybody's. */
export async function readConflicts(tx: Tx, vault: Vault): Promise<Conflict[]> {
  const sealed = await listSealedConflicts(tx)
  const keys = await openPersonKeys(
    tx,
    vault,
    sealed.map(({ keyId }) => keyId),
  )
  return sealed.map(({ nameSealed, reasonSealed, keyId, ...rest }) => {
    const key = keys.get(keyId)
    return {
      ...rest,
      name: key && nameSealed ? vault.open(key, nameSealed) : null,
      reason: key ? vault.open(key, reasonSealed) : null,
    }
  })
}
