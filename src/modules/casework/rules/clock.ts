/** What a kind of record says of its clocks: which rule each follows, which run in which status. */
export type ClockPlan<Status extends string = string, Kind extends string = string> = {
  readonly rules: Readonly<Record<Kind, string>>
  readonly running: Readonly<Record<Status, readonly Kind[]>>
  /** Kinds that stand still in a status, if they were running; elsewhere nothing is paused. */
  readonly paused?: Readonly<Partial<Record<Status, readonly Kind[]>>>
  /** Kinds that never start a second time. */
  readonly once: readonly Kind[]
}

export type Clock = {
  readonly id: string
  readonly kind: string
  readonly ruleKey: string
  readonly startedAt: Date
  readonly dueAt: Date
  readonly uncertain: boolean
  readonly pausedAt: Date | null
  readonly pausedMs: number
  readonly stoppedAt: Date | null
  readonly outcome: ClockOutcome | null
  /** Who set its day by hand; null where the rule alone says it. */
  readonly setBy: string | null
}
export const clockOutcomes = ['met', 'missed', 'void'] as const
export type ClockOutcome = (typeof clockOutcomes)[number]

export type ClockChanges<Kind extends string> = {
  readonly start: readonly Kind[]
  readonly stop: readonly Clock[]
  readonly keep: readonly Clock[]
  readonly pause: readonly Clock[]
  readonly resume: readonly Clock[]
}

/**
 * What has to start and stop so that exactly the clocks of this status run. Clocks of another plan
 * on the same record are none of its business.
 */
export function clockChanges<S extends string, K extends string>(
  plan: ClockPlan<S, K>,
  status: S,
  clocks: readonly Clock[],
): ClockChanges<K> {
  const wanted = plan.running[status]
  const still: readonly string[] = plan.paused?.[status] ?? []
  const isOurs = (clock: Clock): boolean => Object.hasOwn(plan.rules, clock.kind)
  const running = clocks.filter((clock) => clock.stoppedAt === null && isOurs(clock))
  const isWanted = (clock: Clock): boolean => wanted.some((kind) => kind === clock.kind)
  const mayStart = (kind: K): boolean =>
    !running.some((clock) => clock.kind === kind) &&
    !(plan.once.includes(kind) && clocks.some((clock) => clock.kind === kind))
  const isStill = (clock: Clock): boolean => still.includes(clock.kind)
  return {
    start: wanted.filter(mayStart),
    stop: running.filter((clock) => !isWanted(clock) && !isStill(clock)),
    keep: running.filter((clock) => isWanted(clock) && clock.pausedAt === null),
    pause: running.filter((clock) => isStill(clock) && clock.pausedAt === null),
    resume: running.filter((clock) => isWanted(clock) && clock.pausedAt !== null),
  }
}

/** A clock that is stopped by its last instant was met; one that stood still, by when it did. */
export const outcomeAt = (clock: Pick<Clock, 'dueAt' | 'pausedAt'>, at: Date): ClockOutcome =>
  (clock.pausedAt ?? at).getTime() <= clock.dueAt.getTime() ? 'met' : 'missed'

/** A clock that goes on from now: the time that it stood still is taken out. */
export const wentOn = (clock: Clock, at: Date): Clock => ({
  ...clock,
  pausedAt: null,
  pausedMs: clock.pausedMs + stoodStill(clock, at),
})

/** Never less than nothing: a late entry with an earlier date turns no clock back. */
export const stoodStill = ({ pausedAt }: Pick<Clock, 'pausedAt'>, at: Date): number =>
  pausedAt === null ? 0 : Math.max(0, at.getTime() - pausedAt.getTime())

/** The nearest date by which something has to happen; null when nothing runs. */
export const nextDue = (running: readonly Pick<Clock, 'dueAt'>[]): Date | null =>
  running.reduce<Date | null>(
    (soonest, { dueAt }) => (soonest === null || dueAt < soonest ? dueAt : soonest),
    null,
  )

/** From when a clock counts once its pauses are taken out: the later of two never moves back. */
export const effectiveStart = (clock: Pick<Clock, 'startedAt' | 'pausedMs'>): Date =>
  new Date(clock.startedAt.getTime() + clock.pausedMs)
