import { type Actor, systemActor } from '../../../kernel/actor.ts'
import { addDays, type Day, dayOf } from '../../../kernel/days.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import { setActor, type Tx } from '../../../platform/db.ts'
import { findGuardedCase, guardCase, moveComplaint } from '../../complaints/index.ts'
import { findNumber, rulebook } from '../../law/index.ts'
import type { WantedSex } from '../rules/track.ts'
import { beginTrack, setLookAgain } from '../store/track.ts'
import { type AboutCase, type CaseRefusal, openCase, tell } from './about-case.ts'

export type PlaceOnTrack = AboutCase & {
  readonly reasons: readonly string[]
  readonly wants: WantedSex
}
export type PlaceRefusal = CaseRefusal | 'already-protected' | 'changed-meanwhile'

/**
 * The case leaves conciliation and the sight of everybody but its owner, until a head gives it to a
 * caseworker. What is claimed in money goes on.
 */
export async function placeOnTrack(
  tx: Tx,
  actor: Actor,
  { reasons, wants, ...about }: PlaceOnTrack,
): Promise<Result<null, PlaceRefusal>> {
  const opened = await openCase(tx, actor, about)
  if (!opened.ok) return opened
  if (opened.kept.isProtected) return refuse('already-protected')
  const { complaintId, at } = about
  if (opened.kept.status === 'in-conciliation') {
    const left = {
      vault: about.vault,
      id: opened.kept.id,
      action: 'fail-conciliation',
      at,
    } as const
    const moved = await moveComplaint(tx, actor, { ...left, version: opened.kept.version })
    if (!moved.ok) return refuse('changed-meanwhile')
  }
  const kept = await findGuardedCase(tx, complaintId)
  if (!kept) return refuse('not-found')
  // Whoever placed it there and does not own it loses sight of it: the platform writes the rest.
  await setActor(tx, systemActor('protect'))
  const guarded = await guardCase(tx, kept, { ...kept, isProtected: true })
  if (!guarded) return refuse('changed-meanwhile')
  const track = { complaintId, since: at, placedBy: actor.id, reasons, wants }
  await beginTrack(tx, { ...track, nextOn: await lookAgainOn(tx, dayOf(at)) })
  await setActor(tx, actor)
  await tell(tx, actor, kept, { type: 'protection.placed', at, data: { reasons } })
  return ok(null)
}

/** Somebody looked; the day of the next look is ahead. */
export async function lookAgain(
  tx: Tx,
  actor: Actor,
  { nextOn, ...about }: AboutCase & { readonly nextOn: string },
): Promise<Result<null, CaseRefusal | 'not-protected' | 'next-date-passed'>> {
  const opened = await openCase(tx, actor, about)
  if (!opened.ok) return opened
  if (!opened.kept.isProtected) return refuse('not-protected')
  if (nextOn < dayOf(about.at)) return refuse('next-date-passed')
  await setLookAgain(tx, opened.kept.id, nextOn)
  await tell(tx, actor, opened.kept, { type: 'protection.looked-again', at: about.at })
  return ok(null)
}

/** By when somebody looks at a protected case again; the next day where no rule says. */
export async function lookAgainOn(tx: Tx, today: Day): Promise<Day> {
  const days = findNumber(await rulebook(tx, today), 'protection.review_days')
  return addDays(today, days ?? 1)
}
