import type { Day } from '../../../kernel/days.ts'

export type Names = { readonly km: string; readonly en: string }

/** A province, district, commune or village; the parent's code is this code without two digits. */
export type Place = {
  readonly code: string
  readonly kind: string
  readonly names: Names
}

/** From the province down to the place itself. */
export type PlacePath = readonly Place[]

export type Destination = {
  /** ISO 3166-1, two letters. */
  readonly code: string
  readonly names: Names
  readonly currency: string
}

export type DestinationArea = {
  /** ISO 3166-2. */
  readonly code: string
  readonly destination: string
  readonly kind: string
  /** Khmer only for the areas best known in Cambodia. */
  readonly names: { readonly km: string | null; readonly en: string }
  /** In the script of the place itself. */
  readonly localName: string | null
}

export type CurrencyName = { readonly code: string; readonly names: Names }

export type Holiday = {
  readonly year: number
  readonly code: string
  /** Null for a movable feast whose day is not published yet. */
  readonly day: Day | null
  readonly standing: 'verified' | 'reported' | 'assumed' | 'unknown'
  readonly source: string
  readonly names: Names
}

/** The codes from the province down to this place: 010204 gives 01, 0102, 010204. */
export function codesAbove(code: string): string[] {
  const codes: string[] = []
  for (let length = 2; length <= code.length; length += 2) codes.push(code.slice(0, length))
  return codes
}

/** Two digits for a province to eight for a village. */
export const isPlaceCode = (text: string): boolean => /^(?:\d{2}){1,4}$/.test(text)
