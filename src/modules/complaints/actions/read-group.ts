import type { Tx } from '../../../platform/db.ts'
import { openPersonKeys, type PersonKeyId } from '../../../platform/vault/person-keys.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import type { Complaint } from '../rules/complaint.ts'
import {
  countGroup,
  type GroupCounts,
  type ListedPerson,
  listGroup,
  listSealedClaims,
  listSealedParties,
  listSealedSpeakers,
  listSealedStatements,
  type PersonFilters,
  type SealedClaim,
  type SealedParty,
  type SealedSpeaker,
  type SealedStatement,
} from '../store/group.ts'

export type NamedPerson = Omit<
  ListedPerson,
  'keyId' | 'nameSealed' | 'speakerKeyId' | 'speakerSealed'
> & { readonly name: string | null; readonly speaker: string | null }
export type NamedParty = Omit<SealedParty, 'keyId' | 'nameSealed'> & {
  readonly name: string | null
}
export type Statement = Omit<SealedStatement, 'keyId' | 'valueSealed'> & {
  readonly value: string | null
}
export type Speaker = Omit<SealedSpeaker, 'keyId' | 'nameSealed'> & { readonly name: string | null }
export type OpenedClaim = Omit<SealedClaim, 'keyId' | 'basisSealed' | 'creditorSealed'> & {
  readonly basis: string | null
  readonly creditor: string | null
}

type Open = (keyId: PersonKeyId | null, sealed: Uint8Array | null) => string | null

/** Opens what lies under many keys, all read in one question. */
async function openerOf(tx: Tx, vault: Vault, ids: readonly (PersonKeyId | null)[]): Promise<Open> {
  const wanted = new Set(ids.filter((id) => id !== null))
  const keys = await openPersonKeys(tx, vault, [...wanted])
  return (keyId, sealed) => {
    const key = keyId === null ? undefined : keys.get(keyId)
    return key && sealed ? vault.open(key, sealed) : null
  }
}

/** What goes with the whole case, or with one of its persons. */
export type CaseParts = {
  readonly parties: readonly NamedParty[]
  readonly statements: readonly Statement[]
  /** The present one first. */
  readonly speakers: readonly Speaker[]
}

export async function readParts(
  tx: Tx,
  vault: Vault,
  { complaint, personId }: { complaint: Complaint; personId: string | null },
): Promise<CaseParts> {
  const [parties, statements, speakers] = await Promise.all([
    personId === null ? listSealedParties(tx, complaint.id) : [],
    listSealedStatements(tx, complaint.id, personId),
    listSealedSpeakers(tx, complaint.id, personId),
  ])
  const open = await openerOf(
    tx,
    vault,
    [...parties, ...statements, ...speakers].map(({ keyId }) => keyId),
  )
  return {
    parties: parties.map(({ keyId, nameSealed, ...party }) => ({
      ...party,
      name: open(keyId, nameSealed),
    })),
    statements: statements.map(({ keyId, valueSealed, ...said }) => ({
      ...said,
      value: open(keyId, valueSealed),
    })),
    speakers: speakers.map(({ keyId, nameSealed, ...speaker }) => ({
      ...speaker,
      name: open(keyId, nameSealed),
    })),
  }
}

export type GroupPage = {
  readonly counts: GroupCounts
  readonly persons: readonly NamedPerson[]
  /** The place after which the next page begins; null on the last. */
  readonly next: number | null
}

/** One page of the persons of a case with their names, in a handful of questions. */
export async function readGroup(
  tx: Tx,
  vault: Vault,
  ask: { complaintId: string; filters: PersonFilters; after: number; limit: number },
): Promise<GroupPage> {
  const { complaintId, filters, after, limit } = ask
  const [counts, found] = await Promise.all([
    countGroup(tx, complaintId),
    listGroup(tx, complaintId, { filters, after, limit: limit + 1 }),
  ])
  const shown = found.slice(0, limit)
  const persons = await namesOf(tx, vault, shown)
  return { counts, persons, next: found.length > limit ? (shown.at(-1)?.position ?? null) : null }
}

async function namesOf(
  tx: Tx,
  vault: Vault,
  listed: readonly ListedPerson[],
): Promise<NamedPerson[]> {
  const open = await openerOf(
    tx,
    vault,
    listed.flatMap(({ keyId, speakerKeyId }) => [keyId, speakerKeyId]),
  )
  return listed.map(({ keyId, nameSealed, speakerKeyId, speakerSealed, ...person }) => ({
    ...person,
    name: open(keyId, nameSealed),
    speaker: open(speakerKeyId, speakerSealed),
  }))
}

/** One person of a case; null where there is none that the actor may see. */
export async function readPerson(
  tx: Tx,
  vault: Vault,
  { complaintId, position }: { complaintId: string; position: number },
): Promise<{ person: NamedPerson; claims: readonly OpenedClaim[] } | null> {
  const filters = { situation: null, joins: null }
  const ask = { after: position - 1, limit: 1 }
  const [here] = await listGroup(tx, complaintId, { ...ask, filters: { ...filters, left: false } })
  const [gone] = await listGroup(tx, complaintId, { ...ask, filters: { ...filters, left: true } })
  const listed = [here, gone].find((one) => one?.position === position)
  if (!listed) return null
  const [person] = await namesOf(tx, vault, [listed])
  const sealed = await listSealedClaims(tx, listed.id)
  const open = await openerOf(
    tx,
    vault,
    sealed.map(({ keyId }) => keyId),
  )
  const claims = sealed.map(({ keyId, basisSealed, creditorSealed, ...claim }) => ({
    ...claim,
    basis: open(keyId, basisSealed),
    creditor: open(keyId, creditorSealed),
  }))
  return person ? { person, claims } : null
}
