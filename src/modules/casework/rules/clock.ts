/** What a kind of record says of its clocks: which rule each follows, which run in which status. */
export type ClockPlan<Status extends string = string, Kind extends string = string> = {
  readonly rules: Readonly<Record<Kind, string>>
  readonly running: Readonly<Record<Status, readonly Kind[]>>
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
}
export const clockOutcomes = ['met', 'missed', 'void'] as const
export type ClockOutcome = (typeof clockOutcomes)[number]

export type ClockChanges<Kind extends string> = {
  readonly start: readonly Kind[]
  readonly stop: readonly Clock[]
  readonly keep: readonly Clock[]
}

/** What has to start and stop so that exactly the clocks of this status run. */
export function clockChanges<S extends string, K extends string>(
  plan: ClockPlan<S, K>,
  status: S,
  clocks: readonly Clock[],
): ClockChanges<K> {
  const wanted = plan.running[status]
  const running = clocks.filter((clock) => clock.stoppedAt === null)
  const isWanted = (clock: Clock): boolean => wanted.some((kind) => kind === clock.kind)
  const mayStart = (kind: K): boolean =>
    !running.some((clock) => clock.kind === kind) &&
    !(plan.once.includes(kind) && clocks.some((clock) => clock.kind === kind))
  return {
    start: wanted.filter(mayStart),
    stop: running.filter((clock) => !isWanted(clock)),
    keep: running.filter(isWanted),
  }
}

/** A clock that is stopped by its last instant was met. */
export const outcomeAt = (clock: Pick<Clock, 'dueAt'>, at: Date): ClockOutcome =>
  at.getTime() <= clock.dueAt.getTime() ? 'met' : 'missed'

/** The nearest date by which something has to happen; null when nothing runs. */
export const nextDue = (running: readonly Pick<Clock, 'dueAt'>[]): Date | null =>
  running.reduce<Date | null>(
    (soonest, { dueAt }) => (soonest === null || dueAt < soonest ? dueAt : soonest),
    null,
  )

/** From when a clock counts once its pauses are taken out: the later of two never moves back. */
export const effectiveStart = (clock: Pick<Clock, 'startedAt' | 'pausedMs'>): Date =>
  new Date(clock.startedAt.getTime() + clock.pausedMs)
