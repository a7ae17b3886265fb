/**
 * Bytes as text for a QR code: two bytes become three signs of the alphabet in which such a code is
 * smallest. All of them may stand in an address behind the `#`, which the space and the percent sign
 * of the usual alphabet of 45 may not, and none is cut off at the end as a stop would be.
 */
const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ$*+-/'
const base = alphabet.length

export function toText(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 2) {
    const [high = 0, low] = bytes.subarray(at, at + 2)
    text += low === undefined ? signs(high, 2) : signs(high * 256 + low, 3)
  }
  return text
}

function signs(number: number, count: number): string {
  let rest = number
  let text = ''
  for (let each = 0; each < count; each++) {
    text = alphabet.charAt(rest % base) + text
    rest = Math.floor(rest / base)
  }
  return text
}

/** Null for what was never made of bytes by `toText`. */
export function fromText(text: string): Uint8Array | null {
  const bytes: number[] = []
  for (let at = 0; at < text.length; at += 3) {
    const group = text.slice(at, at + 3)
    const number = numberOf(group)
    if (number === null || group.length === 1 || number > (group.length === 3 ? 0xffff : 0xff))
      return null
    if (group.length === 3) bytes.push(number >> 8)
    bytes.push(number & 0xff)
  }
  return Uint8Array.from(bytes)
}

function numberOf(signs: string): number | null {
  let number = 0
  for (const sign of signs) {
    const digit = alphabet.indexOf(sign)
    if (digit < 0) return null
    number = number * base + digit
  }
  return number
}

const shortest = 100
const longest = 3_000

/** The signed text in what was scanned, pasted or typed: all of it, or what stands behind the `#`. */
export function tokenTextIn(typed: string): string | null {
  const text = decoded(typed.slice(typed.lastIndexOf('#') + 1))
    .replace(/\s/g, '')
    .toUpperCase()
  const fits = text.length >= shortest && text.length <= longest
  return fits && /^[0-9A-Z$*+\-/]+$/.test(text) ? text : null
}

/** Some programs write `%24` for `$`. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
