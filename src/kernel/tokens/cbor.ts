/**
 * As much of CBOR (RFC 8949) as our tokens and lists are made of: whole numbers, bytes, text, lists
 * and maps, each in its shortest form. It runs in browsers of ten years ago, too.
 */
export type Cbor = number | string | Uint8Array | null | readonly Cbor[] | CborMap
export type CborMap = ReadonlyMap<number | string, Cbor>

/** A value with a number before it that says what it is, such as 18 for COSE_Sign1. */
export const tagged = (tag: number, value: Cbor): Uint8Array =>
  joined([head(6, tag), encodeCbor(value)])

export function encodeCbor(value: Cbor): Uint8Array {
  if (value === null) return Uint8Array.of(0xf6)
  if (typeof value === 'number') return wholeNumber(value)
  if (typeof value === 'string') {
    const bytes = new TextEncoder().encode(value)
    return joined([head(3, bytes.length), bytes])
  }
  if (value instanceof Uint8Array) return joined([head(2, value.length), value])
  if (isMap(value)) {
    const entries = [...value].flatMap(([key, each]) => [encodeCbor(key), encodeCbor(each)])
    return joined([head(5, value.size), ...entries])
  }
  return joined([head(4, value.length), ...value.map(encodeCbor)])
}

const isMap = (value: CborMap | readonly Cbor[]): value is CborMap => value instanceof Map

function wholeNumber(value: number): Uint8Array {
  if (!Number.isSafeInteger(value)) throw new Error('only whole numbers are written')
  return value < 0 ? head(1, -1 - value) : head(0, value)
}

/** What kind it is and how large, in as few bytes as that takes. */
function head(major: number, size: number): Uint8Array {
  const first = major << 5
  if (size < 24) return Uint8Array.of(first | size)
  const width = size < 0x100 ? 1 : size < 0x10000 ? 2 : size < 0x100000000 ? 4 : 8
  const bytes = new Uint8Array(1 + width)
  bytes[0] = first | (23 + [1, 2, 4, 8].indexOf(width) + 1)
  let rest = size
  for (let at = width; at > 0; at--) {
    bytes[at] = rest % 256
    rest = Math.floor(rest / 256)
  }
  return bytes
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}

/** The value and the tags before it; null for whatever is not exactly one value of ours. */
export function decodeCbor(bytes: Uint8Array): { tags: readonly number[]; value: Cbor } | null {
  const at = { bytes, place: 0, depth: 0 }
  const tags: number[] = []
  try {
    while (at.bytes[at.place] !== undefined && (at.bytes[at.place] ?? 0) >> 5 === 6)
      tags.push(readHead(at).size)
    const value = read(at)
    return at.place === bytes.length ? { tags, value } : null
  } catch (error) {
    if (error instanceof NotCbor || error instanceof TypeError || error instanceof RangeError)
      return null
    throw error
  }
}

type Reading = { readonly bytes: Uint8Array; place: number; depth: number }
class NotCbor extends Error {}
const deepest = 8

function readHead(at: Reading): { major: number; size: number } {
  const first = at.bytes[at.place++]
  if (first === undefined) throw new NotCbor()
  const major = first >> 5
  const short = first & 31
  if (short < 24) return { major, size: short }
  const width = [1, 2, 4, 8][short - 24]
  if (width === undefined) throw new NotCbor()
  let size = 0
  for (const byte of take(at, width)) size = size * 256 + byte
  if (!Number.isSafeInteger(size)) throw new NotCbor()
  return { major, size }
}

function take(at: Reading, count: number): Uint8Array {
  if (at.place + count > at.bytes.length) throw new NotCbor()
  at.place += count
  return at.bytes.subarray(at.place - count, at.place)
}

function read(at: Reading): Cbor {
  if (at.depth > deepest) throw new NotCbor()
  const { major, size } = readHead(at)
  if (major === 0) return size
  if (major === 1) return -1 - size
  if (major === 2) return take(at, size)
  if (major === 3) return new TextDecoder('utf-8', { fatal: true }).decode(take(at, size))
  if (major === 7 && size === 22) return null
  if (major !== 4 && major !== 5) throw new NotCbor()
  // Each takes a byte at least: a promise of millions is none.
  if (size > at.bytes.length - at.place) throw new NotCbor()
  at.depth += 1
  const value = major === 4 ? Array.from({ length: size }, () => read(at)) : readMap(at, size)
  at.depth -= 1
  return value
}

function readMap(at: Reading, size: number): CborMap {
  const map = new Map<number | string, Cbor>()
  for (let count = 0; count < size; count++) {
    const key = read(at)
    if ((typeof key !== 'number' && typeof key !== 'string') || map.has(key)) throw new NotCbor()
    map.set(key, read(at))
  }
  return map
}
