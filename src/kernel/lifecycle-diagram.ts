import type { Lifecycle, Step } from './lifecycle.ts'

/** A lifecycle as a Mermaid state diagram: drawn from the table that decides. */
export function lifecycleDiagram<S extends string, A extends string>(
  lifecycle: Lifecycle<S, A>,
): string {
  const steps = Object.entries<Step<S>>(lifecycle.steps).flatMap(([action, { from, to, by }]) =>
    from.map((status) => `  ${id(status)} --> ${id(to)} : ${action} (${by.join(', ')})`),
  )
  const ends = lifecycle.final.map((status) => `  ${id(status)} --> [*]`)
  return ['stateDiagram-v2', `  [*] --> ${id(lifecycle.initial)}`, ...steps, ...ends].join('\n')
}

/** Mermaid takes a hyphen for an operator. */
const id = (status: string): string => status.replaceAll('-', '_')
