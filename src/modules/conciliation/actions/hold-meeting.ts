import type { Actor } from '../../../kernel/actor.ts'
import { dayOf } from '../../../kernel/days.ts'
import type { Lang, Reader } from '../../../kernel/reader.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db.ts'
import { listProvinces } from '../../places/index.ts'
import { checkMeeting, type MeetingRefusal, refuseHeld } from '../rules/conditions.ts'
import {
  type Absence,
  type Attendance,
  type MeetingAction,
  meetingEventOf,
  type NotHeldReason,
  type ReadTo,
  type Side,
} from '../rules/meeting.ts'
import { findMeeting, insertAttendance, type MeetingRow, moveMeeting } from '../store/meeting.ts'
import { type AboutCase, type CaseRefusal, type OpenCase, openCase, tell } from './about-case.ts'
import { draftCaseLetter } from './letters.ts'
import { sealMinutes } from './minutes.ts'

export type AboutMeeting = AboutCase & { readonly meetingId: string; readonly version: number }
export type MeetingStepRefusal = CaseRefusal | MeetingRefusal | 'changed-meanwhile' | 'no-office'

export type Ready = {
  readonly opened: OpenCase
  readonly meeting: MeetingRow
}

/** A meeting of this case that may take the step, as it was seen. */
export async function readyMeeting(
  tx: Tx,
  actor: Actor,
  { action, ...about }: AboutMeeting & { readonly action: MeetingAction },
): Promise<Result<Ready, MeetingStepRefusal>> {
  const opened = await openCase(tx, actor, about)
  if (!opened.ok) return opened
  const { kept, inConflict } = opened.value
  const meeting = await findMeeting(tx, about.meetingId)
  if (meeting?.complaintId !== kept.id) return refuse('not-found')
  if (meeting.version !== about.version) return refuse('changed-meanwhile')
  const facts = { actor, isProtected: kept.isProtected, hasConflict: inConflict.includes(actor.id) }
  const allowed = checkMeeting(meeting, action, facts)
  return allowed.ok ? ok({ opened: opened.value, meeting }) : allowed
}

export type Invite = AboutMeeting & { readonly language: Lang }

/** Drafts one letter to each side: the agency's says day, way and place, and nothing of her. */
export async function inviteToMeeting(
  tx: Tx,
  actor: Actor,
  { language, ...about }: Invite,
): Promise<Result<null, MeetingStepRefusal>> {
  const ready = await readyMeeting(tx, actor, { ...about, action: 'invite' })
  if (!ready.ok) return ready
  const { opened, meeting } = ready.value
  const { vault, at } = about
  const place = await placeOf(tx, ready.value, { language, about })
  const letter = { vault, complaint: opened.kept, language, at, values: place }
  const sides = [
    { template: 'invite-worker', to: 'worker' },
    { template: 'invite-agency', to: meeting.agencyIds },
  ] as const
  for (const side of sides) {
    const begun = await draftCaseLetter(tx, actor, { ...letter, ...side })
    if (!begun.ok) return begun
  }
  if (!(await moveMeeting(tx, meeting, { to: 'invited', invitedAt: at })))
    return refuse('changed-meanwhile')
  const data = { meeting: meeting.id, attempt: meeting.attempt, meets: meeting.meetsAt }
  await tell(tx, actor, opened, { type: meetingEventOf.invite, at, data, toComplainant: true })
  return ok(null)
}

async function placeOf(
  tx: Tx,
  { meeting, opened }: Ready,
  { language, about }: { language: Lang; about: AboutMeeting },
) {
  const provinces = await listProvinces(tx)
  const province = provinces.find(({ code }) => code === meeting.province)
  const words = meeting.placeSealed ? about.vault.open(opened.key, meeting.placeSealed) : ''
  return (reader: Reader) => ({
    day: reader.day(dayOf(meeting.meetsAt)),
    time: clockTime(meeting.meetsAt),
    place: [
      reader.t(`conciliation.way.${meeting.way}`),
      province ? reader.name(province.names) : '',
      words,
    ]
      .filter((part) => part !== '')
      .join(language === 'km' ? ' ' : ', '),
  })
}

/** The hour in Phnom Penh, seven ahead all year. */
const clockTime = (at: Date): string =>
  new Date(at.getTime() + 7 * 3_600_000).toISOString().slice(11, 16)

type Came = { readonly came: Attendance; readonly why: Absence | null }

export type HoldMeeting = AboutMeeting & {
  readonly worker: Came
  readonly agency: Came
  readonly heldAt: Date
  /** What each side said, side by side. */
  readonly workerSays: string
  readonly agencySays: string
  readonly note: string | null
  readonly readTo: readonly ReadTo[]
  readonly readBy: string | null
  readonly language: Lang
}
export type HoldRefusal =
  | MeetingStepRefusal
  | 'held-in-the-future'
  | 'read-aloud-by-whom'
  | 'minutes-not-read-to-her'

/** Keeps who came, what both said, and to whom it was read aloud; the minutes become a paper. */
export async function holdMeeting(
  tx: Tx,
  actor: Actor,
  held: HoldMeeting,
): Promise<Result<null, HoldRefusal>> {
  const ready = await readyMeeting(tx, actor, { ...held, action: 'hold' })
  if (!ready.ok) return ready
  const absent = refuseHeld({ worker: held.worker.came, agency: held.agency.came })
  if (absent) return refuse(absent)
  if (held.heldAt > held.at) return refuse('held-in-the-future')
  if (!held.readTo.some((to) => to !== 'agency')) return refuse('minutes-not-read-to-her')
  if (held.readBy === null) return refuse('read-aloud-by-whom')
  const { opened, meeting } = ready.value
  const { vault, at } = held
  const minutes = {
    ...{ workerSays: held.workerSays, agencySays: held.agencySays },
    ...{ note: held.note, readBy: held.readBy },
  }
  const minutesSealed = sealMinutes(vault, opened.key, minutes)
  const move = { to: 'held', heldAt: held.heldAt, readTo: held.readTo, minutesSealed } as const
  if (!(await moveMeeting(tx, meeting, move))) return refuse('changed-meanwhile')
  await insertAttendance(tx, [
    came(meeting, 'worker', held.worker),
    came(meeting, 'agency', held.agency),
  ])
  const letter = await draftCaseLetter(tx, actor, {
    ...{ vault, complaint: opened.kept, language: held.language, at, template: 'minutes' },
    to: meeting.agencyIds,
    values: (reader) => ({
      day: reader.day(dayOf(held.heldAt)),
      ...{ worker: held.workerSays, agency: held.agencySays, note: held.note ?? '–' },
      readTo: held.readTo.map((to) => reader.t(`conciliation.read-to.${to}`)).join(', '),
      readBy: held.readBy ?? '',
    }),
  })
  if (!letter.ok) return letter
  const data = { meeting: meeting.id, attempt: meeting.attempt, readTo: held.readTo }
  await tell(tx, actor, opened, { type: meetingEventOf.hold, at, data, toComplainant: true })
  return ok(null)
}

const came = ({ id }: MeetingRow, side: Side, of: Came) => ({
  ...{ meetingId: id, side, came: of.came },
  why: of.came === 'absent' ? (of.why ?? 'unknown') : null,
})

export type NotHeld = AboutMeeting & {
  readonly why: NotHeldReason
  readonly workerWhy: Absence | null
  readonly agencyWhy: Absence | null
}

/** Nobody came, or not both. The case stays in conciliation: another attempt is planned. */
export async function recordNotHeld(
  tx: Tx,
  actor: Actor,
  { why, workerWhy, agencyWhy, ...about }: NotHeld,
): Promise<Result<null, MeetingStepRefusal>> {
  const ready = await readyMeeting(tx, actor, { ...about, action: 'not-held' })
  if (!ready.ok) return ready
  const { opened, meeting } = ready.value
  const { at } = about
  if (!(await moveMeeting(tx, meeting, { to: 'not-held', endedAt: at, notHeldWhy: why })))
    return refuse('changed-meanwhile')
  const absent = (side: Side, because: Absence | null) =>
    came(meeting, side, { came: 'absent', why: because })
  await insertAttendance(tx, [
    ...(why === 'worker-absent' || why === 'both-absent' ? [absent('worker', workerWhy)] : []),
    ...(why === 'agency-absent' || why === 'both-absent' ? [absent('agency', agencyWhy)] : []),
  ])
  const data = { meeting: meeting.id, attempt: meeting.attempt, why }
  await tell(tx, actor, opened, { type: meetingEventOf['not-held'], at, data, toComplainant: true })
  return ok(null)
}
