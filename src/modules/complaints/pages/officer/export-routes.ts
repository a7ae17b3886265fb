import { PassThrough, Readable } from 'node:stream'
import { finished } from 'node:stream/promises'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { stringify } from 'csv-stringify/sync'
import type { Worksheet } from 'exceljs'
import type { Reply, Route, Visit } from '../../../../platform/http/route.ts'
import { routes } from '../../../../routes.ts'
import { exportRows, type WorklistFilters } from '../../rules/worklist.ts'
import {
  atPhnomPenh,
  type ExportCell,
  exportBatches,
  exportHead,
  inPhnomPenh,
} from './export-rows.ts'
import { parseWorklistQuery, queryOf } from './worklist-query.ts'
import { complaintHandlers } from './worklist-routes.tsx'

export const exportRoutes: readonly Route[] = [
  {
    door: 'page',
    method: 'get',
    path: routes.complaintsExport.path,
    access: complaintHandlers,
    show: async (visit) => {
      const { filters } = parseWorklistQuery(visit.query)
      const asSheet = visit.query.format === 'xlsx'
      visit.looked({
        act: 'exported',
        recordType: 'complaint',
        data: { ...filterCodes(filters), format: asSheet ? 'xlsx' : 'csv', most: exportRows },
      })
      return asSheet ? sheet(visit, filters) : csv(visit, filters)
    },
  },
]

const filterCodes = (filters: WorklistFilters): Record<string, string> => ({
  ...(queryOf(filters) as Record<string, string>),
  state: filters.state,
})

const csv = (visit: Visit, filters: WorklistFilters): Reply => ({
  kind: 'file',
  type: 'text/csv; charset=utf-8',
  name: 'complaints.csv',
  content: Readable.from(csvText(visit, filters), { objectMode: false, highWaterMark: 64 * 1024 }),
})

/** Marked as UTF-8, since spreadsheets would else spoil the Khmer. */
async function* csvText(visit: Visit, filters: WorklistFilters): AsyncGenerator<Buffer> {
  yield Buffer.from(`\uFEFF${stringify([exportHead(visit)])}`)
  for await (const rows of exportBatches(visit, filters))
    yield Buffer.from(stringify(rows.map((row) => row.map(asWritten))))
}

const asWritten = (cell: ExportCell): string => (cell instanceof Date ? inPhnomPenh(cell) : cell)

const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

async function sheet(visit: Visit, filters: WorklistFilters): Promise<Reply> {
  const out = new PassThrough()
  void writeSheet(out, visit, filters).catch((error) => out.destroy(error))
  return { kind: 'file', type: sheetType, name: 'complaints.xlsx', content: out }
}

/** Days and times as such, so that a sheet can sort and count with them. */
function addRow(page: Worksheet, cells: readonly ExportCell[]): void {
  const row = page.addRow(cells.map((cell) => (cell instanceof Date ? atPhnomPenh(cell) : cell)))
  for (const [index, cell] of cells.entries())
    if (cell instanceof Date) row.getCell(index + 1).numFmt = 'yyyy-mm-dd hh:mm'
  row.commit()
}

/** Row by row; between batches others have their turn, and a client that hung up ends it. */
async function writeSheet(out: PassThrough, visit: Visit, filters: WorklistFilters): Promise<void> {
  const { default: excel } = await import('exceljs')
  const book = new excel.stream.xlsx.WorkbookWriter({ stream: out, useStyles: true })
  const page = book.addWorksheet(visit.reader.t('complaints.worklist.title'))
  page.addRow(exportHead(visit)).commit()
  for (const column of [3, 4]) page.getColumn(column).width = 17
  for await (const rows of exportBatches(visit, filters)) {
    if (out.destroyed) return
    for (const row of rows) addRow(page, row)
    await nextTurn()
  }
  if (out.destroyed) return
  page.commit()
  await book.commit()
  await finished(out, { readable: false })
}
