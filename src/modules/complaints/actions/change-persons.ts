import type { Actor } from '../../../kernel/actor.ts'
import { isUuid } from '../../../kernel/ids.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db.ts'
import { recordEvent } from '../../../platform/events/record-event.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import type { PersonChange } from '../rules/person-change.ts'
import { changePersonRows } from '../store/change-persons.ts'
import { discloseInOpenInquiries } from './ask-agency.ts'
import { type HoldRefusal, holdOpenCase, onCase } from './held-case.ts'

export type ChangePersons = {
  readonly vault: Vault
  readonly complaintId: string
  readonly personIds: readonly string[]
  readonly change: PersonChange
  readonly at: Date
}
/** What an agency that was asked may see of a group. */
const concernsOthers = ({ what }: PersonChange): boolean =>
  ['joins', 'name-shown', 'left', 'back'].includes(what)

export type ChangePersonsRefusal = HoldRefusal | 'nobody-chosen'

/**
 * One change of one or many persons of a case, in one question; answers how many it was. Who left
 * stays in the case's history, and may come back.
 */
export async function changePersons(
  tx: Tx,
  actor: Actor,
  { vault, complaintId, personIds, change, at }: ChangePersons,
): Promise<Result<number, ChangePersonsRefusal>> {
  const held = await holdOpenCase(tx, actor, complaintId)
  if (!held.ok) return held
  const ids = [...new Set(personIds)].filter(isUuid)
  const changed =
    ids.length === 0 ? 0 : await changePersonRows(tx, { complaintId, ids, change, at })
  if (changed === 0) return refuse('nobody-chosen')
  const code = change.what === 'left' ? 'person-left' : 'person-changed'
  const data = { ...change, count: changed, ...(ids.length === 1 ? { person: ids[0] } : {}) }
  await recordEvent(tx, actor, onCase(held.value, { code, at, data }))
  if (concernsOthers(change)) await discloseInOpenInquiries(tx, vault, held.value)
  return ok(changed)
}
