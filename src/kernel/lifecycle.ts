import type { Role } from './actor.ts'
import { ok, type Result, refuse } from './result.ts'

export type Step<Status extends string> = {
  readonly from: readonly Status[]
  readonly to: Status
  readonly by: readonly Role[]
}

/** What may happen next, as a table: it accepts actions, draws buttons, tests and diagrams. */
export type Lifecycle<Status extends string, Action extends string> = {
  readonly initial: Status
  readonly final: readonly Status[]
  readonly steps: Readonly<Record<Action, Step<Status>>>
}

export type StepRefusal = 'not-your-role' | 'not-in-this-status'

/** The status an action leads to, or why this actor may not take it now. */
export function takeStep<S extends string, A extends string>(
  lifecycle: Lifecycle<S, A>,
  status: S,
  { action, roles }: { action: A; roles: readonly Role[] },
): Result<S, StepRefusal> {
  const step = lifecycle.steps[action]
  if (!step.by.some((role) => roles.includes(role))) return refuse('not-your-role')
  if (!step.from.includes(status)) return refuse('not-in-this-status')
  return ok(step.to)
}

/** The actions to offer as buttons: exactly those that takeStep would accept. */
export function offeredActions<S extends string, A extends string>(
  lifecycle: Lifecycle<S, A>,
  status: S,
  roles: readonly Role[],
): A[] {
  const actions = Object.keys(lifecycle.steps) as A[]
  return actions.filter((action) => takeStep(lifecycle, status, { action, roles }).ok)
}

/** What is wrong with a lifecycle: statuses never reached, or with no way out. */
export function lifecycleFaults<S extends string, A extends string>(
  lifecycle: Lifecycle<S, A>,
  statuses: readonly S[],
): string[] {
  const steps = Object.values<Step<S>>(lifecycle.steps)
  const reached = new Set<S>([lifecycle.initial])
  for (let size = 0; size !== reached.size; ) {
    size = reached.size
    for (const step of steps) if (step.from.some((s) => reached.has(s))) reached.add(step.to)
  }
  const leaves = new Set(steps.flatMap((step) => step.from))
  return statuses.flatMap((status) => [
    ...(reached.has(status) ? [] : [`${status} is never reached`]),
    ...(leaves.has(status) || lifecycle.final.includes(status) ? [] : [`${status} has no way out`]),
  ])
}
