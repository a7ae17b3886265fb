import { type Actor, hasRole } from '../../../kernel/actor.ts'
import { isUuid } from '../../../kernel/ids.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db.ts'
import { recordEvent } from '../../../platform/events/record-event.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import { caseHandlers } from '../rules/case-tasks.ts'
import type { Complaint } from '../rules/complaint.ts'
import { isOpen } from '../rules/lifecycle.ts'
import { readCircumstances } from '../store/circumstances.ts'
import { findComplaint, holdComplaint } from '../store/complaint.ts'
import {
  findTarget,
  giveBackPersons,
  insertMerge,
  listJoined,
  takeOverPersons,
  undoMerge,
} from '../store/merge.ts'
import { beginPersons } from '../store/person.ts'
import { discloseInOpenInquiries } from './ask-agency.ts'
import { onCase } from './held-case.ts'
import { type TakeRefusal, takeComplaintAction } from './take-complaint-action.ts'

export type MergeCases = {
  readonly vault: Vault
  /** The case that goes on, as it stood on the page. */
  readonly intoId: string
  readonly version: number
  /** The one that is joined to it. */
  readonly fromId: string
  readonly at: Date
}
export type MergeRefusal =
  | TakeRefusal
  | 'the-same-case'
  | 'case-is-finished'
  | 'anonymous-stays-unknown'
  | 'others-are-joined-to-it'
  | 'hidden-stays-apart'

/**
 * An officer joins a case to another of the same matter. Persons who are not in the other come
 * along; both receipts go on working, and it can be taken apart again. Never by a machine.
 */
export async function mergeCases(
  tx: Tx,
  actor: Actor,
  { vault, intoId, version, fromId, at }: MergeCases,
): Promise<Result<null, MergeRefusal>> {
  const held = await holdBoth(tx, { intoId, fromId, version })
  if (!held.ok) return held
  const { into, from } = held.value
  const refusal = await whyNot(tx, actor, { into, from })
  if (refusal) return refuse(refusal)

  await beginPersons(tx, from.id)
  await beginPersons(tx, into.id)
  const step = { vault, complaintId: from.id, action: 'merge', version: null, words: null } as const
  const merged = await takeComplaintAction(tx, actor, { ...step, at })
  if (!merged.ok) return merged
  await insertMerge(tx, { from: from.id, into: into.id, by: actor.id, at })
  const persons = await takeOverPersons(tx, {
    ...{ from: from.id, into: into.id, area: into.area, at },
  })
  await recordEvent(tx, actor, {
    ...onCase(into, { code: 'took-over', at, data: { case: from.id, persons } }),
    visibleTo: ['officer', 'complainant'],
  })
  await discloseInOpenInquiries(tx, vault, into)
  return ok(null)
}

type Both = { readonly into: Complaint; readonly from: Complaint }

/** In the order of their ids, so that two who join the same pair never wait for each other. */
async function holdBoth(
  tx: Tx,
  { intoId, fromId, version }: Pick<MergeCases, 'intoId' | 'fromId' | 'version'>,
): Promise<Result<Both, 'not-found' | 'changed-meanwhile' | 'the-same-case'>> {
  if (!isUuid(intoId) || !isUuid(fromId)) return refuse('not-found')
  if (intoId === fromId) return refuse('the-same-case')
  for (const id of [intoId, fromId].sort()) await holdComplaint(tx, id)
  const [into, from] = [await findComplaint(tx, intoId), await findComplaint(tx, fromId)]
  if (!into || !from) return refuse('not-found')
  return into.version === version ? ok({ into, from }) : refuse('changed-meanwhile')
}

async function whyNot(tx: Tx, actor: Actor, { into, from }: Both): Promise<MergeRefusal | null> {
  if (!hasRole(actor, ...caseHandlers)) return 'not-your-role'
  if (!isOpen(into.status)) return 'case-is-finished'
  if ([into, from].some(({ openness }) => openness === 'anonymous'))
    return 'anonymous-stays-unknown'
  // What is hidden from most is never seen through a case that is not.
  if ([into, from].some(({ isProtected, aboutOffice }) => isProtected || aboutOffice))
    return 'hidden-stays-apart'
  if ((await listJoined(tx, from.id)).length > 0) return 'others-are-joined-to-it'
  const { hasConflict } = await readCircumstances(tx, actor, into)
  return hasConflict ? 'conflict-of-interest' : null
}

export type UnmergeCase = {
  readonly vault: Vault
  readonly fromId: string
  readonly at: Date
}

/** It was another matter after all: the case goes on by itself, from the day on which it came. */
export async function unmergeCase(
  tx: Tx,
  actor: Actor,
  { vault, fromId, at }: UnmergeCase,
): Promise<Result<null, TakeRefusal>> {
  const target = isUuid(fromId) ? await findTarget(tx, fromId) : null
  if (!target) return refuse('not-found')
  for (const id of [fromId, target.id].sort()) await holdComplaint(tx, id)
  const step = {
    vault,
    complaintId: fromId,
    action: 'unmerge',
    version: null,
    words: null,
  } as const
  const undone = await takeComplaintAction(tx, actor, { ...step, at })
  if (!undone.ok) return undone
  const [from, into] = [await findComplaint(tx, fromId), await findComplaint(tx, target.id)]
  if (!from || !into) return refuse('not-found')
  await undoMerge(tx, { from: from.id, by: actor.id, at })
  await giveBackPersons(tx, { from: from.id, into: into.id, at })
  const data = { case: from.id }
  await recordEvent(tx, actor, {
    ...onCase(into, { code: 'gave-back', at, data }),
    visibleTo: ['officer', 'complainant'],
  })
  await discloseInOpenInquiries(tx, vault, into)
  return ok(null)
}
