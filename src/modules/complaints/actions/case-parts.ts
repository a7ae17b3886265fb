import type { Actor } from '../../../kernel/actor.ts'
import type { Day } from '../../../kernel/days.ts'
import { isUuid } from '../../../kernel/ids.ts'
import type { Currency } from '../../../kernel/money.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db.ts'
import { recordEvent } from '../../../platform/events/record-event.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import { mayBeParty } from '../rules/minor.ts'
import {
  type ClaimState,
  directionOf,
  type NameKind,
  type PartyKind,
  type PartyRole,
  type PersonClaimKind,
  type StatementField,
  type StatementSource,
} from '../rules/person.ts'
import type { SpeakerRelation } from '../rules/representative.ts'
import { moveClaim } from '../store/group.ts'
import {
  endPartyRow,
  findClaim,
  insertClaim,
  insertParty,
  insertStatement,
  replaceSpeaker,
} from '../store/new-parts.ts'
import { findPersons } from '../store/person.ts'
import { caseKey, type HoldRefusal, holdOpenCase, onCase } from './held-case.ts'
import { respondentIndex } from './seal-complaint.ts'

type Part = { readonly vault: Vault; readonly complaintId: string; readonly at: Date }
type Kept<R = never> = Promise<Result<null, HoldRefusal | R>>

export type AddParty = Part & {
  readonly role: PartyRole
  readonly kind: PartyKind
  readonly agencyId: string | null
  /** What she is called: a broker often by a nickname only. */
  readonly name: string | null
  readonly isMinor?: boolean
  readonly nameIs?: NameKind
}

/** Somebody else who is complained of, owes or pays. */
export async function addParty(
  tx: Tx,
  actor: Actor,
  { vault, complaintId, at, role, kind, agencyId, name, isMinor = false, nameIs = 'own' }: AddParty,
): Kept<'party-unknown' | 'minor-is-no-respondent'> {
  if (!mayBeParty({ role, isMinor })) return refuse('minor-is-no-respondent')
  const held = await holdOpenCase(tx, actor, complaintId)
  if (!held.ok) return held
  if (agencyId === null && name === null && kind !== 'state') return refuse('party-unknown')
  const key = await caseKey(tx, vault, held.value)
  await insertParty(tx, held.value, {
    ...{ role, kind, agencyId, isMinor, nameIs, keyId: key.id, addedBy: actor.id, at },
    nameSealed: name === null ? null : vault.seal(key.key, name),
    nameIndex: name === null ? null : respondentIndex(vault, name),
  })
  await recordEvent(
    tx,
    actor,
    onCase(held.value, { code: 'party-added', at, data: { role, kind } }),
  )
  return ok(null)
}

/** A party that was named wrongly, or has none of its role any more; it stays in the history. */
export async function endParty(
  tx: Tx,
  actor: Actor,
  { complaintId, partyId, at }: Omit<Part, 'vault'> & { readonly partyId: string },
): Kept {
  const held = await holdOpenCase(tx, actor, complaintId)
  if (!held.ok) return held
  if (!isUuid(partyId) || !(await endPartyRow(tx, { complaintId, partyId, at })))
    return refuse('not-found')
  const data = { party: partyId }
  await recordEvent(tx, actor, onCase(held.value, { code: 'party-ended', at, data }))
  return ok(null)
}

export type AddStatement = Part & {
  /** Null where it is about the case as a whole. */
  readonly personId: string | null
  readonly field: StatementField
  readonly value: string
  readonly source: StatementSource
  readonly saidOn: Day | null
}

/** What a source says, beside what others say: nothing is overwritten. */
export async function addStatement(
  tx: Tx,
  actor: Actor,
  { vault, complaintId, at, personId, field, value, source, saidOn }: AddStatement,
): Kept {
  const held = await holdOpenCase(tx, actor, complaintId)
  if (!held.ok) return held
  const person = await personOf(tx, complaintId, personId)
  if (personId !== null && person === null) return refuse('not-found')
  const key = await caseKey(tx, vault, held.value)
  await insertStatement(tx, held.value, {
    ...{ personId: person, field, source, saidOn, recordedBy: actor.id, at },
    ...{ keyId: key.id, valueSealed: vault.seal(key.key, value) },
  })
  const data = { field, source }
  await recordEvent(tx, actor, onCase(held.value, { code: 'statement-added', at, data }))
  return ok(null)
}

async function personOf(tx: Tx, complaintId: string, id: string | null) {
  if (id === null || !isUuid(id)) return null
  const [person] = await findPersons(tx, [id])
  return person?.complaintId === complaintId ? person.id : null
}

export type ReplaceSpeaker = Part & {
  /** Null for the whole group. */
  readonly personId: string | null
  readonly name: string
  readonly relation: SpeakerRelation
}

/** Who speaks from now on; whoever did before stands in the history with her days. */
export async function replaceRepresentative(
  tx: Tx,
  actor: Actor,
  { vault, complaintId, at, personId, name, relation }: ReplaceSpeaker,
): Kept {
  const held = await holdOpenCase(tx, actor, complaintId)
  if (!held.ok) return held
  const person = await personOf(tx, complaintId, personId)
  if (personId !== null && person === null) return refuse('not-found')
  const key = await caseKey(tx, vault, held.value)
  await replaceSpeaker(tx, held.value, {
    ...{ personId: person, relation, at, keyId: key.id, recordedBy: actor.id },
    nameSealed: vault.seal(key.key, name),
  })
  await recordEvent(tx, actor, {
    ...onCase(held.value, { code: 'representative-replaced', at, data: { relation } }),
    visibleTo: ['officer', 'complainant'],
  })
  return ok(null)
}

export type AddClaim = Part & {
  readonly personId: string
  readonly kind: PersonClaimKind
  readonly minor: bigint | null
  readonly currency: Currency | null
  readonly share: number | null
  readonly shareOf: number | null
  readonly basis: string | null
  readonly creditor: string | null
  readonly interest: string | null
  readonly aroseOn: Day | null
}

/** What one person claims, or what is claimed from her; a sum that nobody knows stays open. */
export async function addClaim(
  tx: Tx,
  actor: Actor,
  { vault, complaintId, at, personId, basis, creditor, ...claim }: AddClaim,
): Kept<'creditor-of-a-debt-only'> {
  const held = await holdOpenCase(tx, actor, complaintId)
  if (!held.ok) return held
  const person = await personOf(tx, complaintId, personId)
  if (person === null) return refuse('not-found')
  const direction = directionOf(claim.kind)
  if (creditor !== null && direction === 'of-worker') return refuse('creditor-of-a-debt-only')
  const key = await caseKey(tx, vault, held.value)
  const seal = (text: string | null) => (text === null ? null : vault.seal(key.key, text))
  await insertClaim(tx, held.value, {
    ...{ ...claim, personId: person, direction, keyId: key.id, recordedBy: actor.id, at },
    ...{ basisSealed: seal(basis), creditorSealed: seal(creditor) },
  })
  const data = { person, kind: claim.kind, minor: claim.minor?.toString() ?? 'open' }
  await recordEvent(tx, actor, onCase(held.value, { code: 'claim-added', at, data }))
  return ok(null)
}

export type ChangeClaim = Omit<Part, 'vault'> & {
  readonly claimId: string
  readonly version: number
  readonly state: ClaimState
  readonly minor: bigint | null
  readonly currency: Currency | null
}

/** How a claim stands now, and its sum once it is known; the event keeps what it was. */
export async function changeClaim(
  tx: Tx,
  actor: Actor,
  { complaintId, claimId, version, state, minor, currency, at }: ChangeClaim,
): Kept<'changed-meanwhile'> {
  const held = await holdOpenCase(tx, actor, complaintId)
  if (!held.ok) return held
  const claim = isUuid(claimId) ? await findClaim(tx, { complaintId, claimId }) : null
  if (!claim) return refuse('not-found')
  if (!(await moveClaim(tx, { id: claim.id, version }, { state, minor, currency })))
    return refuse('changed-meanwhile')
  const textOf = (sum: bigint | null, of: string | null) => `${sum ?? 'open'} ${of ?? ''}`.trim()
  const data = {
    ...{ claim: claim.id, from: claim.state, to: state },
    sumFrom: textOf(claim.minor, claim.currency),
    sumTo: textOf(minor, currency),
  }
  await recordEvent(tx, actor, onCase(held.value, { code: 'claim-changed', at, data }))
  return ok(null)
}
