import type { Cbor } from './cbor.ts'

/** The Khmer letters and signs; with ASCII they are all that most names are made of. */
const khmer = 0x1780
const khmerEnd = 0x17ff

/** A name in Khmer takes one byte a letter instead of three, where it is of Khmer and ASCII alone. */
export function packWords(words: string): Cbor {
  const codes = [...words].map((sign) => sign.codePointAt(0) ?? 0)
  const fits = codes.every((code) => code < 0x80 || (code >= khmer && code <= khmerEnd))
  const isShorter = codes.some((code) => code >= khmer)
  if (!fits || !isShorter) return words
  return Uint8Array.from(codes, (code) => (code < 0x80 ? code : code - khmer + 0x80))
}

/** Null for what is neither. */
export function unpackWords(packed: Cbor | undefined): string | null {
  if (typeof packed === 'string') return packed
  if (!(packed instanceof Uint8Array)) return null
  return Array.from(packed, (byte) =>
    String.fromCodePoint(byte < 0x80 ? byte : byte - 0x80 + khmer),
  ).join('')
}
