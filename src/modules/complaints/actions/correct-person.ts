import type { Actor } from '../../../kernel/actor.ts'
import type { Day } from '../../../kernel/days.ts'
import { isUuid } from '../../../kernel/ids.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db.ts'
import { recordEvent } from '../../../platform/events/record-event.ts'
import { nameKey } from '../../../platform/text/index.ts'
import { createPersonKey, openPersonKeys } from '../../../platform/vault/person-keys.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import type { Complaint } from '../rules/complaint.ts'
import { type Corrected, type Correction, changesOf } from '../rules/correction.ts'
import type { CasePerson, StatementSource } from '../rules/person.ts'
import { correctPersonRow, replaceContact } from '../store/change-persons.ts'
import { listSealedStatements } from '../store/group.ts'
import { insertStatement } from '../store/new-parts.ts'
import { findPersons, listSealedNames } from '../store/person.ts'
import { discloseInOpenInquiries } from './ask-agency.ts'
import { caseKey, type HoldRefusal, holdOpenCase, onCase } from './held-case.ts'
import { contactIndex } from './seal-complaint.ts'

export type CorrectPerson = {
  readonly vault: Vault
  readonly complaintId: string
  readonly personId: string
  readonly right: Correction
  /** Who says what is right, and when. */
  readonly source: StatementSource
  readonly saidOn: Day | null
  readonly at: Date
}
export type CorrectPersonRefusal = HoldRefusal | 'nothing-is-new' | 'first-has-the-contact'

/**
 * Puts right what was written wrongly about somebody. What stood there before stays beside it, each
 * with its source and day; an agency that was asked reads the right name from then on.
 */
export async function correctPerson(
  tx: Tx,
  actor: Actor,
  asked: CorrectPerson,
): Promise<Result<null, CorrectPersonRefusal>> {
  const held = await holdOpenCase(tx, actor, asked.complaintId)
  if (!held.ok) return held
  const complaint = held.value
  const [person] = isUuid(asked.personId) ? await findPersons(tx, [asked.personId]) : []
  if (person?.complaintId !== complaint.id) return refuse('not-found')
  // How to reach the first stands with the case, under a safe way that she chose.
  if (asked.right.contact !== undefined && person.position === 1)
    return refuse('first-has-the-contact')
  const named = await openName(tx, asked.vault, person)
  const changes = changesOf({ ...person, name: named.name }, asked.right)
  if (changes.length === 0 && asked.right.contact === undefined) return refuse('nothing-is-new')
  await keepBoth(tx, actor, { ...asked, complaint, person, changes })
  await write(tx, { ...asked, person, named })
  const fields = [...changes.map(({ field }) => field), ...(asked.right.contact ? ['contact'] : [])]
  const data = { person: person.id, fields, source: asked.source }
  await recordEvent(tx, actor, onCase(complaint, { code: 'person-corrected', at: asked.at, data }))
  await discloseInOpenInquiries(tx, asked.vault, complaint)
  return ok(null)
}

type Named = Awaited<ReturnType<typeof openName>>

async function openName(tx: Tx, vault: Vault, { id }: CasePerson) {
  const [sealed] = await listSealedNames(tx, [id])
  const key = sealed && (await openPersonKeys(tx, vault, [sealed.keyId])).get(sealed.keyId)
  if (!key) throw new Error('the key of a person of an open case is gone')
  return { key, name: sealed.nameSealed && vault.open(key, sealed.nameSealed) }
}

type Keep = CorrectPerson & {
  readonly complaint: Complaint
  readonly person: CasePerson
  readonly changes: readonly Corrected[]
}

/** The first correction of a thing keeps what stood there before; each keeps what is said now. */
async function keepBoth(tx: Tx, actor: Actor, { vault, ...kept }: Keep): Promise<void> {
  const { complaint, person, changes, source, saidOn, at } = kept
  const key = await caseKey(tx, vault, complaint)
  const before = await listSealedStatements(tx, complaint.id, person.id)
  const say = (
    value: string | null,
    said: Pick<Said, 'field' | 'source' | 'saidOn' | 'at' | 'by'>,
  ) =>
    value === null
      ? null
      : insertStatement(tx, complaint, {
          ...{ personId: person.id, field: said.field, source: said.source, saidOn: said.saidOn },
          ...{ keyId: key.id, valueSealed: vault.seal(key.key, value) },
          ...{ recordedBy: said.by, at: said.at },
        })
  for (const { field, from, to } of changes) {
    const first = { source: 'officer', saidOn: null, at: person.joinedAt, by: 'system' } as const
    if (!before.some((one) => one.field === field)) await say(from, { field, ...first })
    await say(to, { field, source, saidOn, at, by: actor.id })
  }
}

type Said = {
  readonly field: Corrected['field']
  readonly source: StatementSource
  readonly saidOn: Day | null
  readonly at: Date
  readonly by: string
}

async function write(
  tx: Tx,
  { vault, person, right, named }: CorrectPerson & { person: CasePerson; named: Named },
): Promise<void> {
  const { name, contact, ...facts } = right
  await correctPersonRow(tx, person.id, {
    ...facts,
    ...(name === undefined
      ? {}
      : {
          name_sealed: vault.seal(named.key, name),
          name_index: vault.blindIndex('worker-name', nameKey(name)),
        }),
  })
  if (contact === undefined) return
  // A key of its own: how to reach her is forgotten sooner than the rest.
  const key = await createPersonKey(tx, vault)
  await replaceContact(tx, person.id, {
    keyId: key.id,
    sealed: vault.seal(key.key, contact),
    index: contactIndex(vault, contact),
  })
}
