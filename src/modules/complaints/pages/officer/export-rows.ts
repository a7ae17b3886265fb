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

/**
 * The rows of an export, batch by batch in the order of receipt, which does not change meanwhile.
 * Each batch is a reading of its own; nobody reads on once the client has hung up.
 */
export async function* exportBatches(
  visit: Visit,
  filters: WorklistFilters,
): AsyncGenerator<readonly string[][]> {
  const moment = momentOf(visit.now)
  const byReceipt = { ...filters, sort: 'receipt' as const }
  let from: WorklistAsk['from'] = null
  for (let given = 0; given < exportRows; given += batchRows) {
    const ask: WorklistAsk = { filters: byReceipt, from, limit: batchRows, moment }
    const batch = await visit.readLater(async (tx) => {
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

const exportColumns = [
  'number',
  'state',
  'received',
  'due',
  'area',
  'about',
  'against',
  'openness',
  'owner',
] as const

/** Codes and names only: no word of a person leaves by this way. */
function cellsOf({ reader }: Visit, row: WorklistRow, codes: CodeBook): string[] {
  return [
    row.number,
    reader.t(`complaints.status.${row.status}`),
    row.receivedAt.toISOString(),
    row.nextDueAt?.toISOString() ?? '',
    areaName(reader, codes, row.area),
    row.categories.map((code) => categoryName(reader, codes, code)).join('; '),
    agencyName(reader, row) ?? reader.t(`complaints.respondent.${row.respondentKind}`),
    reader.t(`complaints.openness.${row.openness}`),
    row.ownerId ? ownerName(reader, row) : '',
  ].map(asText)
}

/** A cell that a spreadsheet would take for a formula is text. */
const asText = (cell: string): string => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell)
