import type { Actor } from '../../../kernel/actor.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db.ts'
import { recordEvent } from '../../../platform/events/record-event.ts'
import { newId } from '../../../platform/new-id.ts'
import { nameKey } from '../../../platform/text/index.ts'
import { createPersonKeys } from '../../../platform/vault/person-keys.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import type { Complaint } from '../rules/complaint.ts'
import { isOpen } from '../rules/lifecycle.ts'
import { mostPersonsAtOnce, type NewPerson } from '../rules/new-person.ts'
import { type CasePersonId, directionOf } from '../rules/person.ts'
import { holdComplaint } from '../store/complaint.ts'
import { insertPersons, lastPosition, type PersonRow } from '../store/new-persons.ts'
import { beginPersons } from '../store/person.ts'
import { discloseInOpenInquiries } from './ask-agency.ts'
import { contactIndex } from './seal-complaint.ts'

export type AddPersons = {
  readonly vault: Vault
  readonly complaintId: string
  /** As the case stood when the list was read; null where nobody read it. */
  readonly version: number | null
  readonly persons: readonly NewPerson[]
  readonly at: Date
}
export type AddPersonsRefusal =
  | 'not-found'
  | 'changed-meanwhile'
  | 'case-is-finished'
  | 'anonymous-stays-unknown'
  | 'nobody-to-add'
  | 'too-many-at-once'

/**
 * Puts persons into a case while it is open, hundreds in a few questions, each with a key of her
 * own for her name and another for how to reach her. Answers with their ids, in the order given.
 */
export async function addPersons(
  tx: Tx,
  actor: Actor,
  { vault, complaintId, version, persons, at }: AddPersons,
): Promise<Result<readonly CasePersonId[], AddPersonsRefusal>> {
  // Held, so that two lists entered at once do not take the same places.
  const complaint = await holdComplaint(tx, complaintId)
  if (!complaint) return refuse('not-found')
  if (version !== null && version !== complaint.version) return refuse('changed-meanwhile')
  if (!isOpen(complaint.status)) return refuse('case-is-finished')
  if (complaint.openness === 'anonymous') return refuse('anonymous-stays-unknown')
  if (persons.length === 0) return refuse('nobody-to-add')
  if (persons.length > mostPersonsAtOnce) return refuse('too-many-at-once')

  await beginPersons(tx, complaint.id)
  const rows = await sealPersons(tx, { vault, complaint, persons, at })
  await insertPersons(tx, rows, actor.id)
  await recordEvent(tx, actor, {
    ...{ recordType: 'complaint', recordId: complaint.id, type: 'complaint.persons-added', at },
    area: complaint.area,
    data: { count: rows.length },
    visibleTo: ['officer', 'complainant'],
  })
  await discloseInOpenInquiries(tx, vault, complaint)
  return ok(rows.map(({ id }) => id))
}

async function sealPersons(
  tx: Tx,
  {
    vault,
    complaint,
    persons,
    at,
  }: Pick<AddPersons, 'vault' | 'persons' | 'at'> & { readonly complaint: Complaint },
): Promise<PersonRow[]> {
  const reached = persons.filter(({ contact }) => contact !== null).length
  const [keys, last] = await Promise.all([
    createPersonKeys(tx, vault, persons.length + reached),
    lastPosition(tx, complaint.id),
  ])
  const nextKey = () => {
    const key = keys.pop()
    if (!key) throw new Error('too few keys were made')
    return key
  }
  return persons.map((person, index) => {
    const key = nextKey()
    const contactKey = person.contact === null ? null : nextKey()
    return {
      id: newId<CasePersonId>(),
      ...{ complaintId: complaint.id, area: complaint.area, position: last + 1 + index, at },
      keyId: key.id,
      nameSealed: vault.seal(key.key, person.name),
      nameIndex: vault.blindIndex('worker-name', nameKey(person.name)),
      contactKeyId: contactKey?.id ?? null,
      contactSealed: contactKey && vault.seal(contactKey.key, person.contact ?? ''),
      contactIndex: person.contact === null ? null : contactIndex(vault, person.contact),
      ...{ sex: person.sex, minor: person.minor, situation: person.situation, joins: person.joins },
      claims: person.claims.map((claim) => ({ ...claim, direction: directionOf(claim.kind) })),
    }
  })
}
