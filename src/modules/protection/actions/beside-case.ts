import type { Actor } from '../../../kernel/actor.ts'
import { dayOf } from '../../../kernel/days.ts'
import { isUuid } from '../../../kernel/ids.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db.ts'
import { nameKey, phoneKey } from '../../../platform/text/index.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import { contactIndexOf } from '../../complaints/index.ts'
import {
  answerRetaliation,
  type BarredRelation,
  insertBarred,
  insertRetaliation,
  isBarred,
  liftBarred,
  type RetaliationKind,
} from '../store/beside.ts'
import { type AboutCase, type CaseRefusal, openCase, tell } from './about-case.ts'

export type BarContact = AboutCase & {
  readonly relation: BarredRelation
  readonly who: string
  readonly contact: string | null
}

/** Somebody who may be involved is not told: neither by us nor by a message of the platform. */
export async function barContact(
  tx: Tx,
  actor: Actor,
  { relation, who, contact, ...about }: BarContact,
): Promise<Result<null, CaseRefusal>> {
  const opened = await openCase(tx, actor, about)
  if (!opened.ok) return opened
  const { kept, words } = opened
  await insertBarred(tx, {
    ...{ complaintId: kept.id, keyId: kept.keyId, relation, whoSealed: words.seal(who) },
    contactSealed: contact === null ? null : words.seal(contact),
    contactIndex: contact === null ? null : indexOf(about.vault, contact),
    ...{ keptBy: actor.id, keptAt: about.at },
  })
  await tell(tx, actor, kept, {
    type: 'protection.contact-barred',
    at: about.at,
    data: { relation },
  })
  return ok(null)
}

/** The same index as that of a complaint's own contact, so that the two meet. */
const indexOf = (vault: Vault, contact: string): Buffer =>
  vault.blindIndex('contact', phoneKey(contact) ?? nameKey(contact))

export async function liftBar(
  tx: Tx,
  actor: Actor,
  { barredId, ...about }: AboutCase & { readonly barredId: string },
): Promise<Result<null, CaseRefusal | 'changed-meanwhile'>> {
  const opened = await openCase(tx, actor, about)
  if (!opened.ok) return opened
  const lift = { id: barredId, complaintId: opened.kept.id, at: about.at }
  if (!isUuid(barredId) || !(await liftBarred(tx, lift))) return refuse('changed-meanwhile')
  await tell(tx, actor, opened.kept, { type: 'protection.contact-unbarred', at: about.at })
  return ok(null)
}

/** Whether the way to reach this complainant is one that must not be used: nothing goes there then. */
export async function mustNotBeTold(tx: Tx, complaintId: string): Promise<boolean> {
  const index = await contactIndexOf(tx, complaintId)
  return index !== null && (await isBarred(tx, complaintId, index))
}

/** The same for a message that was queued before the bar, by the address that it would go to. */
export const mustNotReach = async (
  tx: Tx,
  vault: Vault,
  to: { readonly recordType: string; readonly recordId: string; readonly address: string },
): Promise<boolean> =>
  to.recordType === 'complaint' && (await isBarred(tx, to.recordId, indexOf(vault, to.address)))

export type ReportRetaliation = AboutCase & {
  readonly happenedOn: string
  readonly kind: RetaliationKind
  readonly what: string
}

export async function reportRetaliation(
  tx: Tx,
  actor: Actor,
  { happenedOn, kind, what, ...about }: ReportRetaliation,
): Promise<Result<null, CaseRefusal | 'day-not-yet'>> {
  const opened = await openCase(tx, actor, about)
  if (!opened.ok) return opened
  if (happenedOn > dayOf(about.at)) return refuse('day-not-yet')
  const { kept, words } = opened
  await insertRetaliation(tx, {
    ...{ complaintId: kept.id, keyId: kept.keyId, happenedOn, kind, whatSealed: words.seal(what) },
    ...{ reportedBy: actor.id, reportedAt: about.at },
  })
  await tell(tx, actor, kept, { type: 'protection.retaliation', at: about.at, data: { kind } })
  return ok(null)
}

export async function recordWhatWasDone(
  tx: Tx,
  actor: Actor,
  about: AboutCase & {
    readonly retaliationId: string
    readonly doneOn: string
    readonly done: string
  },
): Promise<Result<null, CaseRefusal | 'day-not-yet' | 'changed-meanwhile'>> {
  const opened = await openCase(tx, actor, about)
  if (!opened.ok) return opened
  if (about.doneOn > dayOf(about.at)) return refuse('day-not-yet')
  const { kept, words } = opened
  const answer = { id: about.retaliationId, complaintId: kept.id, doneOn: about.doneOn }
  const given = { ...answer, doneSealed: words.seal(about.done), doneBy: actor.id }
  if (!isUuid(about.retaliationId) || !(await answerRetaliation(tx, given)))
    return refuse('changed-meanwhile')
  await tell(tx, actor, kept, { type: 'protection.retaliation-answered', at: about.at })
  return ok(null)
}
