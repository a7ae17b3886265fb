import { type Cbor, type CborMap, decodeCbor, encodeCbor } from './cbor.ts'

/** As the Token Status List of the IETF numbers them; from 12 on they are our own. */
export const statusNumbers = {
  valid: 0,
  revoked: 1,
  suspended: 2,
  surrendered: 12,
  ended: 13,
  warned: 14,
} as const
export type Status = keyof typeof statusNumbers

export const statusListType = 'application/statuslist+cwt'
const bits = 4
const claims = { subject: 2, expires: 4, issued: 6, list: 65533, ttl: 65534 } as const

/** The statuses of all places, two in a byte, the first in its lower half. */
export function packStatuses(statuses: Uint8Array): Uint8Array {
  const packed = new Uint8Array(Math.ceil(statuses.length / 2))
  for (let place = 0; place < statuses.length; place++) {
    const half = (statuses[place] ?? 0) << ((place % 2) * bits)
    packed[place >> 1] = (packed[place >> 1] ?? 0) | half
  }
  return packed
}

const names = new Map<number, Status>(
  Object.entries(statusNumbers).map(([name, number]) => [number, name as Status]),
)

/** Null for a place that the list does not have; a number that we do not know is no good sign. */
export function statusAt(packed: Uint8Array, place: number): Status | null {
  const byte = packed[place >> 1]
  if (byte === undefined || !Number.isSafeInteger(place)) return null
  return names.get((byte >> ((place % 2) * bits)) & 15) ?? 'ended'
}

export type ListClaims = {
  /** Where it is published. */
  readonly address: string
  readonly issuedAt: Date
  /** Until when a telephone without network may call it fresh. */
  readonly endsAt: Date
  /** The packed statuses, compressed as zlib does. */
  readonly compressed: Uint8Array
}

/** What is signed of a list: the claims of a Token Status List in CBOR. */
export const encodeList = ({ address, issuedAt, endsAt, compressed }: ListClaims): Uint8Array =>
  encodeCbor(
    new Map<number, Cbor>([
      [claims.subject, address],
      [claims.expires, seconds(endsAt)],
      [claims.issued, seconds(issuedAt)],
      [
        claims.list,
        new Map<string, Cbor>([
          ['bits', bits],
          ['lst', compressed],
        ]),
      ],
      [claims.ttl, seconds(endsAt) - seconds(issuedAt)],
    ]),
  )

const seconds = (at: Date): number => Math.floor(at.getTime() / 1000)

/** Null for what is no list of ours. */
export function decodeList(payload: Uint8Array): ListClaims | null {
  const map = decodeCbor(payload)?.value
  if (!(map instanceof Map)) return null
  const address = (map as CborMap).get(claims.subject)
  const list = (map as CborMap).get(claims.list)
  const issuedAt = instant((map as CborMap).get(claims.issued))
  const endsAt = instant((map as CborMap).get(claims.expires))
  if (!(list instanceof Map) || list.get('bits') !== bits) return null
  const compressed = (list as CborMap).get('lst')
  if (typeof address !== 'string' || !issuedAt || !endsAt) return null
  return compressed instanceof Uint8Array ? { address, issuedAt, endsAt, compressed } : null
}

const instant = (value: Cbor | undefined): Date | null =>
  typeof value === 'number' ? new Date(value * 1000) : null
