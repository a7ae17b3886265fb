import type { Line } from './bench.ts'

/** One bench as text: what, value, target, and whether it is met. */
export function tableOf(name: string, lines: readonly Line[]): string {
  const rows = lines.map(({ what, value, unit, target, met }) => [
    ...[`  ${what}`, `${shown(value)} ${unit}`.trim(), target ?? ''],
    met === null ? '' : met ? 'met' : 'NOT MET',
  ])
  const widths = [0, 1, 2].map((column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  )
  const text = rows.map((row) =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  '),
  )
  return [name, ...text, ''].join('\n')
}

const shown = (value: number): string =>
  Math.abs(value) >= 100 ? Math.round(value).toLocaleString('en') : value.toFixed(2)
