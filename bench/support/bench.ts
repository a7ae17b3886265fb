import type { World } from './world.ts'

/** As in the issue that sets the targets. */
export const connections = 16

export type Line = {
  readonly what: string
  readonly value: number
  readonly unit: string
  /** Null where a figure only stands beside the others. */
  readonly target: string | null
  readonly met: boolean | null
}
export type Run = {
  readonly world: World
  /** Of one measurement. */
  readonly seconds: number
  /** Measurements of which the median counts. */
  readonly rounds: number
  /** True for the full size of the targets. */
  readonly full: boolean
  readonly say: (line: string) => void
}
export type Bench = { readonly name: string; run(run: Run): Promise<Line[]> }

export const line = (what: string, value: number, unit: string): Line => ({
  ...{ what, value, unit, target: null, met: null },
})

export const atLeast = (what: string, value: number, { unit, target }: Wanted): Line => ({
  ...{ what, value, unit, target: `>= ${target}`, met: value >= target },
})

export const atMost = (what: string, value: number, { unit, target }: Wanted): Line => ({
  ...{ what, value, unit, target: `<= ${target}`, met: value <= target },
})
type Wanted = { readonly unit: string; readonly target: number }
