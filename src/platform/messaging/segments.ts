/** GSM 03.38: what fits into seven bits, by code; the escape stands at 27. */
const basic =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\x1BÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà'
/** Those that take an escape before them, with the code behind it. */
const extended: Readonly<Record<string, number>> = {
  '\f': 0x0a,
  '^': 0x14,
  '{': 0x28,
  '}': 0x29,
  '\\': 0x2f,
  '[': 0x3c,
  '~': 0x3d,
  ']': 0x3e,
  '|': 0x40,
  '€': 0x65,
}
const escapeCode = 0x1b

const codes: ReadonlyMap<string, readonly number[]> = new Map<string, readonly number[]>([
  ...[...basic]
    .filter((sign) => sign !== '\x1B')
    .map((sign) => [sign, [basic.indexOf(sign)]] as const),
  ...Object.entries(extended).map(([sign, code]) => [sign, [escapeCode, code]] as const),
])

export type Segments = {
  /** The default alphabet with a sign a byte, or UCS-2 with two: SMPP's data codings 0 and 8. */
  readonly coding: 0 | 8
  readonly parts: readonly Buffer[]
}

/** What one text message holds: alone, and as a part of several, whose head takes room. */
const room = { 0: { alone: 160, part: 153 }, 8: { alone: 140, part: 134 } } as const

/**
 * A text as it goes over the air: 160 or 153 signs a segment in the default alphabet, 70 or 67 in
 * UCS-2, which every Khmer text needs. A sign that takes two units is never cut.
 */
export function segmentsOf(text: string): Segments {
  const signs = [...text]
  const plain = signs.every((sign) => codes.has(sign))
  const coding = plain ? 0 : 8
  const units = signs.map((sign) =>
    plain ? Buffer.from(codes.get(sign) ?? []) : Buffer.from(sign, 'utf16le').swap16(),
  )
  const all = Buffer.concat(units)
  if (all.length <= room[coding].alone) return { coding, parts: [all] }
  return { coding, parts: cut(units, room[coding].part) }
}

export const countSegments = (text: string): number => segmentsOf(text).parts.length

function cut(units: readonly Buffer[], most: number): Buffer[] {
  const parts: Buffer[][] = [[]]
  let length = 0
  for (const unit of units) {
    if (length + unit.length > most) {
      parts.push([])
      length = 0
    }
    parts.at(-1)?.push(unit)
    length += unit.length
  }
  return parts.map((part) => Buffer.concat(part))
}
