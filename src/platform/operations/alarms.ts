import type { Check, CheckName } from './checks.ts'

export type AlarmState = 'attention' | 'danger'
export type NoticeKind = 'begun' | 'worse' | 'lasts' | 'ended'

/** A check that was seen not to be well, and is not known to be well again. */
export type OpenAlarm = {
  readonly what: CheckName
  readonly state: AlarmState
  readonly seenAt: Date
  /** Null until a second look saw it, too. */
  readonly raisedAt: Date | null
  readonly worseSince: Date | null
  readonly wellSince: Date | null
  readonly toldAt: Date | null
}

/** What a look makes of an alarm; `notice` where somebody is to be told. */
export type AlarmMove =
  | { readonly to: 'none' }
  | { readonly to: 'forgotten' }
  | { readonly to: 'open'; readonly alarm: OpenAlarm; readonly notice: NoticeKind | null }
  | { readonly to: 'ended'; readonly alarm: OpenAlarm; readonly notice: NoticeKind | null }

/** Two looks of the same minute are one, whoever looks. */
const leastApart = 45_000
/** What comes and goes is one alarm: it ends after it has been well for so long. */
const wellFor = 10 * 60_000
const repeatAfter = 24 * 3_600_000

/** One look at one check; null where it applies no longer, which is as good as well. */
export function afterLook(open: OpenAlarm | null, check: Check | null, now: Date): AlarmMove {
  const state = check?.state ?? 'good'
  if (state === 'good') return open ? afterWell(open, now) : { to: 'none' }
  // Nobody knows: what stands, stands.
  if (state === 'unknown' || !check) return { to: 'none' }
  if (!open) return { to: 'open', alarm: firstSeen(check.name, state, now), notice: null }
  if (open.raisedAt === null)
    return isApart(open.seenAt, now)
      ? told({ ...open, state, raisedAt: now }, 'begun', now)
      : { to: 'none' }
  return whileItStands(open, state, now)
}

const firstSeen = (what: CheckName, state: AlarmState, now: Date): OpenAlarm => ({
  ...{ what, state, seenAt: now, raisedAt: null },
  ...{ worseSince: null, wellSince: null, toldAt: null },
})

function afterWell(open: OpenAlarm, now: Date): AlarmMove {
  if (open.raisedAt === null) return { to: 'forgotten' }
  if (open.wellSince === null)
    return { to: 'open', alarm: { ...open, wellSince: now, worseSince: null }, notice: null }
  if (now.getTime() - open.wellSince.getTime() < wellFor) return { to: 'none' }
  // Whoever never heard of it need not hear that it is over.
  return { to: 'ended', alarm: open, notice: open.toldAt ? 'ended' : null }
}

function whileItStands(open: OpenAlarm, state: AlarmState, now: Date): AlarmMove {
  const alarm = { ...open, wellSince: null }
  if (state === 'danger' && open.state === 'attention') {
    if (open.worseSince === null)
      return { to: 'open', alarm: { ...alarm, worseSince: now }, notice: null }
    if (isApart(open.worseSince, now))
      return told({ ...alarm, state, worseSince: null }, 'worse', now)
    return { to: 'open', alarm, notice: null }
  }
  const standing = { ...alarm, worseSince: null }
  if (open.toldAt === null) return told(standing, 'begun', now)
  if (now.getTime() - open.toldAt.getTime() >= repeatAfter) return told(standing, 'lasts', now)
  return { to: 'open', alarm: standing, notice: null }
}

const told = (alarm: OpenAlarm, notice: NoticeKind, now: Date): AlarmMove => ({
  to: 'open',
  alarm: { ...alarm, toldAt: now },
  notice,
})

const isApart = (before: Date, now: Date): boolean => now.getTime() - before.getTime() >= leastApart
