import type { Tx } from '../../../platform/db.ts'
import type { PersonKeyId } from '../../../platform/vault/person-keys.ts'
import type { CasePersonId, Sex, Situation } from '../rules/person.ts'
import type { PersonChange } from '../rules/person-change.ts'

type Asked = {
  readonly complaintId: string
  readonly ids: readonly string[]
  readonly change: PersonChange
  readonly at: Date
}

/** How many persons of the case were changed: one statement, however many they are. */
export async function changePersonRows(
  tx: Tx,
  { complaintId, ids, change, at }: Asked,
): Promise<number> {
  const changed = await tx`
    update case_person set ${tx(columnsOf(change, at))}, version = version + 1
    where complaint_id = ${complaintId} and id = any (${[...ids]}::uuid[])
      and (left_at is null) = ${change.what !== 'back'}`
  return changed.count
}

export type CorrectedColumns = {
  readonly name_sealed?: Buffer
  readonly name_index?: Buffer
  readonly sex?: Sex | null
  readonly minor?: boolean | null
  readonly situation?: Situation
}

export async function correctPersonRow(
  tx: Tx,
  id: CasePersonId,
  columns: CorrectedColumns,
): Promise<void> {
  if (Object.keys(columns).length === 0) return
  await tx`
    update case_person set ${tx({ ...columns })}, version = version + 1 where id = ${id}`
}

export async function replaceContact(
  tx: Tx,
  id: CasePersonId,
  contact: { readonly keyId: PersonKeyId; readonly sealed: Buffer; readonly index: Buffer },
): Promise<void> {
  await tx`
    update case_person set contact_key_id = ${contact.keyId}, contact_sealed = ${contact.sealed},
      contact_index = ${contact.index}, version = version + 1
    where id = ${id}`
}

function columnsOf(change: PersonChange, at: Date) {
  switch (change.what) {
    case 'situation':
      return { situation: change.situation }
    case 'sex':
      return { sex: change.sex }
    case 'minor':
      return { minor: change.minor }
    case 'joins':
      return { joins: change.joins, joins_at: change.joins === 'not-asked' ? null : at }
    case 'name-shown':
      return { name_shown: change.shown }
    case 'left':
      return { left_at: at, left_why: change.why }
    case 'back':
      return { left_at: null, left_why: null }
  }
}
