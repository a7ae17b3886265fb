import type { Actor } from '../../../kernel/actor.ts'
import { dayOf } from '../../../kernel/days.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db.ts'
import { recordEvent } from '../../../platform/events/record-event.ts'
import { newId } from '../../../platform/new-id.ts'
import { publicChanged } from '../../../platform/public-changed.ts'
import { createPersonKey, openPersonKeys } from '../../../platform/vault/person-keys.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import { findRule, rulebook } from '../../law/index.ts'
import type {
  AgencyRole,
  ContactId,
  PersonFacts,
  PersonId,
  RoleId,
  SiteId,
} from '../rules/facts.ts'
import { checkProposal, type ProposalRefusal } from '../rules/file-check.ts'
import type { ProposalContent, ProposedPerson, ProposedRole } from '../rules/proposal.ts'
import { endFiled, insertFiledContact, insertFiledSite, moveFile } from '../store/filed.ts'
import { changePerson, insertPerson, insertRole } from '../store/persons.ts'
import { endProposal, findProposal, type SealedProposal } from '../store/proposals.ts'
import { fileRules, openFile, openProposals } from './read-dossier.ts'
import { sealPerson } from './sealed-person.ts'

export type Accept = {
  readonly proposal: SealedProposal
  readonly content: ProposalContent
  /** Of the file, as it was read before deciding. */
  readonly version: number
  readonly vault: Vault
  readonly now: Date
}
export type AcceptRefusal = ProposalRefusal | 'not-found' | 'changed-meanwhile'

/** Puts on file what was proposed, beside what stands there: judged again, for the file may have moved. */
export async function acceptFact(
  tx: Tx,
  actor: Actor,
  given: Accept,
): Promise<Result<null, AcceptRefusal>> {
  const { proposal, content, version, vault, now } = given
  const { agencyId, id } = proposal
  // Locks the file: of two who decide at once, the second finds another version.
  if (!(await moveFile(tx, agencyId, version))) return refuse('changed-meanwhile')
  const opened = await openFile(tx, { agencyId, vault, now })
  if (!opened) return refuse('not-found')
  const today = dayOf(now)
  const book = await rulebook(tx, today)
  const at = { file: opened.file, rules: fileRules(book), today }
  const fine = checkProposal(content, at)
  if (!fine.ok) return fine
  const ended = await endProposal(tx, {
    ...{ id, agencyId, version: proposal.version, status: 'accepted', reasonSealed: null },
    ...{ by: actor.id, at: now },
  })
  if (!ended) return refuse('changed-meanwhile')
  const published = findRule(book, 'director.published')?.value === true
  const written = await writeFact(tx, given, { opened, publishDirectors: published })
  if (!written) return refuse('agency.subject-gone')
  await recordEvent(tx, actor, {
    ...{ recordType: 'agency-proposal', recordId: id, type: 'agency.change-accepted', at: now },
    ...{ from: 'proposed', to: 'accepted', data: { kind: content.kind }, agencyId },
    visibleTo: ['agency', 'officer'],
  })
  await publicChanged(tx)
  return ok(null)
}

type Beside = {
  readonly opened: NonNullable<Awaited<ReturnType<typeof openFile>>>
  readonly publishDirectors: boolean
}

async function writeFact(tx: Tx, given: Accept, beside: Beside): Promise<boolean> {
  const { content, proposal, now } = given
  const by = { agencyId: proposal.agencyId, proposalId: proposal.id, at: now }
  switch (content.kind) {
    case 'role':
      return writeRole(tx, given, { ...beside, content })
    case 'person':
      return writePerson(tx, given, { ...beside, content })
    case 'site':
      await insertFiledSite(tx, newId<SiteId>(), { site: content, by })
      return true
    case 'contact':
      await insertFiledContact(tx, newId<ContactId>(), { contact: content, by })
      return true
    default:
      return endFiled(tx, content, by)
  }
}

async function writeRole(
  tx: Tx,
  { proposal, vault, now }: Accept,
  { opened, publishDirectors, content }: Beside & { readonly content: ProposedRole },
): Promise<boolean> {
  const person = await personOf(tx, { proposal, vault, now, opened, content })
  if (!person) return false
  const isPublic = isPublished(content.role, publishDirectors)
  await insertRole(tx, {
    ...{ id: newId<RoleId>(), agencyId: proposal.agencyId, personId: person.id },
    ...{ role: content.role, share: content.role === 'owner' ? content.share : null },
    country: content.role === 'representative' ? content.country : null,
    province: content.role === 'recruiter' ? content.province : null,
    ...{ from: content.from, isPublic, keyId: person.keyId },
    publicNameSealed: isPublic ? vault.seal(person.key, JSON.stringify(person.names)) : null,
    ...{ proposalId: proposal.id, recordedAt: now },
  })
  return true
}

/** A recruiter can be checked by everybody; a director where a rule says so, and else not. */
const isPublished = (role: AgencyRole, directors: boolean): boolean =>
  role === 'recruiter' || (role === 'director' && directors)

type PersonAsked = Pick<Accept, 'proposal' | 'vault' | 'now'> &
  Pick<Beside, 'opened'> & { readonly content: ProposedRole }

async function personOf(tx: Tx, { proposal, vault, now, opened, content }: PersonAsked) {
  if (content.personId !== null) {
    const row = opened.rows.find(({ id }) => id === content.personId)
    const known = opened.file.persons.find(({ id }) => id === content.personId)
    const key = row && (await openPersonKeys(tx, vault, [row.keyId])).get(row.keyId)
    return row && known && key ? { id: row.id, keyId: row.keyId, key, names: known.names } : null
  }
  if (!content.person) return null
  const { id: keyId, key } = await createPersonKey(tx, vault)
  const id = newId<PersonId>()
  const sealed = sealPerson(vault, key, content.person)
  await insertPerson(tx, { id, agencyId: proposal.agencyId, keyId, ...sealed, addedAt: now })
  return { id, keyId, key, names: content.person.names }
}

async function writePerson(
  tx: Tx,
  { vault, now }: Accept,
  { opened, content }: Beside & { readonly content: ProposedPerson },
): Promise<boolean> {
  const row = opened.rows.find(({ id }) => id === content.subject)
  const key = row && (await openPersonKeys(tx, vault, [row.keyId])).get(row.keyId)
  if (!row || !key) return false
  const person: PersonFacts = content.person
  await changePerson(tx, { id: row.id, ...sealPerson(vault, key, person), at: now })
  return true
}

export type DecideProposal = {
  readonly id: string
  readonly version: number
  /** Of the file, as the officer read it. */
  readonly fileVersion: number
  readonly decision: 'accept' | 'refuse'
  readonly reason: string | null
  readonly vault: Vault
  readonly now: Date
}
export type DecideProposalRefusal = AcceptRefusal | 'agency.reason-missing'

/** An officer accepts, or refuses with a reason; who comes second reads the file again. */
export async function decideProposal(
  tx: Tx,
  actor: Actor,
  asked: DecideProposal,
): Promise<Result<null, DecideProposalRefusal>> {
  const { id, decision, reason, vault, now } = asked
  const proposal = await findProposal(tx, id)
  if (!proposal) return refuse('not-found')
  if (proposal.version !== asked.version || proposal.status !== 'proposed')
    return refuse('changed-meanwhile')
  if (decision === 'accept') {
    const [opened] = await openProposals(tx, vault, [proposal])
    if (!opened?.content) return refuse('not-found')
    const { content } = opened
    return acceptFact(tx, actor, { proposal, content, version: asked.fileVersion, vault, now })
  }
  if (reason === null) return refuse('agency.reason-missing')
  const key = (await openPersonKeys(tx, vault, [proposal.keyId])).get(proposal.keyId)
  if (!key) return refuse('not-found')
  const { agencyId } = proposal
  const ended = await endProposal(tx, {
    ...{ id: proposal.id, agencyId, version: asked.version, status: 'refused' },
    ...{ reasonSealed: vault.seal(key, reason), by: actor.id, at: now },
  })
  if (!ended) return refuse('changed-meanwhile')
  await recordEvent(tx, actor, {
    ...{ recordType: 'agency-proposal', recordId: id, type: 'agency.change-refused', at: now },
    ...{ from: 'proposed', to: 'refused', agencyId, visibleTo: ['agency', 'officer'] },
  })
  return ok(null)
}
