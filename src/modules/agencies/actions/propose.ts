import type { Actor } from '../../../kernel/actor.ts'
import { dayOf } from '../../../kernel/days.ts'
import { isUuid } from '../../../kernel/ids.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db.ts'
import { recordEvent } from '../../../platform/events/record-event.ts'
import type { Files } from '../../../platform/files/files.ts'
import { newId } from '../../../platform/new-id.ts'
import { createPersonKey } from '../../../platform/vault/person-keys.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import { type GivenFile, keepEvidence, type RefusedReason } from '../../evidence/index.ts'
import { rulebook } from '../../law/index.ts'
import { listDestinations, listProvinces } from '../../places/index.ts'
import type { ProposalId } from '../rules/facts.ts'
import { checkProposal, type ProposalRefusal } from '../rules/file-check.ts'
import { type ProposalContent, subjectOf } from '../rules/proposal.ts'
import { endProposal, findProposal, insertProposal } from '../store/proposals.ts'
import { acceptFact } from './accept-fact.ts'
import { fileRules, openFile } from './read-dossier.ts'

export type Propose = {
  readonly agencyId: string
  readonly content: ProposalContent
  /** On what it rests, in words. */
  readonly basis: string
  readonly given: readonly GivenFile[]
  readonly vault: Vault
  readonly files: Files
  readonly now: Date
}
export type ProposeRefusal =
  | ProposalRefusal
  | 'not-found'
  | 'changed-meanwhile'
  | { readonly file: RefusedReason }

/** An agency says what is so, and on what evidence. Nothing of the file changes by it. */
export async function proposeChange(
  tx: Tx,
  actor: Actor,
  asked: Propose,
): Promise<Result<ProposalId, ProposeRefusal>> {
  const checked = await check(tx, asked)
  if (!checked.ok) return checked
  return write(tx, actor, asked, { fileVersion: checked.value, byOffice: false })
}

/** An officer enters what the office has on paper: on file at once, in the officer's name. */
export async function enterFact(
  tx: Tx,
  actor: Actor,
  asked: Propose & { readonly version: number },
): Promise<Result<ProposalId, ProposeRefusal>> {
  const checked = await check(tx, asked)
  if (!checked.ok) return checked
  if (checked.value !== asked.version) return refuse('changed-meanwhile')
  const written = await write(tx, actor, asked, { fileVersion: checked.value, byOffice: true })
  if (!written.ok) return written
  const proposal = await findProposal(tx, written.value)
  if (!proposal) return refuse('not-found')
  const accepted = await acceptFact(tx, actor, {
    ...{ proposal, content: asked.content, version: asked.version },
    ...{ vault: asked.vault, now: asked.now },
  })
  return accepted.ok ? ok(written.value) : accepted
}

async function check(
  tx: Tx,
  { agencyId, content, vault, now }: Propose,
): Promise<Result<number, ProposeRefusal>> {
  const opened = await openFile(tx, { agencyId, vault, now })
  if (!opened) return refuse('not-found')
  const today = dayOf(now)
  const rules = fileRules(await rulebook(tx, today))
  const nowhere = await unknownPlace(tx, content)
  if (nowhere) return refuse(nowhere)
  const fine = checkProposal(content, { file: opened.file, rules, today })
  return fine.ok ? ok(opened.file.version) : fine
}

/** A province or destination that the platform does not know. */
async function unknownPlace(tx: Tx, content: ProposalContent): Promise<ProposalRefusal | null> {
  if (content.kind !== 'role' && content.kind !== 'site') return null
  const [provinces, destinations] = await Promise.all([listProvinces(tx), listDestinations(tx)])
  const { province, country } = content
  if (province && !provinces.some(({ code }) => code === province)) return 'agency.province-missing'
  if (country && !destinations.some(({ code }) => code === country)) return 'agency.country-missing'
  return null
}

type How = { readonly fileVersion: number; readonly byOffice: boolean }

async function write(
  tx: Tx,
  actor: Actor,
  asked: Propose,
  how: How,
): Promise<Result<ProposalId, ProposeRefusal>> {
  const { vault, files, content, now, given } = asked
  const { id: keyId, key } = await createPersonKey(tx, vault)
  const id = newId<ProposalId>()
  const agencyId = asked.agencyId as Parameters<typeof insertProposal>[1]['agencyId']
  await insertProposal(tx, {
    ...{ id, agencyId, kind: content.kind, subject: subjectOf(content), ...how, keyId },
    contentSealed: vault.seal(key, JSON.stringify(content)),
    basisSealed: vault.seal(key, asked.basis),
    ...{ proposedBy: actor.id, proposedAt: now },
  })
  if (given.length > 0) {
    const kept = await keepEvidence(tx, actor, {
      ...{ vault, files, given, at: now, key: { id: keyId, key } },
      record: { type: 'agency-proposal', id, area: 'all' },
      origin: how.byOffice ? 'officer-entry' : 'agency-form',
    })
    if (!kept.ok) return refuse({ file: kept.refusal.reason })
  }
  await recordEvent(tx, actor, {
    ...{ recordType: 'agency-proposal', recordId: id, type: 'agency.change-proposed', at: now },
    ...{ to: 'proposed', data: { kind: content.kind }, agencyId },
    visibleTo: ['agency', 'officer'],
  })
  return ok(id)
}

type Withdraw = { readonly id: string; readonly version: number; readonly now: Date }

/** The agency takes back what nobody has decided yet. */
export async function withdrawProposal(
  tx: Tx,
  actor: Actor,
  { id, version, now }: Withdraw,
): Promise<Result<null, 'not-found' | 'changed-meanwhile'>> {
  const proposal = isUuid(id) ? await findProposal(tx, id) : null
  if (!proposal || proposal.agencyId !== actor.agencyId) return refuse('not-found')
  const { agencyId } = proposal
  const ended = await endProposal(tx, {
    ...{ id: proposal.id, agencyId, version, status: 'withdrawn', reasonSealed: null },
    ...{ by: actor.id, at: now },
  })
  if (!ended) return refuse('changed-meanwhile')
  await recordEvent(tx, actor, {
    ...{ recordType: 'agency-proposal', recordId: id, type: 'agency.change-withdrawn', at: now },
    ...{ from: 'proposed', to: 'withdrawn', agencyId, visibleTo: ['agency', 'officer'] },
  })
  return ok(null)
}
