import type { Reader } from '../../kernel/reader.ts'
import { type Check, limits } from '../../platform/operations/checks.ts'

const units = ['B', 'kB', 'MB', 'GB', 'TB'] as const

/** 2.4 MB: in steps of a thousand, with one figure behind the point below ten. */
export function sizeText(bytes: number): string {
  const step = Math.min(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), units.length - 1)
  const value = bytes / 1000 ** step
  return `${value < 10 && step > 0 ? value.toFixed(1) : Math.round(value)} ${units[step] ?? ''}`
}

/** 3 days, 5 hours, 12 minutes or 40 seconds: the largest that fits, rounded down. */
function spanText(seconds: number, t: Reader['t'], of: string): string {
  const gone = seconds < 0
  const span = Math.abs(seconds)
  const [unit, length] =
    span >= 172_800
      ? (['days', 86_400] as const)
      : span >= 7_200
        ? (['hours', 3_600] as const)
        : span >= 120
          ? (['minutes', 60] as const)
          : (['seconds', 1] as const)
  const words = t(`operations.span.${unit}`, { count: Math.floor(span / length) })
  return t(`${of}.${gone ? 'over' : 'span'}`, { span: words })
}

type Seen = Pick<Check, 'name' | 'value' | 'problem'>

/** What a check saw, and why it is not well where the figure alone does not say so. */
export const seenText = (reader: Reader, { name, value, problem }: Seen): readonly string[] => [
  ...(value === null ? [] : [valueText(reader, name, value)]),
  ...(problem === null ? [] : [reader.t(`operations.${name}.${problem}`)]),
]

/** A figure in the unit of its check. */
function valueText({ t, number }: Reader, name: Check['name'], value: number): string {
  switch (limits[name].unit) {
    case 'bytes':
      return t('operations.free', { size: sizeText(value) })
    case 'count':
      return number(value)
    case 'days':
      return t('operations.digest.days', { count: value })
    default:
      // Of what waits: nothing does.
      if (value === 0) return t('operations.nothing-waits')
      return spanText(value, t, `operations.${name}`)
  }
}
