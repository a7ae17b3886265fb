import { type Actor, systemActor } from '../../../kernel/actor.ts'
import { type Day, dayOf } from '../../../kernel/days.ts'
import { type StepRefusal, takeStep } from '../../../kernel/lifecycle.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import { setActor, type Tx } from '../../../platform/db.ts'
import { listOfficers, type Officer } from '../../accounts/index.ts'
import { guardCase } from '../../complaints/index.ts'
import {
  type CaseworkerRefusal,
  type EndedHow,
  refuseCaseworker,
  trackLifecycle,
  type WantedSex,
} from '../rules/track.ts'
import { type Caseworker, findTrack, listCaseworkers, moveTrack } from '../store/track.ts'
import { type AboutCase, type CaseRefusal, openCase, tell } from './about-case.ts'
import { lookAgainOn } from './place-on-track.ts'

export type GiveToCaseworker = AboutCase & {
  readonly caseworkerId: string
  /** Whom she wants to speak with, as she says now. */
  readonly wants: WantedSex
  readonly version: number
}
export type TrackRefusal =
  | CaseRefusal
  | StepRefusal
  | CaseworkerRefusal
  | 'not-protected'
  | 'changed-meanwhile'

/** A head gives the case to a trained caseworker of the sex that the person chose. */
export async function giveToCaseworker(
  tx: Tx,
  actor: Actor,
  { caseworkerId, wants, version, ...about }: GiveToCaseworker,
): Promise<Result<null, TrackRefusal>> {
  const opened = await openCase(tx, actor, about)
  if (!opened.ok) return opened
  const { kept } = opened
  const track = await findTrack(tx, kept.id)
  if (!track || !kept.isProtected) return refuse('not-protected')
  if (track.version !== version) return refuse('changed-meanwhile')
  const step = takeStep(trackLifecycle, track.status, {
    action: 'give-to-caseworker',
    roles: actor.roles,
  })
  if (!step.ok) return step
  const today = dayOf(about.at)
  const candidate = await findCandidate(tx, { personId: caseworkerId, area: kept.area, today })
  const refusal = refuseCaseworker(candidate, { wants, headId: actor.id, today })
  if (refusal) return refuse(refusal)

  const nextOn = await lookAgainOn(tx, today)
  // From here on only the three of them see it.
  await setActor(tx, systemActor('protect'))
  const guarded = await guardCase(tx, kept, { ...kept, ownerId: caseworkerId })
  const end = { endedAt: null, endedHow: null }
  const moved = { status: step.value, headId: actor.id, caseworkerId, wants, nextOn, ...end }
  if (!guarded || !(await moveTrack(tx, track, moved))) return refuse('changed-meanwhile')
  await setActor(tx, actor)
  await tell(tx, actor, kept, {
    ...{ type: 'protection.given-to-caseworker', at: about.at },
    data: { owner: caseworkerId },
  })
  return ok(null)
}

async function findCandidate(
  tx: Tx,
  { personId, area, today }: { personId: string; area: string; today: Day },
) {
  const holders = await listOfficers(tx, { role: 'caseworker', area, today })
  const training = (await listCaseworkers(tx)).find((one) => one.personId === personId) ?? null
  return { personId, training, holdsRole: holders.some(({ id }) => id === personId) }
}

export type OfferedCaseworker = Officer & Pick<Caseworker, 'sex'>

/** Everybody who may take over a case of this area for a person of this wish. */
export async function listCaseworkersFor(
  tx: Tx,
  { area, wants, headId, at }: { area: string; wants: WantedSex; headId: string; at: Date },
): Promise<OfferedCaseworker[]> {
  const today = dayOf(at)
  const trained = new Map((await listCaseworkers(tx)).map((one) => [one.personId, one]))
  const holders = await listOfficers(tx, { role: 'caseworker', area, today })
  return holders.flatMap((officer) => {
    const training = trained.get(officer.id)
    const candidate = { personId: officer.id, holdsRole: true, training: training ?? null }
    const refusal = refuseCaseworker(candidate, { wants, headId, today })
    return training && refusal === null ? [{ ...officer, sex: training.sex }] : []
  })
}

/** The case goes back to the ordinary way: by her own wish, or because the danger is over. */
export async function endTrack(
  tx: Tx,
  actor: Actor,
  { how, version, ...about }: AboutCase & { readonly how: EndedHow; readonly version: number },
): Promise<Result<null, TrackRefusal>> {
  const opened = await openCase(tx, actor, about)
  if (!opened.ok) return opened
  const { kept } = opened
  const track = await findTrack(tx, kept.id)
  if (!track || !kept.isProtected) return refuse('not-protected')
  if (track.version !== version) return refuse('changed-meanwhile')
  const roles = actor.roles
  const step = takeStep(trackLifecycle, track.status, { action: 'end-track', roles })
  if (!step.ok) return step
  const end = { endedAt: about.at, endedHow: how, nextOn: null }
  await tell(tx, actor, kept, { type: 'protection.ended', at: about.at, data: { how } })
  await setActor(tx, systemActor('protect'))
  const moved = await moveTrack(tx, track, { ...track, status: step.value, ...end })
  if (!moved || !(await guardCase(tx, kept, { ...kept, isProtected: false })))
    return refuse('changed-meanwhile')
  await setActor(tx, actor)
  return ok(null)
}
