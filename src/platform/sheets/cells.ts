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
export const codeInCell = (places: readonly Coded[], text: string): string | null =>
  places.find(
    ({ code, names }) =>
      code === latinDigits(text).toUpperCase().padStart(2, '0') ||
      code === text ||
      isSameName(names.km, text) ||
      isSameName(names.en, text),
  )?.code ?? null

const isSameName = (name: string | null, text: string): boolean =>
  name !== null && nameKey(name) === nameKey(text)
