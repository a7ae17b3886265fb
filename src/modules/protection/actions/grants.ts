import { type Actor, hasRole } from '../../../kernel/actor.ts'
import { addDays, dayOf } from '../../../kernel/days.ts'
import { isUuid } from '../../../kernel/ids.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db.ts'
import { findNumber, rulebook } from '../../law/index.ts'
import { type GrantRefusal, refuseGrant } from '../rules/track.ts'
import { endGrant, findTrack, insertGrant } from '../store/track.ts'
import { type AboutCase, type CaseRefusal, openCase, tell } from './about-case.ts'

export type GiveGrant = AboutCase & {
  readonly personId: string
  readonly reason: string
  readonly endsOn: string
}
export type GiveGrantRefusal = CaseRefusal | GrantRefusal | 'not-protected'

/** Lets one more person see a protected case, for a reason and until a day. */
export async function giveGrant(
  tx: Tx,
  actor: Actor,
  { personId, reason, endsOn, ...about }: GiveGrant,
): Promise<Result<null, GiveGrantRefusal>> {
  const opened = await openCase(tx, actor, about)
  if (!opened.ok) return opened
  const { kept, words } = opened
  const track = await findTrack(tx, kept.id)
  if (!kept.isProtected || !track) return refuse('not-protected')
  if (!isHead(actor, track.headId)) return refuse('not-your-role')
  const today = dayOf(about.at)
  const days = findNumber(await rulebook(tx, today), 'protection.grant_days')
  const lastDay = days === null ? null : addDays(today, days)
  const refusal = refuseGrant({ personId, endsOn }, { by: actor.id, today, lastDay })
  if (refusal) return refuse(refusal)
  const grant = { complaintId: kept.id, personId, givenBy: actor.id, givenAt: about.at, endsOn }
  await insertGrant(tx, { ...grant, reasonSealed: words.seal(reason) })
  await tell(tx, actor, kept, {
    ...{ type: 'protection.look-granted', at: about.at },
    data: { person: personId, until: endsOn },
  })
  return ok(null)
}

/** Her head; before there is one, any head who sees the case. */
const isHead = (actor: Actor, headId: string | null): boolean =>
  hasRole(actor, 'complaints-head') && (headId === null || headId === actor.id)

export async function takeGrantBack(
  tx: Tx,
  actor: Actor,
  { grantId, ...about }: AboutCase & { readonly grantId: string },
): Promise<Result<null, CaseRefusal | 'changed-meanwhile'>> {
  const opened = await openCase(tx, actor, about)
  if (!opened.ok) return opened
  const { kept } = opened
  const track = await findTrack(tx, kept.id)
  if (!isHead(actor, track?.headId ?? null)) return refuse('not-your-role')
  const ended =
    isUuid(grantId) && (await endGrant(tx, { id: grantId, complaintId: kept.id, at: about.at }))
  if (!ended) return refuse('changed-meanwhile')
  await tell(tx, actor, kept, { type: 'protection.look-ended', at: about.at })
  return ok(null)
}
