import type { Actor } from '../../../kernel/actor.ts'
import { dayOf } from '../../../kernel/days.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db.ts'
import { newId } from '../../../platform/new-id.ts'
import { listOfficers } from '../../accounts/index.ts'
import { type LegalTime, legalTime } from '../../casework/index.ts'
import { ministryArea, moveComplaint } from '../../complaints/index.ts'
import { type AppliedRule, appliedRule, clockRule, findRule } from '../../law/index.ts'
import {
  checkMeeting,
  type MeetingRefusal,
  type PlanRefusal,
  refusePlan,
} from '../rules/conditions.ts'
import { type Meeting, type MeetingId, type MeetingWay, meetingEventOf } from '../rules/meeting.ts'
import {
  attemptsRule,
  type DayRefusal,
  type MeetingDays,
  meetingDays,
  noticeRule,
  refuseDay,
} from '../rules/meeting-day.ts'
import { findMeeting, insertMeeting, listMeetings, rescheduleMeeting } from '../store/meeting.ts'
import { type AboutCase, type CaseRefusal, type OpenCase, openCase, tell } from './about-case.ts'

export type Appointment = {
  readonly way: MeetingWay
  /** Province code; null by telephone and video. */
  readonly province: string | null
  readonly place: string | null
  /** Why it is not by telephone and not where she is. */
  readonly reason: string | null
  readonly meetsAt: Date
  readonly conductedBy: string
}
export type PlanMeeting = AboutCase & Appointment & { readonly version: number | null }
type Moved = Awaited<ReturnType<typeof moveComplaint>>
type MoveRefusal = Extract<Moved, { ok: false }>['refusal']
export type PlanMeetingRefusal =
  | CaseRefusal
  | PlanRefusal
  | DayRefusal
  | MoveRefusal
  | 'conductor-unknown'

/** Fixes an attempt; the first takes the case into conciliation. */
export async function planMeeting(
  tx: Tx,
  actor: Actor,
  wish: PlanMeeting,
): Promise<Result<MeetingId, PlanMeetingRefusal>> {
  const opened = await openCase(tx, actor, wish)
  if (!opened.ok) return opened
  const { kept, key, agencyIds } = opened.value
  const earlier = await listMeetings(tx, kept.id)
  const law = await legalTime(tx, dayOf(wish.at))
  const refusal = await refuseAppointment(tx, wish, { opened: opened.value, earlier, law })
  if (refusal) return refuse(refusal)

  if (kept.status !== 'in-conciliation') {
    const { vault, version, at } = wish
    const step = { vault, id: kept.id, action: 'begin-conciliation', version, at } as const
    const moved = await moveComplaint(tx, actor, step)
    if (!moved.ok) return moved
  }
  const id = newId<MeetingId>()
  const attempt = Math.max(0, ...earlier.map((one) => one.attempt)) + 1
  const seal = (text: string | null) => (text === null ? null : wish.vault.seal(key, text))
  const added = await insertMeeting(tx, {
    ...{ id, complaintId: kept.id, attempt, agencyIds, keyId: kept.keyId },
    ...{ way: wish.way, province: wish.province, meetsAt: wish.meetsAt },
    ...{ conductedBy: wish.conductedBy, plannedBy: actor.id, plannedAt: wish.at },
    ...{ placeSealed: seal(wish.place), reasonSealed: seal(wish.reason) },
    rulesApplied: appliedFor(law),
  })
  if (!added) return refuse('meeting-under-way')
  const data = { meeting: id, attempt, way: wish.way }
  await tell(tx, actor, opened.value, { type: meetingEventOf.plan, at: wish.at, data })
  return ok(id)
}

/** The rules about notice and attempts as they stood: kept with the meeting, known or not. */
const appliedFor = ({ book }: LegalTime): AppliedRule[] =>
  [noticeRule, attemptsRule].flatMap((key) => {
    const rule = findRule(book, key)
    return rule ? [appliedRule(rule)] : []
  })

/** From when on a meeting may be fixed today. */
export function noticeDays({ book, calendar }: LegalTime, now: Date): MeetingDays {
  const rule = clockRule(book, noticeRule)
  const notice = rule?.unit === 'working-days' ? rule.value : null
  return meetingDays(dayOf(now), { notice, calendar })
}

/** Where the worker is taken to be: where her case is; nowhere in particular at the ministry. */
export const workerProvinceOf = ({ area }: { readonly area: string }): string | null =>
  area === ministryArea ? null : area

type Around = {
  readonly opened: OpenCase
  readonly earlier: readonly Pick<Meeting, 'status'>[]
  readonly law: LegalTime
}

async function refuseAppointment(
  tx: Tx,
  wish: PlanMeeting,
  { opened, earlier, law }: Around,
): Promise<PlanRefusal | DayRefusal | 'conductor-unknown' | null> {
  const { kept, inConflict } = opened
  const refusal = refusePlan(wish, {
    isProtected: kept.isProtected,
    earlier,
    conductorInConflict: inConflict.includes(wish.conductedBy),
    workerProvince: workerProvinceOf(kept),
  })
  if (refusal) return refusal
  const { calendar } = law
  const wrongDay = refuseDay(wish.meetsAt, {
    now: wish.at,
    days: noticeDays(law, wish.at),
    calendar,
  })
  if (wrongDay) return wrongDay
  const may = await listConductors(tx, kept.area, wish.at)
  return may.some(({ id }) => id === wish.conductedBy) ? null : 'conductor-unknown'
}

/** Who may conduct a meeting in this area. */
export async function listConductors(tx: Tx, area: string, now: Date) {
  const today = dayOf(now)
  const [officers, heads] = await Promise.all([
    listOfficers(tx, { role: 'complaints-officer', area, today }),
    listOfficers(tx, { role: 'complaints-head', area, today }),
  ])
  const known = new Set(officers.map(({ id }) => id))
  return [...officers, ...heads.filter(({ id }) => !known.has(id))]
}

export type Postpone = AboutCase &
  Appointment & { readonly meetingId: string; readonly version: number }

/** Another day for the same attempt; both sides have to be invited again. */
export async function postponeMeeting(
  tx: Tx,
  actor: Actor,
  wish: Postpone,
): Promise<Result<null, PlanMeetingRefusal | MeetingRefusal | 'changed-meanwhile'>> {
  const opened = await openCase(tx, actor, wish)
  if (!opened.ok) return opened
  const { kept, key, inConflict } = opened.value
  const meeting = await findMeeting(tx, wish.meetingId)
  if (meeting?.complaintId !== kept.id) return refuse('not-found')
  const facts = { actor, isProtected: kept.isProtected, hasConflict: inConflict.includes(actor.id) }
  const allowed = checkMeeting(meeting, 'postpone', facts)
  if (!allowed.ok) return allowed
  const law = await legalTime(tx, dayOf(wish.at))
  const refusal = await refuseAppointment(tx, wish, { opened: opened.value, earlier: [], law })
  if (refusal) return refuse(refusal)
  const seal = (text: string | null) => (text === null ? null : wish.vault.seal(key, text))
  const moved = await rescheduleMeeting(
    tx,
    { id: meeting.id, version: wish.version },
    {
      ...{ way: wish.way, province: wish.province, meetsAt: wish.meetsAt },
      ...{ conductedBy: wish.conductedBy, placeSealed: seal(wish.place) },
      reasonSealed: seal(wish.reason),
    },
  )
  if (!moved) return refuse('changed-meanwhile')
  const data = { meeting: meeting.id, attempt: meeting.attempt }
  const told = { type: meetingEventOf.postpone, at: wish.at, data }
  await tell(tx, actor, opened.value, { ...told, toComplainant: meeting.status === 'invited' })
  return ok(null)
}
