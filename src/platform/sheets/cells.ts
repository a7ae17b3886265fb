import { type Day, isDay } from '../../kernel/days.ts'
import { latinDigits, nameKey } from '../text/index.ts'

/** 2026-02-03 or 3/2/2026, in Latin or Khmer digits; the day stands first, as people write it here. */
export function dayInCell(cell = ''): Day | null {
  const text = latinDigits(cell)
  const [, day = '', month = '', year = ''] =
    /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? []
  const iso = year === '' ? text : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isDay(iso) ? iso : null
}

/** Several in one cell stand apart by a semicolon or a line; each once. */
export const partsOfCell = (cell = ''): string[] => [
  ...new Set(
    cell
      .split(/[;\n]/)
      .map((part) => part.trim())
      .filter((part) => part !== ''),
  ),
]

type Coded = {
  readonly code: string
  readonly names: { readonly km: string | null; readonly en: string | null }
}

/** The code that a cell means, by itself ("TH", "1" for 01) or by the name in either language. */
export function codeInCell(places: readonly Coded[], text: string): string | null {
  const { byCode, byName, known } = indexOf(places)
  const before = known.get(text)
  if (before !== undefined) return before
  const plain = latinDigits(text).toUpperCase().padStart(2, '0')
  const found = byCode.get(plain) ?? byCode.get(text) ?? byName.get(nameKey(text)) ?? null
  // Only what was found: a file may hold any number of words that mean nothing.
  if (found !== null) known.set(text, found)
  return found
}

type CodeIndex = {
  readonly byCode: ReadonlyMap<string, string>
  readonly byName: ReadonlyMap<string, string>
  readonly known: Map<string, string>
}

/** Keys of names cost a tenth of a millisecond each; a register asks for the same few in every line. */
const indexes = new WeakMap<readonly Coded[], CodeIndex>()

function indexOf(places: readonly Coded[]): CodeIndex {
  const made = indexes.get(places)
  if (made) return made
  // The first of two with the same name counts.
  const reversed = [...places].reverse()
  const index = {
    byCode: new Map(reversed.map(({ code }) => [code, code])),
    byName: new Map(
      reversed.flatMap(({ code, names }) =>
        [names.km, names.en].flatMap((name): [string, string][] =>
          name === null || nameKey(name) === '' ? [] : [[nameKey(name), code]],
        ),
      ),
    ),
    known: new Map<string, string>(),
  }
  indexes.set(places, index)
  return index
}
