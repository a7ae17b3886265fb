import { stringify } from 'csv-stringify/sync'

/**
 * Rows as a file for spreadsheets: marked as UTF-8, since they would else spoil the Khmer, and with
 * nothing in it that one of them takes for a formula.
 */
export const csvText = (rows: readonly (readonly string[])[]): string =>
  `\uFEFF${stringify(rows as string[][], { escape_formulas: true })}`
