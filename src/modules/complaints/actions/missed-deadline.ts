import type { Actor } from '../../../kernel/actor.ts'
import { type Day, dayOf } from '../../../kernel/days.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db.ts'
import { recordEvent } from '../../../platform/events/record-event.ts'
import { openPersonKeys } from '../../../platform/vault/person-keys.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import type { Misser } from '../rules/missed-deadline.ts'
import { insertMissed, listSealedMissed, type SealedMissed } from '../store/missed-deadline.ts'
import { caseKey, type HoldRefusal, holdOpenCase, onCase } from './held-case.ts'

export type RecordMissed = {
  readonly vault: Vault
  readonly complaintId: string
  readonly byWhom: Misser
  /** The first day on which it was late. */
  readonly since: Day
  readonly what: string
  readonly why: string | null
  readonly after: string | null
  readonly at: Date
}

/** Writes down that somebody let a day pass; nothing is changed by it, and it stays. */
export async function recordMissedDeadline(
  tx: Tx,
  actor: Actor,
  { vault, complaintId, byWhom, since, what, why, after, at }: RecordMissed,
): Promise<Result<null, HoldRefusal | 'not-missed-yet'>> {
  const held = await holdOpenCase(tx, actor, complaintId)
  if (!held.ok) return held
  if (since > dayOf(at)) return refuse('not-missed-yet')
  const key = await caseKey(tx, vault, held.value)
  const seal = (text: string | null) => (text === null ? null : vault.seal(key.key, text))
  await insertMissed(tx, held.value.id, {
    ...{ byWhom, since, keyId: key.id, whatSealed: vault.seal(key.key, what) },
    ...{ whySealed: seal(why), thenSealed: seal(after), recordedBy: actor.id, recordedAt: at },
  })
  const data = { byWhom, since }
  await recordEvent(tx, actor, onCase(held.value, { code: 'deadline-missed', at, data }))
  return ok(null)
}

export type MissedDeadline = Pick<SealedMissed, 'id' | 'byWhom' | 'since' | 'recordedAt'> & {
  /** Null once the words were forgotten at the end of their term. */
  readonly what: string | null
  readonly why: string | null
  readonly after: string | null
}

export async function readMissed(
  tx: Tx,
  vault: Vault,
  complaintId: string,
): Promise<MissedDeadline[]> {
  const rows = await listSealedMissed(tx, complaintId)
  const keys = await openPersonKeys(tx, vault, [...new Set(rows.map(({ keyId }) => keyId))])
  return rows.map(({ keyId, whatSealed, whySealed, thenSealed, ...row }) => {
    const key = keys.get(keyId)
    const open = (sealed: Uint8Array | null) => (key && sealed ? vault.open(key, sealed) : null)
    return { ...row, what: open(whatSealed), why: open(whySealed), after: open(thenSealed) }
  })
}
