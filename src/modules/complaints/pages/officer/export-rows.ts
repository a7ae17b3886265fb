import { dayOf, startOfDay } from '../../../../kernel/days.ts'
import type { Visit } from '../../../../platform/http/route.ts'
import { exportRows, type WorklistFilters } from '../../rules/worklist.ts'
import {
  listWorklist,
  parseCursor,
  type WorklistAsk,
  type WorklistRow,
} from '../../store/worklist.ts'
import { momentOf } from './moment.ts'
import { agencyName, areaName, type CodeBook, categoryName, ownerName, readCodes } from './names.ts'

const batchRows = 500

/** Text, or an instant: each kind of file writes it in its own way. */
export type ExportCell = string | Date

/**
 * The rows of an export, batch by batch in the order of receipt, which does not change meanwhile.
 * Each batch is a reading of its own; nobody reads on once the client has hung up.
 */
export async function* exportBatches(
  visit: Visit,
  filters: WorklistFilters,
): AsyncGenerator<readonly ExportCell[][]> {
  const moment = momentOf(visit.now)
  const byReceipt = { ...filters, sort: 'receipt' as const }
  let from: WorklistAsk['from'] = null
  for (let given = 0; given < exportRows; given += batchRows) {
    const ask: WorklistAsk = { filters: byReceipt, from, limit: batchRows, moment }
    const batch = await visit.readAs(visit.actor, async (tx) => {
      const [rows, codes] = await Promise.all([listWorklist(tx, visit.actor, ask), readCodes(tx)])
      return { rows, codes }
    })
    if (batch.rows.length > 0) yield batch.rows.map((row) => cellsOf(visit, row, batch.codes))
    const last = batch.rows.at(-1)
    const cursor = last ? parseCursor(last.cursor) : null
    if (batch.rows.length < batchRows || !cursor) return
    from = { cursor, direction: 'after' }
  }
}

export const exportHead = (visit: Visit): string[] =>
  exportColumns.map((column) => visit.reader.t(`complaints.column.${column}`))

/** An instant as the clocks in Phnom Penh show it: "2026-11-22 10:00". */
export const inPhnomPenh = (at: Date): string =>
  atPhnomPenh(at).toISOString().slice(0, 16).replace('T', ' ')

/** The same as sheets keep it: they know no time zone. */
export function atPhnomPenh(at: Date): Date {
  const day = dayOf(at)
  return new Date(Date.parse(`${day}T00:00:00Z`) + at.getTime() - startOfDay(day).getTime())
}

const exportColumns = [
  'number',
  'state',
  'received',
  'due-day',
  'area',
  'about',
  'against',
  'openness',
  'owner',
] as const

/** Codes and names only: no word of a person leaves by this way. */
function cellsOf({ reader }: Visit, row: WorklistRow, codes: CodeBook): ExportCell[] {
  return [
    row.number,
    reader.t(`complaints.status.${row.status}`),
    row.receivedAt,
    row.nextDueAt ?? '',
    areaName(reader, codes, row.area),
    row.categories.map((code) => categoryName(reader, codes, code)).join('; '),
    agencyName(reader, row) ?? reader.t(`complaints.respondent.${row.respondentKind}`),
    reader.t(`complaints.openness.${row.openness}`),
    row.ownerId ? ownerName(reader, row) : '',
  ].map(asText)
}

/** A cell that a spreadsheet would take for a formula is text. */
const asText = (cell: ExportCell): ExportCell =>
  typeof cell === 'string' && /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell
