import { addDays, type Day, daysBetween, isDay } from '../days.ts'
import { type Cbor, decodeCbor, encodeCbor } from './cbor.ts'
import { packWords, unpackWords } from './short-words.ts'

/** In the order of their numbers in a token: never moved, only added to. */
export const tokenKinds = ['licence', 'card', 'document'] as const
export type TokenKind = (typeof tokenKinds)[number]

/** What a signed code says, as on the day on which it was issued. */
export type Token = {
  readonly kind: TokenKind
  readonly number: string
  /** Of whom it speaks. */
  readonly names: { readonly km: string | null; readonly en: string | null }
  /** The country and the kind of work for which it holds; null where it is for none. */
  readonly destination: string | null
  readonly sector: string | null
  readonly from: Day
  /** The last day; null while no end is set. */
  readonly to: Day | null
  readonly issuedOn: Day
  /** Where its status stands in the list. */
  readonly place: number
}

const version = 1
const firstDay = '1970-01-01' as Day
const latestDay = 100_000

/** A list in this order; names are what takes most of it. */
export const encodeToken = (token: Token): Uint8Array =>
  encodeCbor([
    version,
    tokenKinds.indexOf(token.kind) + 1,
    token.number,
    token.names.km === null ? null : packWords(token.names.km),
    token.names.en,
    token.destination,
    token.sector,
    daysBetween(firstDay, token.from),
    token.to === null ? null : daysBetween(firstDay, token.to),
    daysBetween(firstDay, token.issuedOn),
    token.place,
  ])

/** Null for whatever is not whole and of the version that we know. */
export function decodeToken(bytes: Uint8Array): Token | null {
  const list = decodeCbor(bytes)?.value
  if (!Array.isArray(list) || list.length !== 11 || list[0] !== version) return null
  const [, kindNumber, number, km, en, destination, sector, from, to, issued, place] =
    list as readonly Cbor[]
  const kind = typeof kindNumber === 'number' ? tokenKinds[kindNumber - 1] : undefined
  const days = { from: dayAt(from), to: dayAt(to), issuedOn: dayAt(issued) }
  const names = { km: unpackWords(km), en: unpackWords(en) }
  if (!kind || typeof number !== 'string' || !isPlace(place)) return null
  if (days.from === null || days.issuedOn === null) return null
  if ((to !== null && days.to === null) || (names.km ?? names.en) === null) return null
  const told = { destination: textOf(destination), sector: textOf(sector) }
  return { kind, number, names, ...told, ...days, from: days.from, issuedOn: days.issuedOn, place }
}

const isPlace = (value: Cbor | undefined): value is number =>
  typeof value === 'number' && value >= 0

const textOf = (value: Cbor | undefined): string | null =>
  typeof value === 'string' ? value : null

function dayAt(value: Cbor | undefined): Day | null {
  if (typeof value !== 'number' || value < 0 || value > latestDay) return null
  const day = addDays(firstDay, value)
  return isDay(day) ? day : null
}
